package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Reference fits of measured modules. They come from data without a licence, so they are read
/// where they lie, and the test is skipped elsewhere.
class MeasuredFitVectorsTest {
    private static final int TRIGGERS = 10;

    @Test
    void agreeWithTheReferenceInEveryColumn() throws IOException {
        List<String> lines = Files.readAllLines(table());
        assertThat(lines.size()).isEqualTo(1201);
        var softly = new SoftAssertions();
        for (String line : lines.subList(1, lines.size())) check(line.split(",", -1), softly);
        softly.assertAll();
    }

    /// A mean of 0 stands for no response. Factor 1: the settings are already those of the low
    /// range. No point has spread, so the fit is unweighted.
    private static void check(String[] row, SoftAssertions softly) {
        double[] adc = FitVectorsTest.numbers(row[7]);
        double[] n = Arrays.stream(adc).map(a -> a > 0 ? TRIGGERS : 0).toArray();
        double[] sum = Arrays.stream(adc).map(a -> TRIGGERS * a).toArray();
        double[] squares = Arrays.stream(adc).map(a -> TRIGGERS * a * a).toArray();
        ChargeAxis axis =
                new ChargeAxis(
                        FitVectorsTest.numbers(row[6]),
                        1,
                        Float.parseFloat(row[4]),
                        Float.parseFloat(row[5]));
        FitResults fit = FitVectorsTest.fit(GainLimits.PRODUCTION, n, sum, squares, axis);
        String where = String.join(" ", Arrays.asList(row).subList(0, 4)) + ": ";
        softly.assertThat(fit.status[0].code())
                .as(where + "status")
                .isEqualTo(Integer.parseInt(row[9]));
        if (row[8].equals("1")) checkNumbers(where, row, fit, softly);
    }

    private static void checkNumbers(
            String where, String[] row, FitResults fit, SoftAssertions softly) {
        var near = new FitVectorsTest.Near(softly, where);
        double gain = Double.parseDouble(row[11]);
        double gainError = gain * gain * Double.parseDouble(row[13]);
        softly.assertThat(fit.points[0]).as(where + "points").isEqualTo(Integer.parseInt(row[10]));
        near.check("gain", fit.gain[0], row[11], 0.01 * gainError);
        near.check("pedestal", fit.pedestal[0], row[12], 0.01 * Double.parseDouble(row[14]));
        near.check("slope error", fit.slopeError[0], row[13], 1e-15);
        near.check("pedestal error", fit.pedestalError[0], row[14], 1e-12);
        near.check("low point", fit.lowCharge[0], row[15], 0);
        near.check("high point", fit.highCharge[0], row[16], 0);
        near.check("plateau", fit.saturation[0], row[17], 0);
        near.check("dynamic range", fit.dynamicRange[0], row[18], 0);
    }

    private static Path table() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path table = at.resolve("shared/vectors/pixel/pixel-real-fit.csv");
            if (Files.exists(table)) return table;
        }
        assumeTrue(false, "skipped: no shared/vectors/pixel/pixel-real-fit.csv above " + start);
        throw new AssertionError();
    }
}
