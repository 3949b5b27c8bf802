package tare.calibrate.fit;

/// Normal equations of three parameters: expected second derivatives and gradient of a likelihood.
final class PeakEquations {
    private static final int SIZE = 3;

    private final double[][] matrix = new double[SIZE][SIZE];
    private final double[] gradient = new double[SIZE];
    private final double[][] factor = new double[SIZE][SIZE];
    private final double[][] inverse = new double[SIZE][SIZE];
    private final double[] step = new double[SIZE];

    void clear() {
        for (int j = 0; j < SIZE; j++) {
            gradient[j] = 0;
            for (int k = 0; k < SIZE; k++) matrix[j][k] = 0;
        }
    }

    /// Adds one measurement by its derivatives.
    ///
    /// @param pull how the log-likelihood rises with the expectation
    /// @param weight 1 / variance
    void add(double d0, double d1, double d2, double pull, double weight) {
        gradient[0] += d0 * pull;
        gradient[1] += d1 * pull;
        gradient[2] += d2 * pull;
        matrix[0][0] += d0 * d0 * weight;
        matrix[1][0] += d1 * d0 * weight;
        matrix[1][1] += d1 * d1 * weight;
        matrix[2][0] += d2 * d0 * weight;
        matrix[2][1] += d2 * d1 * weight;
        matrix[2][2] += d2 * d2 * weight;
    }

    void take(PeakEquations other) {
        for (int j = 0; j < SIZE; j++) {
            gradient[j] = other.gradient[j];
            for (int k = 0; k < SIZE; k++) matrix[j][k] = other.matrix[j][k];
        }
    }

    /// Finds the step, its diagonal raised by the damping.
    ///
    /// @return false if the matrix is not positive
    boolean solve(double damping) {
        if (!decompose(1 + damping)) return false;
        for (int j = 0; j < SIZE; j++) {
            double sum = gradient[j];
            for (int k = 0; k < j; k++) sum -= factor[j][k] * step[k];
            step[j] = sum / factor[j][j];
        }
        for (int j = SIZE - 1; j >= 0; j--) {
            double sum = step[j];
            for (int k = j + 1; k < SIZE; k++) sum -= factor[k][j] * step[k];
            step[j] = sum / factor[j][j];
        }
        return true;
    }

    /// Cholesky; pivots within rounding of 0 are none.
    private boolean decompose(double diagonal) {
        for (int j = 0; j < SIZE; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = j == k ? diagonal * matrix[j][j] : matrix[j][k];
                for (int i = 0; i < k; i++) sum -= factor[j][i] * factor[k][i];
                if (j != k) {
                    factor[j][k] = sum / factor[k][k];
                } else if (sum > 1e-14 * matrix[j][j]) {
                    factor[j][j] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    double step(int k) {
        return step[k];
    }

    /// What the step promises in twice the log-likelihood.
    double gain() {
        double sum = 0;
        for (int k = 0; k < SIZE; k++) sum += gradient[k] * step[k];
        return sum;
    }

    /// @return false if the matrix is not positive
    boolean invert() {
        if (!decompose(1)) return false;
        for (int column = 0; column < SIZE; column++) {
            for (int j = 0; j < SIZE; j++) {
                double sum = j == column ? 1 : 0;
                for (int k = 0; k < j; k++) sum -= factor[j][k] * inverse[k][column];
                inverse[j][column] = sum / factor[j][j];
            }
        }
        return true;
    }

    /// Covariance of two parameters, after [#invert].
    double covariance(int j, int k) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) sum += inverse[i][j] * inverse[i][k];
        return sum;
    }
}
