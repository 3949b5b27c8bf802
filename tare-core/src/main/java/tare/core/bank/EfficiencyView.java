package tare.core.bank;

/// A bank of layout `eff/1`, read by meaning. No copy. A channel without trials has no efficiency:
/// its value is NaN and its interval [0, 1].
public final class EfficiencyView {
    private final Column passed;
    private final Column total;

    /// @throws IllegalArgumentException if the bank has another layout
    public EfficiencyView(Bank bank) {
        if (!bank.layout().hasSameShapeAs(Layouts.EFF)) {
            throw new IllegalArgumentException(bank.layout() + " is not eff/1");
        }
        passed = bank.column("passed");
        total = bank.column("total");
    }

    public double efficiency(int row) {
        return passed.intAt(row) / (double) total.intAt(row);
    }

    /// Lower end of the Wilson score interval at `z` standard deviations.
    ///
    /// Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
    public double low(int row, double z) {
        return Math.max(0, bound(row, z, -1));
    }

    /// Upper end of the Wilson score interval at `z` standard deviations.
    public double high(int row, double z) {
        return Math.min(1, bound(row, z, 1));
    }

    private double bound(int row, double z, int side) {
        double n = total.intAt(row);
        if (n <= 0) return side;
        double p = efficiency(row);
        double halfWidth = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return (p + z * z / (2 * n) + side * halfWidth) / (1 + z * z / n);
    }
}
