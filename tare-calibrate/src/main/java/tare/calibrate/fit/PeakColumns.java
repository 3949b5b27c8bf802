package tare.calibrate.fit;

import tare.core.bank.BankBuilder;

/// The columns of `gaus/1`, filled from a peak in units of bins.
final class PeakColumns {
    private final double low;
    private final double binWidth;
    private final float[] amplitude;
    private final float[] mean;
    private final float[] sigma;
    private final float[] amplitudeError;
    private final float[] meanError;
    private final float[] sigmaError;
    private final float[] chi2;
    private final int[] ndf;

    PeakColumns(HistogramColumns input, BankBuilder results) {
        low = input.low();
        binWidth = input.binWidth();
        amplitude = results.floats("amplitude");
        mean = results.floats("mean");
        sigma = results.floats("sigma");
        amplitudeError = results.floats("amplitude_error");
        meanError = results.floats("mean_error");
        sigmaError = results.floats("sigma_error");
        chi2 = results.floats("chi2");
        ndf = results.ints("ndf");
    }

    /// @param meanBins mean in bins from the lower end of the first one
    void write(
            int channel,
            double height,
            double heightError,
            double meanBins,
            double meanErrorBins,
            double sigmaBins,
            double sigmaErrorBins) {
        amplitude[channel] = (float) height;
        amplitudeError[channel] = (float) heightError;
        mean[channel] = (float) (low + meanBins * binWidth);
        meanError[channel] = (float) (meanErrorBins * binWidth);
        sigma[channel] = (float) (sigmaBins * binWidth);
        sigmaError[channel] = (float) (sigmaErrorBins * binWidth);
    }

    void writeQuality(int channel, double channelChi2, int bins) {
        chi2[channel] = (float) channelChi2;
        ndf[channel] = Math.max(0, bins - 3);
    }
}
