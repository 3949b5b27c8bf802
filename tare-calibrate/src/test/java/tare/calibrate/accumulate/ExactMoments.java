package tare.calibrate.accumulate;

import java.math.BigDecimal;
import java.math.MathContext;

/// Mean and spread of samples without any rounding, the oracle of the tests.
final class ExactMoments {
    private static final MathContext DIGITS = new MathContext(60);

    private long n;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    void add(double value) {
        add(1, new BigDecimal(value), new BigDecimal(value).pow(2));
    }

    void add(long samples, BigDecimal theirSum, BigDecimal theirSquares) {
        n += samples;
        sum = sum.add(theirSum);
        squares = squares.add(theirSquares);
    }

    double mean() {
        return sum.divide(BigDecimal.valueOf(n), DIGITS).doubleValue();
    }

    double squaredDeviations() {
        return squares.subtract(sum.pow(2).divide(BigDecimal.valueOf(n), DIGITS)).doubleValue();
    }
}
