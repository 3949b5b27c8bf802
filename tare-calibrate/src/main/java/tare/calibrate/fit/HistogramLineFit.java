package tare.calibrate.fit;

import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.FitStatus;

/// A histogram to a straight line of entries per bin against the bins' centres: layout `line/1`.
///
/// Closed-form weighted least squares; [BinErrors] says with which errors, and what becomes of
/// empty bins. `n` counts the bins that take part. A histogram with entries beside its bins only is
/// "out of histogram range".
public final class HistogramLineFit implements ChannelFit<HistogramColumns> {
    private final BankLayout layout;
    private final BinErrors errors;

    /// @param xUnit of the axis: `ns`
    public HistogramLineFit(String xUnit, BinErrors errors) {
        layout = Layouts.line(xUnit, "entries");
        this.errors = errors;
    }

    @Override
    public BankLayout layout() {
        return layout;
    }

    @Override
    public void fit(
            HistogramColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        var columns = new LineColumns(results);
        var bins = new BinRows(input, errors);
        var block = new LineBlock();
        for (int first = fromChannel; first < untilChannel; first += LineBlock.LANES) {
            int lanes = Math.min(LineBlock.LANES, untilChannel - first);
            bins.load(first, lanes);
            bins.fit(block);
            columns.write(block, lanes, first);
            for (int lane = 0; lane < lanes; lane++) {
                columns.count(first + lane, bins.taken(lane));
                rows.end(first + lane, status(bins, block, lane));
            }
        }
    }

    private static FitStatus status(BinRows bins, LineBlock block, int lane) {
        if (bins.status(lane) != FitStatus.OK) return bins.status(lane);
        if (bins.taken(lane) < 2) return FitStatus.TOO_FEW_SAMPLES;
        if (block.hasLine(lane)) return FitStatus.OK;
        return block.isSingular(lane) ? FitStatus.SINGULAR_MATRIX : FitStatus.NON_FINITE_RESULT;
    }
}
