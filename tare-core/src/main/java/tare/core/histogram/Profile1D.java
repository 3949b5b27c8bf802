package tare.core.histogram;

/// Mean and spread of y by bin of x: filled here, read through [#snapshot()].
///
/// Each bin sums w, w y and w y². A fill whose y is NaN would spoil its bin; it is counted by
/// [Snapshot#nanFills()] and otherwise left out, as ROOT does once a profile has limits in y. All
/// the rest is as in [Histogram1D], the thread rule included. Source: ROOT, `TProfile`.
public final class Profile1D {

    private final Axis axis;
    private final Cells cells;
    private final double[] sumWy;
    private final double[] sumWy2;
    private final Moments moments = new Moments();

    public Profile1D(Axis axis) {
        this.axis = axis;
        cells = new Cells(axis.bins() + 2);
        sumWy = new double[axis.bins() + 2];
        sumWy2 = new double[axis.bins() + 2];
    }

    public Axis axis() {
        return axis;
    }

    public void fill(double x, double y) {
        fill(x, y, 1);
    }

    public void fill(double x, double y, double weight) {
        if (Double.isNaN(x) || Double.isNaN(y)) cells.countNan();
        if (Double.isNaN(y)) return;
        int bin = axis.bin(x);
        cells.add(bin, weight);
        sumWy[bin] += weight * y;
        sumWy2[bin] += weight * y * y;
        if (axis.isInside(bin)) moments.add(x, y, weight, weight * weight);
    }

    /// Fills every pair.
    ///
    /// @throws IllegalArgumentException if the lengths differ; nothing is filled then
    public void fill(double[] x, double[] y) {
        Require.sameLength(x, "y values", y);
        for (int i = 0; i < x.length; i++) fill(x[i], y[i]);
    }

    /// Fills every pair with the weight at the same index.
    ///
    /// @throws IllegalArgumentException if the lengths differ; nothing is filled then
    public void fill(double[] x, double[] y, double[] weights) {
        Require.sameLength(x, "y values", y);
        Require.sameLength(x, "weights", weights);
        for (int i = 0; i < x.length; i++) fill(x[i], y[i], weights[i]);
    }

    /// As [Histogram1D#keepSumW2()].
    public void keepSumW2() {
        cells.keepSumW2();
    }

    /// As [Histogram1D#merge].
    ///
    /// @throws IllegalArgumentException if the axes differ in bins or unit, saying in what
    public void merge(Snapshot other) {
        Require.sameBins("x", axis, other.axis);
        cells.merge(other.cells);
        for (int bin = 0; bin < sumWy.length; bin++) {
            sumWy[bin] += other.sumWy[bin];
            sumWy2[bin] += other.sumWy2[bin];
        }
        moments.merge(other.moments);
    }

    /// What has been filled so far; later fills do not change it.
    public Snapshot snapshot() {
        return new Snapshot(axis, cells.copy(), sumWy.clone(), sumWy2.clone(), moments.copy());
    }

    /// A profile at one moment. Immutable. Bins count from 0 (underflow) to `bins` + 1
    /// (overflow).
    public static final class Snapshot {

        /// Sums of squares carry no spread below about a millionth of the value.
        private static final double ROUNDING = 1e-12;

        private final Axis axis;
        private final Cells cells;
        private final double[] sumWy;
        private final double[] sumWy2;
        private final Moments moments;

        private Snapshot(Axis axis, Cells cells, double[] sumWy, double[] sumWy2, Moments moments) {
            this.axis = axis;
            this.cells = cells;
            this.sumWy = sumWy;
            this.sumWy2 = sumWy2;
            this.moments = moments;
        }

        public Axis axis() {
            return axis;
        }

        /// Number of fills with a y, whatever their weight and bin.
        public long entries() {
            return cells.entries();
        }

        /// Number of fills with a NaN: in x, then they are in the overflow, or in y, then
        /// nowhere.
        public long nanFills() {
            return cells.nanFills();
        }

        /// Mean of y; 0 in an empty bin.
        public double mean(int bin) {
            return sumW(bin) == 0 ? 0 : sumWy(bin) / sumW(bin);
        }

        /// Standard deviation of y, without n - 1; 0 in an empty bin. Where rounding makes the
        /// variance negative it is 0; ROOT takes its absolute value.
        public double spread(int bin) {
            return Math.sqrt(Math.max(variance(bin), 0));
        }

        /// Error of the mean, spread / √(effective entries). A 0 does not mean exact; see
        /// [#isErrorKnown].
        public double error(int bin) {
            return sumW(bin) == 0 ? 0 : spread(bin) / Math.sqrt(effectiveEntries(bin));
        }

        /// False where the fills say nothing about the error: in an empty bin, after a single
        /// fill, or while all y were equal to within the rounding of the sums.
        public boolean isErrorKnown(int bin) {
            return sumW(bin) != 0 && variance(bin) > ROUNDING * (sumWy2(bin) / sumW(bin));
        }

        private double variance(int bin) {
            double mean = mean(bin);
            return sumW(bin) == 0 ? 0 : sumWy2(bin) / sumW(bin) - mean * mean;
        }

        /// (Σ w)² / Σ w² of a bin.
        public double effectiveEntries(int bin) {
            double w2 = sumW2(bin);
            return w2 > 0 ? sumW(bin) * sumW(bin) / w2 : 0;
        }

        /// Σ w, in ROOT the bin entries.
        public double sumW(int bin) {
            return cells.sumW(bin);
        }

        /// Σ w²; Σ w where not kept.
        public double sumW2(int bin) {
            return cells.sumW2(bin);
        }

        /// Whether weights were used, or the sums of squared weights asked for.
        public boolean keepsSumW2() {
            return cells.keepsSumW2();
        }

        /// Σ w y.
        public double sumWy(int bin) {
            return sumWy[bin];
        }

        /// Σ w y².
        public double sumWy2(int bin) {
            return sumWy2[bin];
        }

        /// Statistics of the true values with x inside the limits. Where the weights cancel to 0
        /// although there are entries, those of the bins, as in ROOT.
        public Statistics2D statistics() {
            boolean cancelled = moments.w == 0 && entries() > 0;
            return cancelled ? statistics(BinRange.inside(axis)) : moments.xy();
        }

        /// Statistics of a range of bins, x from the bin centres.
        public Statistics2D statistics(BinRange range) {
            Require.onAxis(range, axis);
            var binned = new Moments();
            for (int bin = range.first(); bin < range.end(); bin++) {
                binned.add(axis.centre(bin), sumW(bin), sumW2(bin));
                binned.wy += sumWy(bin);
                binned.wy2 += sumWy2(bin);
                binned.wxy += axis.centre(bin) * sumWy(bin);
            }
            return binned.xy();
        }
    }
}
