package tare.detectors.pixel.vcal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VcalTagFileTest {
    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("tags.csv"), text);
    }

    @Test
    void readsTagsOldestFirst() throws IOException {
        VcalTags tags = VcalTagFile.read(file("# ours\nname,lumi\na,10\nb,20.5\n"));

        assertThat(tags.tags())
                .containsExactly(
                        new VcalTag("a", 10, RingRule.EACH), new VcalTag("b", 20.5, RingRule.EACH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,lumi;a,10;b,5|line 3: luminosity 5.0 after 10.0",
                "name,lumi;a,ten|line 2: lumi must be a number",
                "name,lumi;a,-1|line 2: luminosity of tag a must be >= 0",
                "name,lumi;,1|line 2: a tag needs a name",
                "tag,lumi;a,1|line 2: the header must be name,lumi",
                "name,lumi|no rows"
            })
    void saysInWhichLineWhatIsWrong(String text, String message) throws IOException {
        Path file = file(text.replace(';', '\n'));

        assertThatIOException()
                .isThrownBy(() -> VcalTagFile.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(message);
    }
}
