package tare.core.histogram;

import java.util.Locale;
import java.util.Objects;

/// Counts of two quantities by bin: filled here, read through [#snapshot()].
///
/// Cells are flat, x fastest: cell = binX + (nx + 2) binY. Statistics take a fill only if both
/// values are inside the limits; otherwise everything is as in [Histogram1D], the thread rule
/// included. Source: ROOT, `TH2D`.
public final class Histogram2D {

    private final Axis xAxis;
    private final Axis yAxis;
    private final Cells cells;
    private final Moments moments = new Moments();

    /// @throws IllegalArgumentException if the product of the bins exceeds what an array can hold
    public Histogram2D(Axis xAxis, Axis yAxis) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        long size = (xAxis.bins() + 2L) * (yAxis.bins() + 2L);
        if (size > Cells.MAX_CELLS)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d x %d bins do not fit into one array",
                            xAxis.bins(),
                            yAxis.bins()));
        cells = new Cells((int) size);
    }

    public Axis xAxis() {
        return xAxis;
    }

    public Axis yAxis() {
        return yAxis;
    }

    public void fill(double x, double y) {
        fill(x, y, 1);
    }

    public void fill(double x, double y, double weight) {
        int binX = xAxis.bin(x);
        int binY = yAxis.bin(y);
        cells.add(binX + (xAxis.bins() + 2) * binY, weight);
        if (xAxis.isInside(binX) && yAxis.isInside(binY))
            moments.add(x, y, weight, weight * weight);
        else if (Double.isNaN(x) || Double.isNaN(y)) cells.countNan();
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
        Require.sameBins("x", xAxis, other.xAxis);
        Require.sameBins("y", yAxis, other.yAxis);
        cells.merge(other.cells);
        moments.merge(other.moments);
    }

    /// What has been filled so far; later fills do not change it.
    public Snapshot snapshot() {
        return new Snapshot(xAxis, yAxis, cells.copy(), moments.copy());
    }

    /// A histogram at one moment. Immutable.
    public static final class Snapshot {

        private final Axis xAxis;
        private final Axis yAxis;
        private final Cells cells;
        private final Moments moments;

        private Snapshot(Axis xAxis, Axis yAxis, Cells cells, Moments moments) {
            this.xAxis = xAxis;
            this.yAxis = yAxis;
            this.cells = cells;
            this.moments = moments;
        }

        public Axis xAxis() {
            return xAxis;
        }

        public Axis yAxis() {
            return yAxis;
        }

        /// Number of fills, whatever their weight and bins.
        public long entries() {
            return cells.entries();
        }

        /// How many of the entries had a NaN in x or y; they are in that axis' overflow.
        public long nanFills() {
            return cells.nanFills();
        }

        /// Sum of the weights in a cell; each bin counts from 0 (underflow) to n + 1 (overflow).
        public double content(int binX, int binY) {
            return cells.sumW(cell(binX, binY));
        }

        /// Contents of all cells by binX + (nx + 2) binY, a fresh array.
        public double[] contents() {
            return cells.toArray();
        }

        /// Square root of [#sumW2].
        public double error(int binX, int binY) {
            return Math.sqrt(sumW2(binX, binY));
        }

        /// Sum of the squared weights in a cell, its squared error; |content| where not kept.
        public double sumW2(int binX, int binY) {
            return cells.sumW2(cell(binX, binY));
        }

        /// Whether weights were used, or the sums of squared weights asked for.
        public boolean keepsSumW2() {
            return cells.keepsSumW2();
        }

        /// Sum of the contents of the cells in range of both axes.
        public double integral() {
            return integral(BinRange.inside(xAxis), BinRange.inside(yAxis));
        }

        public double integral(BinRange x, BinRange y) {
            Require.onAxis(x, xAxis);
            Require.onAxis(y, yAxis);
            double sum = 0;
            for (int binY = y.first(); binY < y.end(); binY++)
                for (int binX = x.first(); binX < x.end(); binX++) sum += content(binX, binY);
            return sum;
        }

        /// Statistics of the true values, both inside the limits. Where their weights cancel to 0
        /// although there are entries, those of the bin centres, as in ROOT.
        public Statistics2D statistics() {
            boolean cancelled = moments.w == 0 && entries() > 0;
            if (!cancelled) return moments.xy();
            return statistics(BinRange.inside(xAxis), BinRange.inside(yAxis));
        }

        /// Statistics of a rectangle of bins, from the bin centres.
        public Statistics2D statistics(BinRange x, BinRange y) {
            Require.onAxis(x, xAxis);
            Require.onAxis(y, yAxis);
            var binned = new Moments();
            for (int binY = y.first(); binY < y.end(); binY++)
                for (int binX = x.first(); binX < x.end(); binX++)
                    binned.add(
                            xAxis.centre(binX),
                            yAxis.centre(binY),
                            content(binX, binY),
                            sumW2(binX, binY));
            return binned.xy();
        }

        /// Skewness and kurtosis along x of the cells in range.
        public Shape shapeX() {
            var contents = new double[xAxis.bins() + 2];
            for (int binX = 1; binX <= xAxis.bins(); binX++)
                contents[binX] = integral(new BinRange(binX, binX + 1), BinRange.inside(yAxis));
            return Shape.of(xAxis, contents, BinRange.inside(xAxis), statistics().x());
        }

        /// Skewness and kurtosis along y of the cells in range.
        public Shape shapeY() {
            var contents = new double[yAxis.bins() + 2];
            for (int binY = 1; binY <= yAxis.bins(); binY++)
                contents[binY] = integral(BinRange.inside(xAxis), new BinRange(binY, binY + 1));
            return Shape.of(yAxis, contents, BinRange.inside(yAxis), statistics().y());
        }

        private int cell(int binX, int binY) {
            int rowLength = xAxis.bins() + 2;
            return Objects.checkIndex(binX, rowLength) + rowLength * binY;
        }
    }
}
