package tare.calibrate.fit;

import java.util.Arrays;

/// The points of a block of channels as rows of lanes, copied from where they stand. The copy pays:
/// loops that index all their arrays alike are vectorised, those over a block in the middle of a
/// column are not.
final class PointRows {
    private static final int LANES = LineBlock.LANES;

    private final double[][] x;
    private final double[][] y;

    /// Spent by the fit.
    private final double[][] dy;

    private int lanes;

    /// Points that every lane has.
    private int common;

    /// Points that some lane has.
    private int rows;

    PointRows(int capacity) {
        int even = capacity + capacity % 2;
        x = new double[even][LANES];
        y = new double[even][LANES];
        dy = new double[even][LANES];
    }

    void load(PointColumns input, int first, int laneCount) {
        lanes = laneCount;
        common = Math.clamp(least(input.n(), first, first + lanes), 0, input.capacity());
        rows = Math.clamp(most(input.n(), first, first + lanes), 0, input.capacity());
        int whole = input.isByPoint() ? common : 0;
        for (int row = 0; row < whole; row++) copyRow(input, row, first);
        for (int row = whole; row < rows; row++) gatherRow(input, row, first);
        if (rows % 2 != 0) clearRow(rows);
    }

    private static int least(int[] values, int from, int until) {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < until; i++) least = Math.min(least, values[i]);
        return least;
    }

    private static int most(int[] values, int from, int until) {
        int most = Integer.MIN_VALUE;
        for (int i = from; i < until; i++) most = Math.max(most, values[i]);
        return most;
    }

    private void copyRow(PointColumns input, int row, int first) {
        int from = input.at(row, first);
        System.arraycopy(input.x(), from, x[row], 0, lanes);
        System.arraycopy(input.y(), from, y[row], 0, lanes);
        System.arraycopy(input.dy(), from, dy[row], 0, lanes);
    }

    private void gatherRow(PointColumns input, int row, int first) {
        for (int i = 0; i < lanes; i++) {
            boolean isPoint = row < input.points(first + i);
            int from = input.at(row, first + i);
            x[row][i] = isPoint ? input.x()[from] : 0;
            y[row][i] = isPoint ? input.y()[from] : 0;
            dy[row][i] = isPoint ? input.dy()[from] : LineBlock.NO_POINT;
        }
    }

    private void clearRow(int row) {
        Arrays.fill(x[row], 0);
        Arrays.fill(y[row], 0);
        Arrays.fill(dy[row], LineBlock.NO_POINT);
    }

    void fit(LineBlock block) {
        block.fit(lanes, rows + rows % 2, x, y, dy);
    }

    /// Whether all lanes have the same number of points.
    boolean isUniform() {
        return common == rows;
    }

    int rows() {
        return rows;
    }
}
