package tare.calibrate.fit;

import java.util.Locale;
import org.hipparchus.special.Erf;

/// A central interval for the efficiency behind `passed` out of `total` trials.
public final class EfficiencyInterval {
    /// How the bounds are found.
    public enum Method {
        /// The efficiencies from which the observed one is not farther than z of their own standard
        /// deviations: right on average, narrow, a closed form. Source: E. B. Wilson, J. Am. Stat.
        /// Assoc. 22 (1927) 209.
        WILSON,
        /// Never covers less often than its level, mostly more often. Source: C. J. Clopper and E.
        /// S. Pearson, Biometrika 26 (1934) 404.
        CLOPPER_PEARSON
    }

    /// Coverage of one standard deviation to either side.
    public static final double ONE_SIGMA = 0.682689492137086;

    private final Method method;

    /// Probability beyond either bound.
    private final double tail;

    private final double z;

    /// @param level coverage, above 0 and below 1
    public EfficiencyInterval(Method method, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a level is above 0 and below 1, got %s", level));
        }
        this.method = method;
        tail = (1 - level) / 2;
        z = Math.sqrt(2) * Erf.erfInv(level);
    }

    /// Lower bound.
    ///
    /// @param passed from 0 to `total`
    /// @param total 1 or more
    /// @return 0 for no trial passed; NaN if the bound was not found, which happens to no count
    /// below 2³¹
    public double lower(double passed, double total) {
        if (passed == 0) return 0;
        return switch (method) {
            case WILSON -> wilson(passed, total, -z);
            case CLOPPER_PEARSON ->
                    passed == total
                            ? Math.exp(Math.log(tail) / total)
                            : BetaQuantile.of(tail, passed, total - passed + 1);
        };
    }

    /// Upper bound.
    ///
    /// @param passed from 0 to `total`
    /// @param total 1 or more
    /// @return 1 for all trials passed; NaN if the bound was not found, which happens to no count
    /// below 2³¹
    public double upper(double passed, double total) {
        if (passed == total) return 1;
        return switch (method) {
            case WILSON -> wilson(passed, total, z);
            case CLOPPER_PEARSON ->
                    passed == 0
                            ? -Math.expm1(Math.log(tail) / total)
                            : BetaQuantile.of(1 - tail, passed + 1, total - passed);
        };
    }

    private static double wilson(double passed, double total, double signedZ) {
        double z2 = signedZ * signedZ;
        double variance = passed * (total - passed) / total + z2 / 4;
        double bound = (passed + z2 / 2 + signedZ * Math.sqrt(variance)) / (total + z2);
        return Math.clamp(bound, 0, 1);
    }
}
