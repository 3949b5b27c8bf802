package tare.core.histogram;

/// What the statistics box shows of one coordinate x with weights w, from four sums.
///
/// Nothing in range (`sumW` = 0) gives 0 everywhere, not NaN. The standard deviation divides by
/// n, not n - 1; ROOT calls it RMS for historical reasons. Source: ROOT, `TH1::GetMean`,
/// `TH1::GetStdDev`, `TH1::GetEffectiveEntries`.
///
/// @param sumW Σ w
/// @param sumW2 Σ w²
/// @param sumWx Σ w x
/// @param sumWx2 Σ w x²
public record Statistics(double sumW, double sumW2, double sumWx, double sumWx2) {

    /// Number of unweighted entries with the same relative error, (Σ w)² / Σ w².
    public double effectiveEntries() {
        return sumW2 == 0 ? Math.abs(sumW) : sumW * sumW / sumW2;
    }

    public double mean() {
        return sumW == 0 ? 0 : sumWx / sumW;
    }

    public double standardDeviation() {
        if (sumW == 0) return 0;
        double mean = mean();
        return Math.sqrt(Math.max(sumWx2 / sumW - mean * mean, 0));
    }

    public double meanError() {
        double entries = effectiveEntries();
        return entries > 0 ? standardDeviation() / Math.sqrt(entries) : 0;
    }

    /// Error of the standard deviation of a normal distribution, σ / √(2 n).
    public double standardDeviationError() {
        double entries = effectiveEntries();
        return entries > 0 ? standardDeviation() / Math.sqrt(2 * entries) : 0;
    }
}
