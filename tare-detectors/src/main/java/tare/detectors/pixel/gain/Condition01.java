package tare.detectors.pixel.gain;

/// Conditions as numbers. Loops that multiply by 1 or 0 are vectorised, loops that branch are not
/// (ADR 5).
final class Condition01 {
    private Condition01() {}

    /// 1 where x > 0, else 0.
    static double isPositive(double x) {
        return Math.max(Math.signum(x), 0.0);
    }
}
