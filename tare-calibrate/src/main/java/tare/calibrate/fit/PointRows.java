package tare.calibrate.fit;

/// The points of a block of channels as rows of lanes, copied from where they stand. The copy pays: loops that index all their
/// arrays alike are vectorised, those over a block in the middle of a column are not.
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
        x = new double[capacity][LANES];
        y = new double[capacity][LANES];
        dy = new double[capacity][LANES];
    }

    void load(PointColumns input, int first, int laneCount) {
        lanes = laneCount;
        common = input.capacity();
        rows = 0;
        for (int channel = first; channel < first + lanes; channel++) {
            common = Math.min(common, input.points(channel));
            rows = Math.max(rows, input.points(channel));
        }
        int whole = input.isByPoint() ? common : 0;
        for (int row = 0; row < whole; row++) copyRow(input, row, first);
        for (int row = whole; row < rows; row++) gatherRow(input, row, first);
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

    void fit(LineBlock block) {
        block.fit(lanes, rows, x, y, dy);
    }

    /// Whether all lanes have the same number of points.
    boolean isUniform() {
        return common == rows;
    }

    int rows() {
        return rows;
    }
}
