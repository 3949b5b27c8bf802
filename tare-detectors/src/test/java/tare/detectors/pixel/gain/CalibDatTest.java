package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibDatTest {
    private static final String SOUND =
            """
            Mode: GainCalibration
            SingleROC
            Parameters: Foo 1
            Rows:
            0 | 1 2 |
            3 *
            Cols:
            5 | 6
            VcalHigh
            Scan: Vcal 6 18 6
            Set: WBC 160
            SetRelative: VcThr -5
            Repeat:
            10
            ToCalibrate:
            + FPix_BmI
            """;

    @Test
    void readsANestedScanOfVcal() throws IOException {
        GainScan scan = CalibDat.parse("calib.dat", SOUND);
        assertThat(scan)
                .isEqualTo(
                        new GainScan(
                                List.of(6, 12, 18),
                                VcalRange.HIGH,
                                10,
                                List.of(List.of(5), List.of(6)),
                                List.of(List.of(0), List.of(1, 2), List.of(3))));
    }

    @Test
    void readsListedValues() throws IOException {
        GainScan scan =
                CalibDat.parse(
                        "calib.dat",
                        SOUND.replace("Scan: Vcal 6 18 6", "ScanValues: Vcal 6 8 160 -1"));
        assertThat(scan.vcal()).containsExactly(6, 8, 160);
    }

    @ParameterizedTest
    @CsvSource({"VcalLow:, LOW", "VcalHigh:, HIGH", "Vcal:, HIGH"})
    void readsTheShortForms(String token, VcalRange range) throws IOException {
        GainScan scan =
                CalibDat.parse(
                        "calib.dat",
                        "Mode: unknown Rows: 0 Cols: 0 " + token + " 5 21 8 Repeat: 2 Rocs: all");
        assertThat(scan.range()).isEqualTo(range);
        assertThat(scan.vcal()).containsExactly(5, 13, 21);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Mode: GainCalibration; Mood: x; calib.dat:1: expected Mode:, got 'Mood:'",
                "Mode: GainCalibration; Mode: SCurve; calib.dat:1: mode SCurve is no gain scan",
                "3 *; x; calib.dat:6: expected a number, got 'x'",
                "VcalHigh; VcalMiddle; calib.dat:9: expected VcalLow, VcalHigh or Vcal:",
                "Scan: Vcal 6 18 6; Scan: VcThr 6 18 6; calib.dat:10: a gain scan steps Vcal once",
                "Scan: Vcal 6 18 6; Scan: Vcal 18 6 6; calib.dat:10: no scan from 18 to 6",
                "Scan: Vcal 6 18 6; Scan: Vcal 6 18 0; calib.dat:10: no scan from 6 to 18 in steps",
                "Scan: Vcal 6 18 6; Scan: Vcal 6 18 6 mix; calib.dat:10: Vcal is mixed",
                "Scan: Vcal 6 18 6; Scan: Vcal 0 255 1; calib.dat:10: no scan from 0 to 255",
                "Scan: Vcal 6 18 6; Sweep: Vcal; calib.dat:10: expected Scan:, ScanValues:",
                "ToCalibrate:; Calibrate:; calib.dat:15: expected Rocs: or ToCalibrate:, got",
                "Set: WBC 160; Scan: Vcal 1 2 1; calib.dat:11: a gain scan steps Vcal once",
                "Rows:; Lines:; calib.dat:"
            })
    void namesFileAndLineOfWhatItDoesNotUnderstand(String line, String instead, String message) {
        String broken = SOUND.replace(line, instead);
        assertThat(broken).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> CalibDat.parse("calib.dat", broken))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void saysThatNoVcalIsScanned() {
        assertThatThrownBy(
                        () -> CalibDat.parse("calib.dat", SOUND.replace("Scan: Vcal 6 18 6", "")))
                .hasMessageContaining("no Scan: of Vcal between VcalHigh and Repeat:");
    }

    /// Cut after every token up to the names: never anything but a message with file and line.
    @Test
    void namesTheLineWhereTheFileEndsTooEarly() {
        String[] tokens = SOUND.split("(?<=\\s)", -1);
        var cut = new StringBuilder();
        for (String token : tokens) {
            if (token.startsWith("ToCalibrate:")) return;
            String text = cut.toString();
            assertThatThrownBy(() -> CalibDat.parse("calib.dat", text))
                    .as(text)
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("calib\\.dat:\\d+: .*");
            cut.append(token);
        }
        throw new AssertionError("no ToCalibrate:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "Mode:", "|", "Mode: GainCalibration Parameters: a b"})
    void refusesScraps(String text) {
        assertThatThrownBy(() -> CalibDat.parse("calib.dat", text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("calib.dat:");
    }
}
