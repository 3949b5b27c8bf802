package tare.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawFileTest {
    @TempDir private Path folder;

    @Test
    void showsTheBytesOfAFile() throws IOException {
        Path path = Files.write(folder.resolve("a.dmp"), new byte[] {1, 2, 3});
        try (RawFile file = RawFile.open(path)) {
            assertThat(file.path()).isEqualTo(path);
            assertThat(file.sizeBytes()).isEqualTo(3);
            assertThat(file.bytes().get(ValueLayout.JAVA_BYTE, 2)).isEqualTo((byte) 3);
            // SHA-256 of the bytes 01 02 03.
            assertThat(file.sha256().toString())
                    .contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        }
    }

    @Test
    void opensAnEmptyFile() throws IOException {
        Path path = Files.createFile(folder.resolve("empty.dmp"));
        try (RawFile file = RawFile.open(path)) {
            assertThat(file.sizeBytes()).isZero();
        }
    }

    @Test
    void isReadOnlyAndOutOfReachOnceClosed() throws IOException {
        Path path = Files.write(folder.resolve("a.dmp"), new byte[] {1, 2, 3});
        MemorySegment bytes;
        try (RawFile file = RawFile.open(path)) {
            bytes = file.bytes();
            assertThat(bytes.isReadOnly()).isTrue();
        }
        assertThatThrownBy(() -> bytes.get(ValueLayout.JAVA_BYTE, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> RawFile.open(folder.resolve("none.dmp")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.dmp")
                .hasMessageContaining("no such file");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> RawFile.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + " is not a file");
    }
}
