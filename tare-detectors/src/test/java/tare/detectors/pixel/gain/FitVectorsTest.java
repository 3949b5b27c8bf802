package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tare.detectors.pixel.raw.BenchCabling;
import tare.detectors.pixel.raw.Counting;

/// Every pixel of the reference fits, in every column.
class FitVectorsTest {
    /// Errors that are zero up to rounding compare equal; slope errors are about 1e-5 ADC/e.
    private static final double ZERO = 1e-12;

    private static final double SMALLEST_PROBABILITY = 1e-30;

    @Test
    void agreeWithTheReferenceInEveryColumn() throws IOException {
        List<String> rows = BenchCabling.rows(VectorDump.FOLDER + "pixel-fit.csv");
        assertThat(rows).hasSize(1230);
        var softly = new SoftAssertions();
        for (String row : rows) check(row.split(",", -1), softly);
        softly.assertAll();
    }

    private static void check(String[] row, SoftAssertions softly) {
        double[] vcal = numbers(row[6]);
        ChargeAxis axis =
                new ChargeAxis(
                        vcal,
                        Double.parseDouble(row[5]),
                        Float.parseFloat(row[3]),
                        Float.parseFloat(row[4]));
        FitResults production = fit(GainLimits.PRODUCTION, row, axis);
        FitResults strict = fit(GainLimits.STRICT, row, axis);
        String where = "id " + row[0] + ", " + row[1] + ", ";
        softly.assertThat(production.status[0].code())
                .as(where + "production status")
                .isEqualTo(Integer.parseInt(row[11]));
        softly.assertThat(strict.status[0].code())
                .as(where + "strict status")
                .isEqualTo(Integer.parseInt(row[12]));
        if (row[10].equals("1")) {
            checkNumbers(where, row, production, softly);
        } else {
            softly.assertThat(production.gain[0]).as(where + "gain").isZero();
            softly.assertThat(production.points[0]).as(where + "points").isZero();
        }
    }

    private static void checkNumbers(
            String where, String[] row, FitResults fit, SoftAssertions softly) {
        double gain = Double.parseDouble(row[15]);
        double pedestal = Double.parseDouble(row[16]);
        double gainError = gain * gain * Double.parseDouble(row[17]);
        double pedestalError = Double.parseDouble(row[18]);
        double endError = Math.abs(gain) * pedestalError + Math.abs(255 - pedestal) * gainError;
        var near = new Near(softly, where);
        softly.assertThat(fit.points[0]).as(where + "points").isEqualTo(Integer.parseInt(row[13]));
        softly.assertThat(fit.weightedPoints[0])
                .as(where + "weighted points")
                .isEqualTo(Integer.parseInt(row[14]));
        near.check("gain", fit.gain[0], row[15], 0.01 * gainError);
        near.check("pedestal", fit.pedestal[0], row[16], 0.01 * pedestalError);
        near.check("slope error", fit.slopeError[0], row[17], ZERO);
        near.check("pedestal error", fit.pedestalError[0], row[18], ZERO);
        if (fit.points[0] > 2) near.check("chi2/ndf", fit.chi2PerNdf[0], row[19], 1e-12);
        near.check("probability", fit.probability[0], row[20], SMALLEST_PROBABILITY);
        near.check("low point", fit.lowCharge[0], row[21], 0);
        near.check("high point", fit.highCharge[0], row[22], 0);
        near.check("plateau", fit.saturation[0], row[23], 0);
        near.check("dynamic range", fit.dynamicRange[0], row[24], 0);
        double end = (255.0 - fit.pedestal[0]) * fit.gain[0];
        near.check("end point", end, row[25], 0.01 * endError);
    }

    /// Within a tolerance or 1e-5 relative, whichever is larger: the vectors are in single
    /// precision.
    record Near(SoftAssertions softly, String where) {
        void check(String what, double got, String expectedText, double tolerance) {
            double expected = Double.parseDouble(expectedText);
            softly.assertThat(
                            got == expected
                                    || Math.abs(got - expected)
                                            <= Math.max(tolerance, 1e-5 * Math.abs(expected)))
                    .as("%s%s %s, expected %s", where, what, got, expectedText)
                    .isTrue();
        }
    }

    static double[] numbers(String words) {
        return Arrays.stream(words.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static FitResults fit(GainLimits limits, String[] row, ChargeAxis axis) {
        return fit(limits, numbers(row[7]), numbers(row[8]), numbers(row[9]), axis);
    }

    static FitResults fit(
            GainLimits limits, double[] n, double[] sum, double[] squares, ChargeAxis axis) {
        var fit =
                new GainFit(
                        n.length,
                        1,
                        new FitSettings(limits, ErrorModel.PER_POINT),
                        Counting.MENDED);
        for (int point = 0; point < n.length; point++) {
            fit.sums().set(0, point, (float) n[point], (float) sum[point], (float) squares[point]);
        }
        var results = new FitResults(1);
        fit.fit(axis, 1, results);
        return results;
    }
}
