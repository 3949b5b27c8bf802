package tare.calibrate.fit;

/// A design as orthogonal times triangular matrix, A P = Q R, by Householder's reflections with
/// column pivoting.
///
/// Columns are contiguous, so every loop runs along one. All bounds are fixed: nothing iterates to
/// convergence but [#condition], whose sweeps are counted.
final class Householder {
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int MAX_SWEEPS = 30;

    private final int parameters;

    /// Reflection vectors at and below the diagonal, R above it.
    private final double[] a;

    private final double[] diagonal;

    /// 2 / vᵀv of each reflection.
    private final double[] beta;

    private final int[] pivot;

    /// R⁻¹, upper triangle by column.
    private final double[] inverse;

    private final double[] work;
    private final double[] solution;
    private int points;

    Householder(int maxPoints, int parameters) {
        this.parameters = parameters;
        a = new double[maxPoints * parameters];
        diagonal = new double[parameters];
        beta = new double[parameters];
        pivot = new int[parameters];
        inverse = new double[parameters * parameters];
        work = new double[parameters * parameters];
        solution = new double[parameters];
    }

    /// @param design column-major, entries not far from 1 in size
    /// @return false if some column is a combination of others, within rounding
    boolean decompose(double[] design, int rows) {
        points = rows;
        System.arraycopy(design, 0, a, 0, points * parameters);
        for (int k = 0; k < parameters; k++) pivot[k] = k;
        double limit = 0;
        for (int k = 0; k < parameters; k++) {
            swap(k, longest(k));
            double length = Math.sqrt(squares(k, k));
            if (k == 0) limit = 4 * Math.max(points, parameters) * UNIT_ROUNDOFF * length;
            if (!(length > limit)) return false;
            reflect(k, length);
        }
        invert();
        return true;
    }

    private int longest(int from) {
        int longest = from;
        double most = -1;
        for (int k = from; k < parameters; k++) {
            double squares = squares(k, from);
            if (squares > most) {
                most = squares;
                longest = k;
            }
        }
        return longest;
    }

    /// Σ of squares of a column from some row on.
    private double squares(int column, int fromRow) {
        double sum = 0;
        for (int i = column * points + fromRow; i < (column + 1) * points; i++) sum += a[i] * a[i];
        return sum;
    }

    private void swap(int j, int k) {
        if (j == k) return;
        for (int i = 0; i < points; i++) {
            double kept = a[j * points + i];
            a[j * points + i] = a[k * points + i];
            a[k * points + i] = kept;
        }
        int kept = pivot[j];
        pivot[j] = pivot[k];
        pivot[k] = kept;
    }

    private void reflect(int k, double length) {
        int column = k * points;
        double head = a[column + k];
        double signed = head > 0 ? -length : length;
        a[column + k] = head - signed;
        beta[k] = 1 / (length * (length + Math.abs(head)));
        diagonal[k] = signed;
        for (int j = k + 1; j < parameters; j++) applyReflection(k, a, j * points);
    }

    private void applyReflection(int k, double[] vector, int from) {
        int column = k * points;
        double dot = 0;
        for (int i = k; i < points; i++) dot += a[column + i] * vector[from + i];
        double factor = beta[k] * dot;
        for (int i = k; i < points; i++) vector[from + i] -= factor * a[column + i];
    }

    /// R above the diagonal.
    private double r(int row, int column) {
        return row == column ? diagonal[row] : a[column * points + row];
    }

    private void invert() {
        for (int column = 0; column < parameters; column++) {
            for (int row = column; row >= 0; row--) {
                double sum = row == column ? 1 : 0;
                for (int k = row + 1; k <= column; k++) {
                    sum -= r(row, k) * inverse[column * parameters + k];
                }
                inverse[column * parameters + row] = sum / diagonal[row];
            }
        }
    }

    /// Solves r + A p = f, Aᵀ r = g.
    ///
    /// @param f by row; becomes r
    /// @param g by parameter; is lost. p is found in [#parameters()]
    void solveAugmented(double[] f, double[] g) {
        for (int k = 0; k < parameters; k++) applyReflection(k, f, 0);
        for (int k = 0; k < parameters; k++) {
            double h = g[pivot[k]];
            for (int j = 0; j < k; j++) h -= r(j, k) * work[j];
            work[k] = h / diagonal[k];
        }
        for (int k = parameters - 1; k >= 0; k--) {
            double sum = f[k] - work[k];
            for (int j = k + 1; j < parameters; j++) sum -= r(k, j) * solution[pivot[j]];
            solution[pivot[k]] = sum / diagonal[k];
        }
        System.arraycopy(work, 0, f, 0, parameters);
        for (int k = parameters - 1; k >= 0; k--) applyReflection(k, f, 0);
    }

    double[] parameters() {
        return solution;
    }

    /// Entry of a matrix L with L Lᵀ = (Aᵀ A)⁻¹.
    double inverse(int parameter, int column) {
        for (int row = 0; row <= column; row++) {
            if (pivot[row] == parameter) return inverse[column * parameters + row];
        }
        return 0;
    }

    double covariance(int j, int k) {
        double sum = 0;
        for (int column = 0; column < parameters; column++) {
            sum += inverse(j, column) * inverse(k, column);
        }
        return sum;
    }

    /// Ratio of the largest to the smallest singular value of R, its columns brought to length 1,
    /// by one-sided Jacobi rotations. Source: Golub and Van Loan, 8.6.
    double condition() {
        for (int column = 0; column < parameters; column++) normalise(column);
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            boolean turned = false;
            for (int j = 0; j < parameters - 1; j++) {
                for (int k = j + 1; k < parameters; k++) turned |= rotate(j, k);
            }
            if (!turned) break;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int k = 0; k < parameters; k++) {
            double length = Math.sqrt(dot(k, k));
            least = Math.min(least, length);
            most = Math.max(most, length);
        }
        return most / least;
    }

    private void normalise(int column) {
        double sum = 0;
        for (int row = 0; row <= column; row++) sum += r(row, column) * r(row, column);
        double length = Math.sqrt(sum);
        for (int row = 0; row < parameters; row++) {
            work[column * parameters + row] = row <= column ? r(row, column) / length : 0;
        }
    }

    private double dot(int j, int k) {
        double sum = 0;
        for (int i = 0; i < parameters; i++) {
            sum += work[j * parameters + i] * work[k * parameters + i];
        }
        return sum;
    }

    private boolean rotate(int j, int k) {
        double off = dot(j, k);
        double jj = dot(j, j);
        double kk = dot(k, k);
        if (!(Math.abs(off) > 2 * UNIT_ROUNDOFF * Math.sqrt(jj * kk))) return false;
        double zeta = (kk - jj) / (2 * off);
        double t = Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
        double c = 1 / Math.sqrt(1 + t * t);
        for (int i = 0; i < parameters; i++) {
            double left = work[j * parameters + i];
            double right = work[k * parameters + i];
            work[j * parameters + i] = c * left - c * t * right;
            work[k * parameters + i] = c * t * left + c * right;
        }
        return true;
    }
}
