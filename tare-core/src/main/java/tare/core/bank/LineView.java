package tare.core.bank;

/// A bank of layout `line/1`, read by meaning: y = intercept + slope · x. No copy.
public final class LineView {
    private final Bank bank;

    /// @throws IllegalArgumentException if the bank has another layout
    public LineView(Bank bank) {
        if (!bank.layout().hasSameShapeAs(Layouts.line("1", "1"))) {
            throw new IllegalArgumentException(bank.layout() + " is not line/1");
        }
        this.bank = bank;
    }

    private double value(int field, int row) {
        return bank.columns().get(field).value(row);
    }

    public double intercept(int row) {
        return value(0, row);
    }

    public double slope(int row) {
        return value(1, row);
    }

    public double interceptError(int row) {
        return Math.sqrt(value(2, row));
    }

    public double slopeError(int row) {
        return Math.sqrt(value(4, row));
    }

    public double at(int row, double x) {
        return intercept(row) + slope(row) * x;
    }

    /// Error of [#at]: σ² = var(intercept) + 2x·covariance + x²·var(slope).
    public double errorAt(int row, double x) {
        return Math.sqrt(value(2, row) + 2 * x * value(3, row) + x * x * value(4, row));
    }

    public double chi2(int row) {
        return value(5, row);
    }

    public int ndf(int row) {
        return bank.columns().get(6).intAt(row);
    }
}
