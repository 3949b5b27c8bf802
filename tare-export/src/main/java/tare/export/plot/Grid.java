package tare.export.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;

/// Values of a rectangle of cells, row by row; NaN where there are no data. Immutable.
///
/// Row 0 is drawn at the bottom, column 0 at the left. Thin lines divide the grid into equal blocks
/// of rows and columns, for example the 2 x 8 read-out chips (ROCs) of a pixel module.
public final class Grid {
    private final int rows;
    private final int columns;
    private final double[] values;
    private final int blockRows;
    private final int blockColumns;
    private final PlotAxis rowAxis;
    private final PlotAxis columnAxis;

    private Grid(
            int rows,
            int columns,
            double[] values,
            int blockRows,
            int blockColumns,
            PlotAxis rowAxis,
            PlotAxis columnAxis) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.blockRows = blockRows;
        this.blockColumns = blockColumns;
        this.rowAxis = rowAxis;
        this.columnAxis = columnAxis;
    }

    /// A grid over a copy of `values`, whose index is `row * columns + column`.
    ///
    /// @throws IllegalArgumentException if the number of values is not `rows * columns`
    public static Grid of(int rows, int columns, double... values) {
        if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d x %d cells need as many values, got %d",
                            rows,
                            columns,
                            values.length));
        }
        return new Grid(
                rows,
                columns,
                values.clone(),
                1,
                1,
                PlotAxis.of("row", "1"),
                PlotAxis.of("column", "1"));
    }

    /// The same cells divided into `blockRows` x `blockColumns` blocks.
    ///
    /// @throws IllegalArgumentException unless the blocks divide the grid evenly
    public Grid dividedInto(int otherBlockRows, int otherBlockColumns) {
        if (otherBlockRows < 1
                || otherBlockColumns < 1
                || rows % otherBlockRows != 0
                || columns % otherBlockColumns != 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d x %d cells are not divided evenly into %d x %d blocks",
                            rows,
                            columns,
                            otherBlockRows,
                            otherBlockColumns));
        }
        return new Grid(
                rows, columns, values, otherBlockRows, otherBlockColumns, rowAxis, columnAxis);
    }

    /// The same cells under other axis titles; their limits are not used.
    public Grid labelled(PlotAxis otherRowAxis, PlotAxis otherColumnAxis) {
        return new Grid(
                rows, columns, values, blockRows, blockColumns, otherRowAxis, otherColumnAxis);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// NaN where there are no data.
    public double value(int row, int column) {
        return values[
                Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
    }

    public int blockRows() {
        return blockRows;
    }

    public int blockColumns() {
        return blockColumns;
    }

    public PlotAxis rowAxis() {
        return rowAxis;
    }

    public PlotAxis columnAxis() {
        return columnAxis;
    }

    boolean anyAbove(double limit) {
        return DoubleStream.of(values).anyMatch(value -> value > limit);
    }

    boolean anyBelow(double limit) {
        return DoubleStream.of(values).anyMatch(value -> value < limit);
    }

    /// Limits that hold all finite values but a fraction `tail` at either end; 0 to 1 if there are
    /// none.
    ///
    /// @param tail 0 or more, below 0.5
    public Limits robustLimits(double tail) {
        if (!(tail >= 0 && tail < 0.5)) {
            throw new IllegalArgumentException("a tail is 0 to 0.5, got " + tail);
        }
        double[] sorted = DoubleStream.of(values).filter(Double::isFinite).toArray();
        if (sorted.length == 0) return new Limits(0, 1);
        Arrays.sort(sorted);
        int cut = (int) (tail * sorted.length);
        return Limits.around(sorted[cut], sorted[sorted.length - 1 - cut], 0);
    }
}
