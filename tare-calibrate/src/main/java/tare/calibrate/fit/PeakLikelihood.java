package tare.calibrate.fit;

import tare.core.channel.FitStatus;

/// A Gaussian peak by maximum likelihood in bins with Poisson statistics; lengths are in bins.
///
/// Parameters are ln(entries), mean and ln(sigma). Steps by the expected second derivatives (Fisher
/// scoring), damped as by Levenberg and Marquardt until they do not make the deviance worse. At
/// most [#MAX_STEPS] evaluations. Source of the deviance: S. Baker and R. Cousins, Nucl. Instr.
/// Meth. 221 (1984) 437.
final class PeakLikelihood {
    static final int MAX_STEPS = 60;

    /// Expected further gain in deviance at which a fit has arrived: 1e-4 standard deviations.
    private static final double ARRIVED = 1e-8;

    /// Narrower than that, a peak looks the same.
    private static final double LEAST_SIGMA = 0.05;

    private static final double FLOOR = 1e-290;

    private final PeakEquations trial = new PeakEquations();
    private final PeakEquations equations = new PeakEquations();
    private double logEntries;
    private double mean;
    private double logSigma;
    private double deviance;
    private double varianceScale;
    private double total;
    private int from;
    private int until;
    private int bins;

    /// @param content of all bins
    FitStatus fit(double[] content, double[] variance, PeakWindow window) {
        bins = content.length;
        from = window.from();
        until = window.until();
        if (!start(content, variance)) return FitStatus.TOO_FEW_SAMPLES;
        deviance = evaluate(content, logEntries, mean, logSigma, equations);
        double damping = 1e-3;
        for (int step = 0; step < MAX_STEPS; step++) {
            if (!equations.solve(damping)) return FitStatus.SINGULAR_MATRIX;
            double gain = equations.gain();
            damping *= step(content) ? 0.1 : 10;
            if (gain < ARRIVED) return arrived();
        }
        return equations.invert() ? FitStatus.AT_BOUND : FitStatus.SINGULAR_MATRIX;
    }

    private FitStatus arrived() {
        if (!equations.invert()) return FitStatus.SINGULAR_MATRIX;
        boolean isInside = mean >= 0 && mean < bins;
        if (!isInside) return FitStatus.OUT_OF_HISTOGRAM_RANGE;
        return isAtBound() ? FitStatus.AT_BOUND : FitStatus.OK;
    }

    private boolean isAtBound() {
        return logSigma <= Math.log(LEAST_SIGMA) || logSigma >= Math.log(widestSigma());
    }

    private double widestSigma() {
        return 10.0 * bins;
    }

    /// Moments of the window. Weighted entries count as Σw · Σw / Σw² of them.
    private boolean start(double[] content, double[] variance) {
        double sum = 0;
        double sumVariance = 0;
        double first = 0;
        int filled = 0;
        for (int bin = from; bin < until; bin++) {
            if (content[bin] > 0) filled++;
            sum += content[bin];
            sumVariance += variance[bin];
            first += content[bin] * (bin + 0.5);
        }
        if (filled < 3 || !(sum > 0)) return false;
        mean = first / sum;
        double second = 0;
        for (int bin = from; bin < until; bin++) {
            double distance = bin + 0.5 - mean;
            second += content[bin] * distance * distance;
        }
        varianceScale = sumVariance / sum;
        total = sum;
        logEntries = Math.log(sum);
        logSigma = 0.5 * Math.log(Math.max(second / sum - 1.0 / 12, 0.1));
        return true;
    }

    /// Tries the step that stands in the equations equations.
    ///
    /// @return whether the deviance did not get worse; if it did, nothing has changed
    private boolean step(double[] content) {
        double entriesThere = logEntries + Math.clamp(equations.step(0), -2, 2);
        double sigma = Math.exp(logSigma);
        double meanThere = mean + Math.clamp(equations.step(1), -2 * sigma, 2 * sigma);
        meanThere = Math.clamp(meanThere, -bins, 2.0 * bins);
        double sigmaThere = logSigma + Math.clamp(equations.step(2), -1, 1);
        sigmaThere = Math.clamp(sigmaThere, Math.log(LEAST_SIGMA), Math.log(widestSigma()));
        entriesThere = Math.min(entriesThere, Math.log(total) + 20);
        double there = evaluate(content, entriesThere, meanThere, sigmaThere, trial);
        if (!(there <= deviance)) return false;
        deviance = there;
        logEntries = entriesThere;
        mean = meanThere;
        logSigma = sigmaThere;
        equations.take(trial);
        return true;
    }

    /// Deviance in units of the variance per entry, and the equations equations at some parameters.
    private double evaluate(
            double[] content,
            double atLogEntries,
            double atMean,
            double atLogSigma,
            PeakEquations into) {
        double entries = Math.exp(atLogEntries);
        double perSigma = Math.exp(-atLogSigma);
        into.clear();
        double sum = 0;
        double z = (from - atMean) * perSigma;
        double density = Normal.density(z);
        for (int bin = from; bin < until; bin++) {
            double nextZ = (bin + 1 - atMean) * perSigma;
            double nextDensity = Normal.density(nextZ);
            double expected = Math.max(entries * Normal.between(z, nextZ), FLOOR * entries);
            double byMean = entries * (density - nextDensity) * perSigma;
            double byLogSigma = entries * (z * density - nextZ * nextDensity);
            double seen = content[bin];
            into.add(
                    expected,
                    byMean,
                    byLogSigma,
                    (seen - expected) / expected / varianceScale,
                    1 / (expected * varianceScale));
            sum += expected - seen;
            if (seen > 0) sum += seen * Math.log(seen / expected);
            z = nextZ;
            density = nextDensity;
        }
        return 2 * sum / varianceScale;
    }

    double chi2() {
        return deviance;
    }

    /// In bins from the lower end of the first one.
    double mean() {
        return mean;
    }

    double meanError() {
        return Math.sqrt(equations.covariance(1, 1));
    }

    double sigma() {
        return Math.exp(logSigma);
    }

    double sigmaError() {
        return sigma() * Math.sqrt(equations.covariance(2, 2));
    }

    /// Entries per bin at the peak.
    double amplitude() {
        return Math.exp(logEntries - logSigma) / Math.sqrt(2 * Math.PI);
    }

    double amplitudeError() {
        double relative =
                equations.covariance(0, 0)
                        + equations.covariance(2, 2)
                        - 2 * equations.covariance(0, 2);
        return amplitude() * Math.sqrt(relative);
    }
}
