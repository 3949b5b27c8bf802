package tare.export.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path folder;

    @Test
    void writesAndReplaces() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, out -> out.write("first, longer".getBytes(UTF_8)));
        WholeFile.write(file, out -> out.write("second".getBytes(UTF_8)));
        assertThat(file).hasContent("second");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void leavesNothingWhenTheContentFails() {
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(() -> WholeFile.write(file, WholeFileTest::failHalfWay))
                .hasMessage("cannot write " + file + ": disk on fire");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheOldFileWhenTheContentFails() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, WholeFileTest::failHalfWay))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void theFinalNameDoesNotExistWhileTheContentIsWritten() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, out -> assertThat(file).doesNotExist());
        assertThat(file).exists();
    }

    @Test
    void toleratesContentThatClosesItsStream() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(
                file,
                out -> {
                    out.write('x');
                    out.close();
                });
        assertThat(file).hasContent("x");
    }

    @Test
    void saysWhichFolderIsMissing() {
        Path file = folder.resolve("nowhere").resolve("a.txt");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("nowhere")
                .hasMessageContaining("create it first");
    }

    private static void failHalfWay(OutputStream out) throws IOException {
        out.write(new byte[100_000]);
        throw new IOException("disk on fire");
    }
}
