package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainScanFileTest {
    private static final String SOUND =
            """
            # bench scan; Mode: none
            range    high

            vcal     6 8 10..12   # five of them
            repeat   5
            columns  0 4 8 | 1
            rows     0 | 2..5
            """;

    @TempDir private Path folder;

    @Test
    void readsEveryKey() throws IOException {
        GainScan scan = GainScanFile.parse("scan.txt", SOUND);
        assertThat(scan.range()).isEqualTo(VcalRange.HIGH);
        assertThat(scan.vcal()).containsExactly(6, 8, 10, 11, 12);
        assertThat(scan.repeat()).isEqualTo(5);
        assertThat(scan.columnGroups()).containsExactly(List.of(0, 4, 8), List.of(1));
        assertThat(scan.rowGroups()).containsExactly(List.of(0), List.of(2, 3, 4, 5));
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        GainScan low =
                new GainScan(
                        List.of(200),
                        VcalRange.LOW,
                        300,
                        List.of(List.of(51, 0)),
                        List.of(List.of(79), List.of(1, 0)));
        for (GainScan scan : List.of(GainScan.PRODUCTION, low)) {
            assertThat(GainScanFile.parse("scan.txt", GainScanFile.format(scan))).isEqualTo(scan);
        }
    }

    /// The line to be replaced, the line that replaces it, and what is said about it.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "repeat   5; repet 5; scan.txt:5: unknown key 'repet', expected one of",
                "repeat   5; repeat; scan.txt:5: repeat has no value",
                "repeat   5; repeat five; scan.txt:5: repeat: 'five' is no whole number",
                "repeat   5; repeat 5 6; scan.txt:5: repeat: expected one number, got 5 6",
                "repeat   5; repeat -5; scan.txt:5: repeat: '-5' is no whole number",
                "repeat   5; range low; scan.txt:5: range is given twice",
                "repeat   5; ; scan.txt: no line 'repeat …'",
                "repeat   5; repeat 0; scan.txt: repeat must be > 0",
                "range    high; range middle; scan.txt:2: range: expected high or low, got 'middle'",
                "rows     0 | 2..5; rows 0 | | 2; scan.txt:7: rows: '' is no whole number",
                "rows     0 | 2..5; rows 5..2; scan.txt:7: rows: '5..2' is no range a..b",
                "rows     0 | 2..5; rows 1..2..3; scan.txt:7: rows: '1..2..3' is no range",
                "rows     0 | 2..5; rows 0..99999999; scan.txt:7: rows: '99999999' is no whole number",
                "rows     0 | 2..5; rows 0 | 80; scan.txt: row must be 0..79",
                "vcal     6 8 10..12; vcal 6 | 8; scan.txt:4: vcal: expected one list, got 6 | 8",
                "vcal     6 8 10..12; vcal 300; scan.txt: VCal must be 0..255"
            })
    void namesFileAndLineOfWhatItDoesNotUnderstand(String line, String instead, String message) {
        String broken = SOUND.replace(line, instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> GainScanFile.parse("scan.txt", broken))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void tellsTheTwoKindsOfFileApart() throws IOException {
        Path own = Files.writeString(folder.resolve("scan.txt"), SOUND);
        Path hardware =
                Files.writeString(
                        folder.resolve("calib.dat"),
                        "\nMode: GainCalibration Rows: 1 Cols: 2 VcalLow: 1 9 4 Repeat: 3 Rocs: all");
        assertThat(GainScanFile.readAny(own).points()).isEqualTo(5);
        assertThat(GainScanFile.readAny(hardware).vcal()).containsExactly(1, 5, 9);
    }

    @Test
    void saysWhenAFileIsNoText() throws IOException {
        Path dump = Files.write(folder.resolve("a.dmp"), new byte[] {(byte) 0xC3, 0, 1});
        assertThatThrownBy(() -> GainScanFile.readAny(dump))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.dmp: no scan settings, this is not text");
    }
}
