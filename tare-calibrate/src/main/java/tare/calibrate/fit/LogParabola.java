package tare.calibrate.fit;

import tare.core.channel.FitStatus;

/// A parabola through the logarithms of a peak's bins, and the Gaussian that it belongs to; lengths
/// are in bins.
///
/// Weighted least squares in polynomials that are orthogonal on the bins, so nothing is inverted.
/// With n entries, or (Σw)² / Σw² of weighted ones, the logarithm has the variance 1 / n and the
/// bias that log n − 1 / (2n), weighted by n, removes. A bin holds the mean over its width, which
/// widens the peak by 1/12 of a squared bin (Sheppard's correction).
final class LogParabola {
    private static final double SHEPPARD = 1.0 / 12;

    private double sumW;
    private double place;
    private double s1;
    private double s2;
    private double alpha;
    private double beta;
    private double q0;
    private double q1;
    private double q2;
    private double chi2;

    private double mean;
    private double wideSquare;
    private double square;

    /// @param content above 0 in the window
    /// @param variance above 0 in the window
    FitStatus fit(double[] content, double[] variance, PeakWindow window) {
        if (window.bins() < 3) return FitStatus.TOO_FEW_SAMPLES;
        orthogonalise(content, variance, window);
        project(content, variance, window);
        wideSquare = -1 / (2 * q2);
        square = wideSquare - SHEPPARD;
        mean = -(q1 - alpha * q2) / (2 * q2);
        return q2 < 0 && square > 0 ? FitStatus.OK : FitStatus.NON_FINITE_RESULT;
    }

    private static double entries(double content, double variance) {
        return content / variance * content;
    }

    /// Moments of the bins' places give the polynomials 1, u, u² − αu − β.
    private void orthogonalise(double[] content, double[] variance, PeakWindow window) {
        sumW = 0;
        double sum = 0;
        for (int bin = window.from(); bin < window.until(); bin++) {
            double w = entries(content[bin], variance[bin]);
            sumW += w;
            sum += w * (bin - window.peak());
        }
        place = window.peak() + sum / sumW;
        s1 = 0;
        double cubes = 0;
        for (int bin = window.from(); bin < window.until(); bin++) {
            double u = bin - place;
            double wuu = entries(content[bin], variance[bin]) * u * u;
            s1 += wuu;
            cubes += wuu * u;
        }
        alpha = cubes / s1;
        beta = s1 / sumW;
    }

    private double second(double u) {
        return u * (u - alpha) - beta;
    }

    private void project(double[] content, double[] variance, PeakWindow window) {
        double y0 = 0;
        double y1 = 0;
        double y2 = 0;
        s2 = 0;
        for (int bin = window.from(); bin < window.until(); bin++) {
            double w = entries(content[bin], variance[bin]);
            double u = bin - place;
            double second = second(u);
            double wy = w * logarithm(content[bin], w);
            y0 += wy;
            y1 += wy * u;
            y2 += wy * second;
            s2 += w * second * second;
        }
        q0 = y0 / sumW;
        q1 = y1 / s1;
        q2 = y2 / s2;
        chi2 = 0;
        for (int bin = window.from(); bin < window.until(); bin++) {
            double w = entries(content[bin], variance[bin]);
            double u = bin - place;
            double residual = logarithm(content[bin], w) - q0 - q1 * u - q2 * second(u);
            chi2 += w * residual * residual;
        }
    }

    private static double logarithm(double content, double entries) {
        return Math.log(content) - 0.5 / entries;
    }

    double chi2() {
        return chi2;
    }

    /// In bins from the lower end of the first one.
    double mean() {
        return place + mean + 0.5;
    }

    double meanError() {
        double byQ1 = -1 / (2 * q2);
        double byQ2 = (alpha / 2 - mean) / q2;
        return Math.sqrt(byQ1 * byQ1 / s1 + byQ2 * byQ2 / s2);
    }

    double sigma() {
        return Math.sqrt(square);
    }

    double sigmaError() {
        return squareByQ2() / (2 * Math.sqrt(square)) / Math.sqrt(s2);
    }

    /// How σ² follows q2.
    private double squareByQ2() {
        return 1 / (2 * q2 * q2);
    }

    /// Entries per bin at the peak, had the bins no width.
    double amplitude() {
        double top = q0 + q1 * mean + q2 * second(mean);
        return Math.exp(top) * Math.sqrt(wideSquare / square);
    }

    double amplitudeError() {
        double byQ2 = second(mean) + 0.5 * (1 / wideSquare - 1 / square) * squareByQ2();
        double relative = Math.sqrt(1 / sumW + mean * mean / s1 + byQ2 * byQ2 / s2);
        return amplitude() * relative;
    }
}
