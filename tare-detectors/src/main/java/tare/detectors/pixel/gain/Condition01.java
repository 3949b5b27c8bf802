package tare.detectors.pixel.gain;

/// Conditions as numbers. Loops that multiply by 1 or 0 are vectorised, loops that branch are not
/// (ADR 5).
final class Condition01 {
    private Condition01() {}

    /// 1 where x > 0, else 0. Without `Math.max`, which as a vector takes twice as many
    /// instructions, for the sake of -0 and NaN.
    static double isPositive(double x) {
        double sign = Math.signum(x);
        return 0.5 * (sign + Math.abs(sign));
    }

    /// The same in single precision.
    static float isPositive(float x) {
        float sign = Math.signum(x);
        return 0.5f * (sign + Math.abs(sign));
    }
}
