package tare.calibrate.fit;

import java.util.Arrays;
import tare.core.channel.FitStatus;

/// Maximum likelihood of answers k of n at points x, expected Φ(a + b t) with t = (x − middle) /
/// half range.
///
/// The likelihood has one maximum, since its logarithm is concave in a and b; steps by the expected
/// second derivatives (Fisher scoring), halved until the deviance does not get worse, find it.
/// Source: D. Finney, Probit Analysis.
final class StepResponse {
    private static final int MAX_STEPS = 60;
    private static final int MAX_HALVINGS = 12;

    /// Expected further gain in deviance at which a fit has arrived: 1e-4 standard deviations.
    private static final double ARRIVED = 1e-8;

    /// Noise of a sharp step, compared to the smallest distance between points.
    private static final double LEAST_NOISE = 0.05;

    private static final double FLOOR = 1e-290;

    private final double[] x;
    private final boolean isAxis;
    private final double middle;
    private final double half;
    private final double sharpNoise;

    private final double[] t;
    private final double[] passed;
    private final double[] total;
    private int points;

    private double a;
    private double b;
    private double deviance;
    private double aa;
    private double ab;
    private double bb;
    private double aGradient;
    private double bGradient;
    private double threshold;
    private double noise;
    private double thresholdError;
    private double noiseError;

    StepResponse(double[] x) {
        this.x = x;
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double least = x.length == 0 ? 0 : sorted[0];
        double most = x.length == 0 ? 0 : sorted[x.length - 1];
        middle = 0.5 * least + 0.5 * most;
        half = 0.5 * most - 0.5 * least;
        isAxis = half > 0 && Double.isFinite(2 * half) && Double.isFinite(middle);
        double gap = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            double distance = sorted[i] - sorted[i - 1];
            if (distance > 0) gap = Math.min(gap, distance);
        }
        sharpNoise = LEAST_NOISE * gap;
        t = new double[x.length];
        passed = new double[x.length];
        total = new double[x.length];
    }

    /// Takes the points that have trials.
    ///
    /// @return ok, non-finite input, no data, too few samples, or out of histogram range
    FitStatus load(StepColumns input, int channel) {
        points = 0;
        double allPassed = 0;
        double allTotal = 0;
        if (x.length > 0 && hasNonFinite()) return FitStatus.NON_FINITE_INPUT;
        for (int step = 0; step < x.length; step++) {
            long k = input.passed()[step][channel];
            long n = input.total()[step][channel];
            if (k < 0 || k > n) return FitStatus.NON_FINITE_INPUT;
            if (n == 0) continue;
            t[points] = (x[step] - middle) / half;
            passed[points] = k;
            total[points] = n;
            points++;
            allPassed += k;
            allTotal += n;
        }
        if (points == 0) return FitStatus.NO_DATA;
        if (points < 2) return FitStatus.TOO_FEW_SAMPLES;
        if (!isAxis) return FitStatus.SINGULAR_MATRIX;
        boolean isOneSided = allPassed == 0 || allPassed == allTotal;
        return isOneSided ? FitStatus.OUT_OF_HISTOGRAM_RANGE : FitStatus.OK;
    }

    private boolean hasNonFinite() {
        double probe = 0;
        for (double value : x) probe += 0 * value;
        return probe != 0;
    }

    FitStatus fit() {
        if (isSharp()) return FitStatus.AT_BOUND;
        start();
        deviance = evaluate(a, b);
        for (int step = 0; step < MAX_STEPS; step++) {
            double determinant = aa * bb - ab * ab;
            if (!(determinant > 1e-14 * aa * bb)) return FitStatus.SINGULAR_MATRIX;
            double aStep = (bb * aGradient - ab * bGradient) / determinant;
            double bStep = (aa * bGradient - ab * aGradient) / determinant;
            double gain = aGradient * aStep + bGradient * bStep;
            boolean moved = move(aStep, bStep);
            if (!moved || gain < ARRIVED) return arrived();
        }
        return findResults() ? FitStatus.AT_BOUND : FitStatus.SINGULAR_MATRIX;
    }

    /// Whether all answers lie on one side of all failures: the likelihood then has no maximum, but
    /// grows for ever as the noise gets less. The threshold is anywhere between the two.
    private boolean isSharp() {
        double leastPassed = Double.POSITIVE_INFINITY;
        double mostPassed = Double.NEGATIVE_INFINITY;
        double leastFailed = Double.POSITIVE_INFINITY;
        double mostFailed = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points; i++) {
            if (passed[i] > 0) {
                leastPassed = Math.min(leastPassed, t[i]);
                mostPassed = Math.max(mostPassed, t[i]);
            }
            if (passed[i] < total[i]) {
                leastFailed = Math.min(leastFailed, t[i]);
                mostFailed = Math.max(mostFailed, t[i]);
            }
        }
        if (leastPassed >= mostFailed) return setSharp(mostFailed, leastPassed);
        return leastFailed >= mostPassed && setSharp(mostPassed, leastFailed);
    }

    private boolean setSharp(double from, double to) {
        threshold = middle + half * (0.5 * from + 0.5 * to);
        thresholdError = Math.max(sharpNoise, half * (to - from) / Math.sqrt(12));
        noise = sharpNoise;
        noiseError = sharpNoise;
        deviance = 0;
        return true;
    }

    /// A threshold where the mean response passes through the middle, rising or falling as the
    /// responses do, over half the scan.
    private void start() {
        double sumT = 0;
        double sumP = 0;
        double sumTp = 0;
        double sumTt = 0;
        for (int i = 0; i < points; i++) {
            double p = passed[i] / total[i];
            sumT += t[i];
            sumP += p;
            sumTp += t[i] * p;
            sumTt += t[i] * t[i];
        }
        double rise = sumTp - sumT * sumP / points;
        double spread = sumTt - sumT * sumT / points;
        b = spread > 0 ? Math.clamp(4 * rise / spread, -4, 4) : 0;
        double mean = Math.clamp(sumP / points, 0.02, 0.98);
        a = 2.5 * (mean - 0.5) - b * sumT / points;
    }

    private boolean move(double aStep, double bStep) {
        double fromA = a;
        double fromB = b;
        double before = deviance;
        double length = 1;
        for (int halving = 0; halving <= MAX_HALVINGS; halving++) {
            a = fromA + length * aStep;
            b = fromB + length * bStep;
            deviance = evaluate(a, b);
            if (deviance <= before) return true;
            length *= 0.5;
        }
        a = fromA;
        b = fromB;
        deviance = evaluate(a, b);
        return false;
    }

    /// Deviance, and the normal equations besides.
    private double evaluate(double atA, double atB) {
        aa = 0;
        ab = 0;
        bb = 0;
        aGradient = 0;
        bGradient = 0;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            double eta = atA + atB * t[i];
            double p = Math.max(Normal.cdf(eta), FLOOR);
            double q = Math.max(Normal.cdf(-eta), FLOOR);
            double density = Normal.density(eta);
            double failed = total[i] - passed[i];
            double pull = density * (passed[i] / p - failed / q);
            double weight = total[i] * (density / p) * (density / q);
            aa += weight;
            ab += weight * t[i];
            bb += weight * t[i] * t[i];
            aGradient += pull;
            bGradient += pull * t[i];
            if (passed[i] > 0) sum += passed[i] * Math.log(passed[i] / (total[i] * p));
            if (failed > 0) sum += failed * Math.log(failed / (total[i] * q));
        }
        return 2 * sum;
    }

    private FitStatus arrived() {
        if (Math.abs(a) > Math.abs(b)) return FitStatus.OUT_OF_HISTOGRAM_RANGE;
        return findResults() ? FitStatus.OK : FitStatus.SINGULAR_MATRIX;
    }

    /// Errors are from the inverse of the normal equations.
    private boolean findResults() {
        double determinant = aa * bb - ab * ab;
        double place = -a / b;
        double variance = (bb - 2 * place * ab + place * place * aa) / determinant;
        threshold = middle + half * place;
        noise = half / Math.abs(b);
        thresholdError = noise * Math.sqrt(variance);
        noiseError = noise / Math.abs(b) * Math.sqrt(aa / determinant);
        return determinant > 1e-14 * aa * bb;
    }

    double threshold() {
        return threshold;
    }

    double thresholdError() {
        return thresholdError;
    }

    double noise() {
        return noise;
    }

    double noiseError() {
        return noiseError;
    }

    double deviance() {
        return deviance;
    }

    /// With trials.
    int points() {
        return points;
    }
}
