package tare.core.bank;

/// A bank of layout `ms/1` or `msn/1`, read by meaning. No copy.
public final class MeanView {
    private final Bank bank;
    private final Column mean;
    private final Column rms;
    private final boolean hasOwnCounts;

    /// @throws IllegalArgumentException if the bank has another layout
    public MeanView(Bank bank) {
        hasOwnCounts = Layouts.isMsn(bank.layout());
        if (!hasOwnCounts && !Layouts.isMs(bank.layout())) {
            throw new IllegalArgumentException(bank.layout() + " is neither ms/1 nor msn/1");
        }
        this.bank = bank;
        mean = bank.column("mean");
        rms = bank.column("rms");
    }

    public float mean(int row) {
        return mean.floatAt(row);
    }

    /// Of the samples about their mean, with 1/n.
    public float rms(int row) {
        return rms.floatAt(row);
    }

    /// Samples of a channel: its own n, or the header's pulses.
    public long n(int row) {
        return hasOwnCounts ? bank.columns().get(2).intAt(row) : bank.header().pulses();
    }

    /// Error of the mean, rms/√n; NaN or infinite without samples.
    public double error(int row) {
        return rms(row) / Math.sqrt((double) n(row));
    }
}
