package tare.calibrate.fit;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;

/// Weighted least squares of a straight line in exact sums; divisions are good to 60 digits.
///
/// @param slopeScale size of the terms that make up the slope: error and noise taken together
/// @param interceptScale the same for the intercept
record ExactLine(
        double slope,
        double intercept,
        double chi2,
        double slopeError,
        double interceptError,
        double slopeScale,
        double interceptScale) {

    private static final MathContext DIGITS = new MathContext(60);

    static ExactLine through(double[] x, double[] y, double[] weight) {
        BigDecimal s = ZERO;
        BigDecimal sx = ZERO;
        BigDecimal sxx = ZERO;
        BigDecimal sy = ZERO;
        BigDecimal sxy = ZERO;
        for (int i = 0; i < x.length; i++) {
            BigDecimal w = new BigDecimal(weight[i]);
            BigDecimal wx = w.multiply(new BigDecimal(x[i]));
            BigDecimal exactY = new BigDecimal(y[i]);
            s = s.add(w);
            sx = sx.add(wx);
            sxx = sxx.add(wx.multiply(new BigDecimal(x[i])));
            sy = sy.add(w.multiply(exactY));
            sxy = sxy.add(wx.multiply(exactY));
        }
        BigDecimal determinant = s.multiply(sxx).subtract(sx.multiply(sx));
        BigDecimal slope = s.multiply(sxy).subtract(sx.multiply(sy)).divide(determinant, DIGITS);
        BigDecimal intercept =
                sxx.multiply(sy).subtract(sx.multiply(sxy)).divide(determinant, DIGITS);
        double slopeError = Math.sqrt(s.divide(determinant, DIGITS).doubleValue());
        double interceptError = Math.sqrt(sxx.divide(determinant, DIGITS).doubleValue());
        return new ExactLine(
                slope.doubleValue(),
                intercept.doubleValue(),
                chi2(x, y, weight, slope, intercept),
                slopeError,
                interceptError,
                Math.abs(slope.doubleValue()) + slopeError,
                Math.abs(intercept.doubleValue()) + interceptError);
    }

    private static double chi2(
            double[] x, double[] y, double[] weight, BigDecimal slope, BigDecimal intercept) {
        BigDecimal chi2 = ZERO;
        for (int i = 0; i < x.length; i++) {
            BigDecimal line = intercept.add(slope.multiply(new BigDecimal(x[i])));
            BigDecimal residual = new BigDecimal(y[i]).subtract(line);
            chi2 = chi2.add(new BigDecimal(weight[i]).multiply(residual.multiply(residual)));
        }
        return chi2.doubleValue();
    }
}
