package tare.detectors.pixel.gain;

import static tare.detectors.pixel.gain.Condition01.isPositive;

import tare.calibrate.scan.ScanCounters;

/// n, Σ ADC and Σ ADC² of every point of a block of pixels, and what follows from them point by
/// point: `[point][lane]`.
final class PointSums {
    final float[][] n;
    final float[][] sum;
    final float[][] squares;

    /// Mean of a point with more than one entry [ADC]; else 0, as in the reference.
    final double[][] mean;

    /// Variance of the entries of such a point [ADC²]; else 0.
    final double[][] variance;

    /// 1 for a point with more than one entry, else 0.
    final double[][] usable;

    PointSums(int points, int lanes) {
        n = new float[points][lanes];
        sum = new float[points][lanes];
        squares = new float[points][lanes];
        mean = new double[points][lanes];
        variance = new double[points][lanes];
        usable = new double[points][lanes];
    }

    int points() {
        return n.length;
    }

    int lanes() {
        return n[0].length;
    }

    /// Takes over neighbouring slots of counters; lanes beyond `count` keep what they held.
    void load(ScanCounters counters, int firstSlot, int count) {
        for (int point = 0; point < points(); point++) {
            counters.load(point, firstSlot, count, n[point], sum[point], squares[point]);
        }
    }

    /// Takes over one pixel.
    void set(int lane, int point, float entries, float adcSum, float adcSquares) {
        n[point][lane] = entries;
        sum[point][lane] = adcSum;
        squares[point][lane] = adcSquares;
    }

    /// Entries as the reference's 8-bit counters hold them.
    void countInEightBits() {
        for (float[] row : n) for (int i = 0; i < row.length; i++) row[i] %= 256;
    }

    /// Whether a pixel never answered.
    boolean isSilent(int lane) {
        int point = 0;
        while (point < points() && n[point][lane] == 0) point++;
        return point == points();
    }

    void derive() {
        for (int point = 0; point < points(); point++) {
            derive(
                    n[point],
                    sum[point],
                    squares[point],
                    mean[point],
                    variance[point],
                    usable[point]);
        }
    }

    /// The divisions are in single precision, as in the reference.
    private static void derive(
            float[] n,
            float[] sum,
            float[] squares,
            double[] mean,
            double[] variance,
            double[] usable) {
        for (int i = 0; i < n.length; i++) {
            float isUsable = isPositive(n[i] - 1f);
            float divisor = n[i] + (1f - isUsable); // never 0
            double y = sum[i] / divisor * isUsable;
            mean[i] = y;
            variance[i] = squares[i] / divisor * isUsable - y * y;
            usable[i] = isUsable;
        }
    }
}
