package tare.detectors.pixel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFileTest {
    @TempDir Path folder;

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    @Test
    void takesModuleAndRocFromTheName() throws IOException {
        file("P-A-3-15_phCalibration_C10.dat.gz");
        file("P-A-3-15_phCalibration_C9.dat");
        file("P-A-3-15_phCalibrationFitErr35_C9.dat");
        file("notes.txt");

        assertThat(BenchFile.scans(List.of(folder)))
                .extracting(BenchFile::place)
                .containsExactly("P-A-3-15 ROC 9", "P-A-3-15 ROC 10");
        assertThat(BenchFile.fits(List.of(folder)))
                .extracting(BenchFile::place)
                .containsExactly("P-A-3-15 ROC 9");
    }

    @Test
    void takesTheFoldersNameWhereTheFileHasNoPrefix() throws IOException {
        Path file = file("phCalibration_C0.dat");

        assertThat(BenchFile.scans(List.of(file)).getFirst().module())
                .isEqualTo(folder.getFileName().toString());
    }

    @Test
    void refusesWhatItCannotPlace() throws IOException {
        Path misnamed = file("scan.dat");
        Path roc16 = file("m_phCalibration_C16.dat");

        for (Path path : List.of(misnamed, roc16)) {
            assertThatIOException()
                    .isThrownBy(() -> BenchFile.scans(List.of(path)))
                    .withMessageContaining("rename the file");
        }
        assertThatIOException()
                .isThrownBy(() -> BenchFile.scans(List.of(folder)))
                .withMessageContaining("no file");
        assertThatIOException()
                .isThrownBy(() -> BenchFile.scans(List.of(folder.resolve("none"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesARocThatComesTwice() throws IOException {
        file("m_phCalibration_C1.dat");
        file("m_phCalibration_C1.dat.gz");

        assertThatIOException()
                .isThrownBy(() -> BenchFile.scans(List.of(folder)))
                .withMessageContaining("m ROC 1 comes twice");
    }
}
