package tare.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final Path MODULE = Path.of("src/main/java/module-info.java");
    private static final Path SERVICES =
            Path.of("src/main/resources/META-INF/services/tare.detectors.Detector");

    @Test
    void detectorsAreFoundInTheOrderOfTheirNames() {
        assertThat(Detector.all()).extracting(Detector::name).containsExactly("dirc", "pixel");
    }

    @Test
    void aDetectorThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThat(Detector.named("dirc").map().size()).isEqualTo(10_752);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Detector.named("emc"))
                .withMessage("no detector 'emc', only [dirc, pixel]");
    }

    /// One for the module path, the other for the class path.
    @Test
    void bothListsNameEveryDetector() throws IOException {
        String module = Files.readString(MODULE);
        String provided = module.substring(module.indexOf("provides tare.detectors.Detector with"));
        List<String> ofModule =
                Pattern.compile("tare\\.detectors\\.\\w+\\.\\w+(?=[,;])")
                        .matcher(provided)
                        .results()
                        .map(found -> found.group())
                        .toList();

        assertThat(Files.readAllLines(SERVICES)).isEqualTo(ofModule).isEqualTo(sources());
    }

    /// Every detector's folder has a class `…Detector`.
    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/tare/detectors"))) {
            return files.filter(file -> file.toString().endsWith("Detector.java"))
                    .filter(file -> !file.getFileName().toString().equals("Detector.java"))
                    .map(file -> Path.of("src/main/java").relativize(file).toString())
                    .map(name -> name.replace(".java", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
