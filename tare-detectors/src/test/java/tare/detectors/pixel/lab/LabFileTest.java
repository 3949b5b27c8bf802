package tare.detectors.pixel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.channel.FitStatus;

class LabFileTest {
    private static final int[] LOW = {50, 210, 250};
    private static final int[] HIGH = {30, 200};

    @TempDir private Path folder;

    @Test
    void readsEveryPixelWithItsPointsSortedByCharge() throws IOException {
        LabScan scan = LabFile.read(written());

        assertThat(scan.points()).isEqualTo(5);
        assertThat(scan.vcalLow()).containsExactly(50, 210, 210, 250, 1400);
        double[] adc = new double[5];
        scan.meanAdc(LabRoc.pixel(51, 79), adc);
        assertThat(adc).containsExactly(81, 97, 97, 101, 216);
        assertThat(scan.meanAdc(LabRoc.pixel(0, 0), 4)).isEqualTo(140);
    }

    @Test
    void keepsTheLowRangeFirstWhereBothRangesGiveOneCharge() throws IOException {
        Path file =
                edited(
                        line ->
                                line.replaceAll(
                                        "^.* Pix  0  0$", " 10  20  40  30  50    Pix  0  0"));
        double[] adc = new double[5];
        LabFile.read(file).meanAdc(0, adc);

        assertThat(adc).containsExactly(10, 20, 30, 40, 50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhatItWrote(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        short[][] means = new short[LabRoc.PIXELS][5];
        for (short[] pixel : means) {
            for (int i = 0; i < pixel.length; i++) pixel[i] = (short) random.nextInt(256);
        }
        Path file = folder.resolve("own.dat");
        LabFile.write(file, LOW, HIGH, means);
        LabScan scan = LabFile.read(file);

        assertThat(scan.vcalLow()).containsExactly(50, 210, 210, 250, 1400);
        int[] order = {0, 1, 3, 2, 4};
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            for (int i = 0; i < order.length; i++) {
                assertThat(scan.meanAdc(pixel, i))
                        .as("seed %d pixel %d", seed, pixel)
                        .isEqualTo(means[pixel][order[i]]);
            }
        }
    }

    @Test
    void refusesToWriteWhatItCouldNotRead() {
        Path file = folder.resolve("own.dat");
        short[][] means = new short[LabRoc.PIXELS][5];
        means[7][2] = 256;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabFile.write(file, LOW, HIGH, means))
                .withMessage("mean ADC must be 0..255, got 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabFile.write(file, LOW, new int[] {1}, means))
                .withMessage("pixel 0 has 5 values at 4 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabFile.write(file, LOW, HIGH, new short[3][5]))
                .withMessage("a ROC has 4160 pixels, got 3");
        assertThat(file).doesNotExist();
    }

    @Test
    void readsPackedFilesByTheirContent() throws IOException {
        Path packed = folder.resolve("packed.dat");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(written()));
        }

        assertThat(LabFile.read(packed).vcalLow()).isEqualTo(LabFile.read(written()).vcalLow());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 300})
    void refusesPackedFilesThatBreakOff(int kept) throws IOException {
        Path packed = folder.resolve("packed.dat");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(written()));
        }
        Files.write(packed, Arrays.copyOf(Files.readAllBytes(packed), kept));

        assertThatExceptionOfType(LabFileException.class)
                .isThrownBy(() -> LabFile.read(packed))
                .withMessageContaining("packed.dat, line")
                .withMessageContaining("the packed data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1    | Pulse heights for the following Vcal values: | Pulse heights    | expected 'Pulse heights
                    2    | Low range:          | Lower range:                              | expected 'Low range:'
                    3    | 30                  | x30                                       | VCal must be a whole number
                    5    | 140                 | 256                                       | got '256'
                    5    | 140                 | 140 140                                   | expected 5 values
                    6    | Pix  0  1           | Pix  0  0                                 | stands twice
                    6    | Pix  0  1           | Pix 52  1                                 | no pixel column 52
                    4164 | Pix                 | Pox                                       | expected 5 values
                    """)
    void namesTheLineThatIsWrong(int line, String good, String bad, String message)
            throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(written()));
        assertThat(lines.get(line - 1)).contains(good);
        lines.set(line - 1, lines.get(line - 1).replace(good, bad));
        Path file = Files.write(folder.resolve("broken.dat"), lines);

        assertThatExceptionOfType(LabFileException.class)
                .isThrownBy(() -> LabFile.read(file))
                .withMessageContaining("broken.dat, line " + line + ":")
                .withMessageContaining(message)
                .matches(e -> e.line() == line);
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        List<String> lines = Files.readAllLines(written()).subList(0, 100);
        Path file = Files.write(folder.resolve("cut.dat"), lines);

        assertThatExceptionOfType(LabFileException.class)
                .isThrownBy(() -> LabFile.read(file))
                .withMessageContaining("line 101")
                .withMessageContaining("the file ends");
    }

    @Test
    void refusesMorePixelsThanAReadOutChipHas() throws IOException {
        Path file = written();
        Files.writeString(
                file,
                Files.readString(file, StandardCharsets.US_ASCII) + " 1 1 1 1 1    Pix  0  0\n",
                StandardCharsets.US_ASCII);

        assertThatExceptionOfType(LabFileException.class)
                .isThrownBy(() -> LabFile.read(file))
                .withMessageContaining("line 4165");
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_FUNCTION, par[3]*(TMath::Erf((x[0]-par[0])/par[1])+par[2])",
        "HYPERBOLIC_TANGENT, par[3] + par[2] * TMath::TanH(par[0]*x[0] - par[1])"
    })
    void readsTheBenchsOwnFits(CurveFamily family, String formula) throws IOException {
        RocCurves curves =
                LabFitFile.read(fits(formula, "3.644710e+02 4.361185e+02 9.541689e-01 1e2"));

        assertThat(curves.family()).isEqualTo(family);
        assertThat(curves.curve(LabRoc.pixel(17, 3)))
                .contains(family.curve(364.471, 436.1185, 0.9541689, 100));
        assertThat(curves.count(FitStatus.OK)).isEqualTo(4160);
    }

    @Test
    void takesFourZerosAsNoFit() throws IOException {
        RocCurves curves =
                LabFitFile.read(fits(CurveFamily.ERROR_FUNCTION.formula(), "0.0 0.0 0.0 0.0"));

        assertThat(curves.curve(5)).isEmpty();
        assertThat(curves.adc(5, 100)).isNaN();
        assertThat(curves.status(5)).isEqualTo(FitStatus.NOT_FITTED);
    }

    @Test
    void refusesFitsOfAnUnknownFunction() throws IOException {
        Path file = fits("par[0] + par[1]*x[0]", "1 1 1 1");

        assertThatExceptionOfType(LabFileException.class)
                .isThrownBy(() -> LabFitFile.read(file))
                .withMessageContaining("line 2")
                .withMessageContaining("TMath::Erf");
    }

    private Path written() throws IOException {
        return LabFiles.write(
                folder.resolve("phCalibration_C0.dat"),
                LOW,
                HIGH,
                (pixel, vcal) -> (LabRoc.column(pixel) * 1.5) + vcal / 10);
    }

    private Path edited(UnaryOperator<String> edit) throws IOException {
        List<String> lines = Files.readAllLines(written()).stream().map(edit).toList();
        return Files.write(folder.resolve("edited.dat"), lines);
    }

    private Path fits(String formula, String parameters) throws IOException {
        var lines =
                new ArrayList<>(
                        List.of("Parameters of the vcal vs. pulse height fits", formula, ""));
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            lines.add(parameters + "     " + LabFiles.address(pixel));
        }
        return Files.write(folder.resolve("phCalibrationFit_C0.dat"), lines);
    }
}
