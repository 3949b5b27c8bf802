package tare.detectors.pixel.gain;

import tare.detectors.pixel.raw.Counting;

/// The straight-line fit of a calibration for pulse heights of which only means are known, as bench
/// files have them.
///
/// A mean a of n triggers is taken as n equal entries: sum n·a, squares n·a². No point has a
/// spread, so the line is unweighted and its errors come from the residuals. A mean of 0 is no
/// response and has no entries; a pixel without any response counts as one on its plateau. One
/// thread; buffers are reused.
public final class MeanFit {
    private static final int TRIGGERS = 10;

    private final ChargeAxis axis;
    private final GainFit fit;

    /// @param axis settings of the points and their charge
    /// @param lanes pixels per block, 1 or more
    public MeanFit(ChargeAxis axis, int lanes, FitSettings settings) {
        this.axis = axis;
        fit = new GainFit(axis.vcal().length, lanes, settings, Counting.MENDED);
    }

    /// Sets a point of a pixel.
    ///
    /// @param meanAdc pulse height, 0 for no response
    public void set(int lane, int point, int meanAdc) {
        int entries = meanAdc == 0 ? 0 : TRIGGERS;
        float sum = (float) entries * meanAdc;
        fit.sums().set(lane, point, entries, sum, sum * meanAdc);
    }

    /// Fits the pixels whose points have been set.
    ///
    /// @param count lanes in use
    public void fit(int count, FitResults results) {
        fit.fit(axis, count, results);
    }
}
