package tare.core.histogram;

/// Counts of one quantity by bin: filled here, read through [#snapshot()].
///
/// Statistics are summed at fill time from the true values, of the fills inside the axis limits
/// only; contents and entries count every fill. A NaN goes to the overflow and is counted by
/// itself. A weight other than 1 starts the sums of squared weights; an infinite or NaN weight
/// spoils its bin for good, as in ROOT. Source: ROOT, `TH1D`.
///
/// One thread fills, merges and takes snapshots; a snapshot may go to any thread. Several
/// producers fill a histogram each, and the one who collects merges their snapshots.
public final class Histogram1D {

    private final Axis axis;
    private final Cells cells;
    private final Moments moments = new Moments();

    public Histogram1D(Axis axis) {
        this.axis = axis;
        cells = new Cells(axis.bins() + 2);
    }

    public Axis axis() {
        return axis;
    }

    public void fill(double x) {
        fill(x, 1);
    }

    public void fill(double x, double weight) {
        int bin = axis.bin(x);
        cells.add(bin, weight);
        if (axis.isInside(bin)) moments.add(x, weight, weight * weight);
        else if (Double.isNaN(x)) cells.countNan();
    }

    /// Fills every value.
    public void fill(double[] x) {
        for (double value : x) fill(value);
    }

    /// Fills every value with the weight at the same index.
    ///
    /// @throws IllegalArgumentException if the lengths differ; nothing is filled then
    public void fill(double[] x, double[] weights) {
        Require.sameLength(x, "weights", weights);
        for (int i = 0; i < x.length; i++) fill(x[i], weights[i]);
    }

    /// Keeps the sums of squared weights from now on, even while all weights are 1. Called before
    /// the first fill, it spares the first weight from allocating.
    public void keepSumW2() {
        cells.keepSumW2();
    }

    /// Adds contents, squared weights, statistics and entries; the same as having filled it all
    /// here.
    ///
    /// @throws IllegalArgumentException if the axes differ in bins or unit, saying in what
    public void merge(Snapshot other) {
        Require.sameBins("x", axis, other.axis);
        cells.merge(other.cells);
        moments.merge(other.moments);
    }

    /// What has been filled so far; later fills do not change it.
    public Snapshot snapshot() {
        return new Snapshot(axis, cells.copy(), moments.copy());
    }

    /// A histogram at one moment. Immutable.
    public static final class Snapshot {

        private final Axis axis;
        private final Cells cells;
        private final Moments moments;

        private Snapshot(Axis axis, Cells cells, Moments moments) {
            this.axis = axis;
            this.cells = cells;
            this.moments = moments;
        }

        public Axis axis() {
            return axis;
        }

        /// Number of fills, whatever their weight and bin.
        public long entries() {
            return cells.entries();
        }

        /// How many of the entries were NaN; they are in the overflow.
        public long nanFills() {
            return cells.nanFills();
        }

        /// Sum of the weights in a bin, from 0 (underflow) to `bins` + 1 (overflow).
        public double content(int bin) {
            return cells.sumW(bin);
        }

        /// Contents of all bins, underflow first, a fresh array.
        public double[] contents() {
            return cells.toArray();
        }

        /// Square root of [#sumW2].
        public double error(int bin) {
            return Math.sqrt(cells.sumW2(bin));
        }

        /// Sum of the squared weights in a bin, its squared error; |content| where not kept.
        public double sumW2(int bin) {
            return cells.sumW2(bin);
        }

        /// Whether weights were used, or the sums of squared weights asked for.
        public boolean keepsSumW2() {
            return cells.keepsSumW2();
        }

        /// Sum of the contents of the bins in range.
        public double integral() {
            return integral(BinRange.inside(axis));
        }

        public double integral(BinRange range) {
            Require.onAxis(range, axis);
            double sum = 0;
            for (int bin = range.first(); bin < range.end(); bin++) sum += content(bin);
            return sum;
        }

        /// Statistics of the true values inside the axis limits. Where their weights cancel to 0
        /// although there are entries, those of the bin centres, as in ROOT.
        public Statistics statistics() {
            boolean cancelled = moments.w == 0 && entries() > 0;
            return cancelled ? statistics(BinRange.inside(axis)) : moments.x();
        }

        /// Statistics of a range of bins, from the bin centres.
        public Statistics statistics(BinRange range) {
            Require.onAxis(range, axis);
            var binned = new Moments();
            for (int bin = range.first(); bin < range.end(); bin++)
                binned.add(axis.centre(bin), content(bin), sumW2(bin));
            return binned.x();
        }

        /// Skewness and kurtosis of the bins in range, about the mean of [#statistics()].
        public Shape shape() {
            return Shape.of(axis, contents(), BinRange.inside(axis), statistics());
        }

        /// Skewness and kurtosis of a range of bins.
        public Shape shape(BinRange range) {
            return Shape.of(axis, contents(), range, statistics(range));
        }
    }
}
