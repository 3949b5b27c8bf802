package tare.detectors.pixel.gain;

/// Results of a block of pixels, one column per quantity, indexed by lane.
///
/// Quantities of pixels without a fit (status 0, -2, -7 before the fit) are 0, as in the
/// reference's histograms.
public final class FitResults {
    final float[] pedestal;
    final float[] gain;
    final float[] slopeError;
    final float[] pedestalError;
    final float[] chi2PerNdf;
    final float[] probability;
    final float[] lowCharge;
    final float[] highCharge;
    final int[] points;
    final int[] weightedPoints;
    final float[] dynamicRange;
    final float[] saturation;
    final GainStatus[] status;

    public FitResults(int lanes) {
        pedestal = new float[lanes];
        gain = new float[lanes];
        slopeError = new float[lanes];
        pedestalError = new float[lanes];
        chi2PerNdf = new float[lanes];
        probability = new float[lanes];
        lowCharge = new float[lanes];
        highCharge = new float[lanes];
        points = new int[lanes];
        weightedPoints = new int[lanes];
        dynamicRange = new float[lanes];
        saturation = new float[lanes];
        status = new GainStatus[lanes];
    }

    /// Response at no charge [ADC].
    public float pedestal(int lane) {
        return pedestal[lane];
    }

    /// Inverse slope [e/ADC].
    public float gain(int lane) {
        return gain[lane];
    }

    /// Lowest charge that was fitted [e].
    public float lowCharge(int lane) {
        return lowCharge[lane];
    }

    /// Highest charge that was fitted [e].
    public float highCharge(int lane) {
        return highCharge[lane];
    }

    /// Points that were fitted.
    public int points(int lane) {
        return points[lane];
    }

    public GainStatus status(int lane) {
        return status[lane];
    }

    /// A pixel without a fit.
    void clear(int lane, GainStatus why) {
        for (float[] column : floats()) column[lane] = 0;
        points[lane] = 0;
        weightedPoints[lane] = 0;
        status[lane] = why;
    }

    private float[][] floats() {
        return new float[][] {
            pedestal,
            gain,
            slopeError,
            pedestalError,
            chi2PerNdf,
            probability,
            lowCharge,
            highCharge,
            dynamicRange,
            saturation
        };
    }
}
