package tare.calibrate.fit;

import java.util.Arrays;
import tare.core.bank.BankBuilder;

/// The columns of `line/1`, filled from a block of lines.
final class LineColumns {
    private final float[] intercept;
    private final float[] slope;
    private final float[] varIntercept;
    private final float[] covariance;
    private final float[] varSlope;
    private final float[] chi2;
    private final int[] ndf;
    private final int[] n;

    LineColumns(BankBuilder results) {
        intercept = results.floats("intercept");
        slope = results.floats("slope");
        varIntercept = results.floats("var_intercept");
        covariance = results.floats("covariance");
        varSlope = results.floats("var_slope");
        chi2 = results.floats("chi2");
        ndf = results.ints("ndf");
        n = results.ints("n");
    }

    /// Writes all lanes, numbers or not.
    void write(LineBlock block, int lanes, int first) {
        write(lanes, first, block.intercept, intercept);
        write(lanes, first, block.slope, slope);
        write(lanes, first, block.chi2, chi2);
        write(lanes, first, block.varIntercept, varIntercept);
        write(lanes, first, block.covariance, covariance);
        write(lanes, first, block.varSlope, varSlope);
    }

    private static void write(int lanes, int first, double[] from, float[] to) {
        for (int i = 0; i < lanes; i++) to[first + i] = (float) from[i];
    }

    void count(int fromChannel, int untilChannel, int points) {
        Arrays.fill(n, fromChannel, untilChannel, points);
        Arrays.fill(ndf, fromChannel, untilChannel, points - 2);
    }

    void count(int channel, int points) {
        n[channel] = points;
        ndf[channel] = Math.max(0, points - 2);
    }
}
