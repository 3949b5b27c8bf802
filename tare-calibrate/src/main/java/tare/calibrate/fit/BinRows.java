package tare.calibrate.fit;

import static tare.calibrate.fit.LineBlock.LANES;

import java.util.Arrays;
import tare.core.channel.FitStatus;

/// The bins of a block of channels as rows of lanes, with errors by a [BinErrors] rule.
final class BinRows {
    private final HistogramColumns input;
    private final BinErrors errors;
    private final int bins;

    /// Rows for the bins, and an empty one if they are odd.
    private final int even;

    private final double[][] x;
    private final double[][] y;

    /// Spent by a fit.
    private final double[][] dy;

    private final double[] content;
    private final double[] variance;

    /// Σ variance / Σ content of a lane; 1 for counted entries.
    private final double[] variancePerEntry = new double[LANES];

    private final int[] taken = new int[LANES];
    private final FitStatus[] status = new FitStatus[LANES];
    private int lanes;

    BinRows(HistogramColumns input, BinErrors errors) {
        this.input = input;
        this.errors = errors;
        bins = input.bins();
        even = bins + bins % 2;
        x = new double[even][LANES];
        y = new double[even][LANES];
        dy = new double[even][LANES];
        content = new double[bins];
        variance = new double[bins];
        Arrays.fill(status, FitStatus.NOT_FITTED);
        for (int bin = 0; bin < bins; bin++) Arrays.fill(x[bin], input.center(bin));
    }

    void load(int first, int laneCount) {
        lanes = laneCount;
        for (int lane = 0; lane < lanes; lane++) {
            input.copy(first + lane, content, variance);
            status[lane] = input.status(first + lane, content, variance);
            load(lane);
        }
    }

    private void load(int lane) {
        double sum = 0;
        double sumVariance = 0;
        taken[lane] = 0;
        for (int bin = 0; bin < bins; bin++) {
            boolean isTaken = errors != BinErrors.FROM_CONTENT || variance[bin] > 0;
            y[bin][lane] = isTaken ? content[bin] : 0;
            dy[bin][lane] = isTaken ? firstError(variance[bin]) : LineBlock.NO_POINT;
            if (isTaken) taken[lane]++;
            sum += content[bin];
            sumVariance += variance[bin];
        }
        variancePerEntry[lane] = sumVariance / sum;
    }

    private double firstError(double binVariance) {
        return switch (errors) {
            case FROM_CONTENT -> Math.sqrt(binVariance);
            case AT_LEAST_ONE -> Math.sqrt(Math.max(1, binVariance));
            case FROM_LINE -> 1;
        };
    }

    void fit(LineBlock block) {
        fitOnce(block);
        if (errors != BinErrors.FROM_LINE) return;
        for (int bin = 0; bin < bins; bin++) {
            for (int lane = 0; lane < lanes; lane++) {
                double expected = block.value(lane, x[bin][lane]);
                double unit = variancePerEntry[lane];
                dy[bin][lane] = Math.sqrt(unit * Math.max(unit, expected));
            }
        }
        fitOnce(block);
    }

    private void fitOnce(LineBlock block) {
        if (even > bins) Arrays.fill(dy[bins], LineBlock.NO_POINT);
        block.fit(lanes, even, x, y, dy);
    }

    /// Bins of a lane that take part.
    int taken(int lane) {
        return taken[lane];
    }

    FitStatus status(int lane) {
        return status[lane];
    }
}
