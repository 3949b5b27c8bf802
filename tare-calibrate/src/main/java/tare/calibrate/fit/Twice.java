package tare.calibrate.fit;

/// Sums of products in twice the working precision, rounded once at the end.
///
/// Product and sum are split into value and rounding error without loss. Source: T. Ogita, S. Rump,
/// S. Oishi, SIAM J. Sci. Comput. 26 (2005) 1955.
final class Twice {
    private Twice() {}

    /// y − r − Σ_k a[row + k · stride] · x[k].
    static double defect(
            double y, double r, double[] a, int row, int stride, double[] x, int count) {
        double sum = y - r;
        double lost = sumError(y, -r, sum);
        for (int k = 0; k < count; k++) {
            double factor = -a[row + k * stride];
            double product = factor * x[k];
            double next = sum + product;
            lost += Math.fma(factor, x[k], -product) + sumError(sum, product, next);
            sum = next;
        }
        return sum + lost;
    }

    /// −Σ_i a[from + i] · x[i].
    static double minusDot(double[] a, int from, double[] x, int count) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < count; i++) {
            double product = a[from + i] * x[i];
            double next = sum + product;
            lost += Math.fma(a[from + i], x[i], -product) + sumError(sum, product, next);
            sum = next;
        }
        return -(sum + lost);
    }

    /// What rounding took from a + b. Source: D. Knuth, The Art of Computer Programming, 4.2.2.
    private static double sumError(double a, double b, double sum) {
        double bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }
}
