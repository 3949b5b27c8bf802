package tare.detectors.pixel.gain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tare.calibrate.fit.ChiSquare;
import tare.calibrate.fit.LineFits;
import tare.calibrate.scan.ScanCounters;
import tare.detectors.pixel.raw.Counting;

/// Fits ADC = pedestal + charge / gain for a block of pixels of one module.
///
/// Which points are fitted, and which status a pixel gets, follow SiPixelGainCalibrationAnalysis
/// (CMSTrackerDPG/SiPixelTools-GainCalibration at 2ee1d7b) step by step. The line is closed-form
/// weighted least squares, which agrees with its minimiser to 0.002 standard errors. Every pixel
/// gets a status; nothing throws. As in the reference, points left out for want of spread still
/// count in ndf.
///
/// One fit per thread; buffers are reused.
public final class GainFit {
    private static final double LOWEST_START_ADC = 255;

    private final int points;
    private final GainLimits limits;
    private final ErrorModel errorModel;
    private final Counting counting;
    private final PointSums sums;
    private final PointSelection selection;
    private final PointWeights weights;
    private final LineFits lines;
    private final double[] lowest;
    private final double[] highest;
    private final boolean[] silent;

    /// @param points of the scan, 1 or more
    /// @param lanes pixels per block, 1 or more
    /// @param counting whose rules hold for more than 255 entries at a point
    public GainFit(int points, int lanes, FitSettings settings, Counting counting) {
        if (points < 1 || lanes < 1) {
            throw new IllegalArgumentException(points + " points, " + lanes + " pixels per block");
        }
        this.points = points;
        this.limits = settings.limits();
        this.errorModel = settings.errorModel();
        this.counting = counting;
        sums = new PointSums(points, lanes);
        selection = new PointSelection(points, lanes);
        weights = new PointWeights(points, lanes, settings.errorModel());
        lines = new LineFits(lanes);
        lowest = new double[lanes];
        highest = new double[lanes];
        silent = new boolean[lanes];
    }

    /// Pixels per block.
    public int lanes() {
        return sums.lanes();
    }

    /// The sums of the block, to be set before [#fit(ChargeAxis, int, FitResults)].
    PointSums sums() {
        return sums;
    }

    /// Fits a block of counters. Pixels that never answered have no data; the reference does not
    /// fit those either.
    ///
    /// @param axis charges of the module
    /// @param firstSlot first of `count <= lanes()` neighbouring slots
    /// @param results takes the results of slot `firstSlot + i` at index `i`
    public void fit(
            ScanCounters counters, int firstSlot, int count, ChargeAxis axis, FitResults results) {
        sums.load(counters, firstSlot, count);
        // Before entries are taken modulo 256: a pixel with 256 of them has answered.
        for (int lane = 0; lane < count; lane++) silent[lane] = sums.isSilent(lane);
        if (counting == Counting.AS_REFERENCE) sums.countInEightBits();
        fit(axis, count, results);
        for (int lane = 0; lane < count; lane++) {
            if (silent[lane]) results.clear(lane, GainStatus.NO_DATA);
        }
    }

    /// Fits the block whose sums have been set.
    void fit(ChargeAxis axis, int count, FitResults results) {
        double[] charge = axis.charges();
        sums.derive();
        findExtremes();
        selection.select(sums, charge, axis.minCharge(), count);
        weights.weigh(sums, selection, count);
        lines.fit(charge, sums.mean, weights.weight);
        if (errorModel == ErrorModel.POOLED) {
            selection.selectByLine(sums, lines, charge, axis.minCharge(), count);
            weights.weigh(sums, selection, count);
            lines.fit(charge, sums.mean, weights.weight);
        }
        for (int lane = 0; lane < count; lane++) finish(lane, charge, results);
    }

    private void findExtremes() {
        Arrays.fill(lowest, LOWEST_START_ADC);
        Arrays.fill(highest, 0);
        for (int point = 0; point < points; point++) {
            widen(sums.mean[point], sums.usable[point], lowest, highest);
        }
    }

    private static void widen(double[] mean, double[] usable, double[] lowest, double[] highest) {
        for (int i = 0; i < mean.length; i++) {
            lowest[i] = Math.min(lowest[i], mean[i] + (1 - usable[i]) * LOWEST_START_ADC);
            highest[i] = Math.max(highest[i], mean[i]);
        }
    }

    private void finish(int lane, double[] charge, FitResults results) {
        GainStatus early = withoutFit(lane);
        if (early != null) {
            results.clear(lane, early);
            return;
        }
        int taken = (int) selection.takenPoints[lane];
        int ndf = taken - 2;
        double chi2 = lines.chi2(lane);
        // Through two points chi2 is 0 or what rounding leaves of it: infinite in the reference.
        double chi2PerNdf = ndf > 0 ? chi2 / ndf : Double.POSITIVE_INFINITY;
        double errorScale = weights.fromResiduals[lane] ? Math.sqrt(chi2 / Math.max(ndf, 1)) : 1;
        double gain = 1 / lines.slope(lane);
        double probability = ChiSquare.probability(chi2, ndf);
        results.pedestal[lane] = (float) lines.intercept(lane);
        results.gain[lane] = (float) gain;
        results.slopeError[lane] = (float) (errorScale * lines.slopeError(lane));
        results.pedestalError[lane] = (float) (errorScale * lines.interceptError(lane));
        results.chi2PerNdf[lane] = (float) chi2PerNdf;
        results.probability[lane] = (float) probability;
        results.lowCharge[lane] = (float) charge[selection.first(lane)];
        results.highCharge[lane] = (float) charge[selection.last(lane)];
        results.points[lane] = taken;
        results.weightedPoints[lane] = (int) weights.weightedPoints[lane];
        results.dynamicRange[lane] = (float) (highest[lane] - lowest[lane]);
        results.saturation[lane] = (float) highest[lane];
        results.status[lane] = status(lane, gain, chi2PerNdf, probability);
    }

    /// The status of a pixel that is not fitted; null if it is.
    private @Nullable GainStatus withoutFit(int lane) {
        if (selection.isOnPlateau(sums, lane)) return GainStatus.ON_PLATEAU;
        return selection.takenPoints[lane] < 2 ? GainStatus.TOO_FEW_POINTS : null;
    }

    /// The reference sets these one after the other, the last one stays: read from the end. Only
    /// the check for numbers is moved up, so that no unusable constants pass as NO_PLATEAU.
    private GainStatus status(int lane, double gain, double chi2PerNdf, double probability) {
        boolean isNumber =
                Float.isFinite((float) gain) && Float.isFinite((float) lines.intercept(lane));
        if (Math.abs(gain) > limits.maxGain() || gain < 0) return GainStatus.GAIN_OUT_OF_RANGE;
        if (points < PointSelection.PLATEAU_POINTS) return GainStatus.TOO_FEW_POINTS;
        if (!isNumber) return GainStatus.NOT_A_NUMBER;
        if (selection.noPlateau[lane] > 0) return GainStatus.NO_PLATEAU;
        if (chi2PerNdf > limits.maxChi2PerNdf()) return GainStatus.HIGH_CHI2;
        if (probability < limits.minProbability()) return GainStatus.LOW_PROBABILITY;
        return GainStatus.GOOD;
    }
}
