package tare.calibrate.fit;

import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.FitStatus;

/// Points (x, y ± dy) to a straight line: layout `line/1`.
///
/// Closed-form weighted least squares with weights 1 / dy². Variances and covariance follow from
/// dy alone; they are not scaled by chi2. Two points make a line of no degrees of freedom and
/// chi2 0. Points without a finite x and y and a finite dy > 0 are "non-finite input"; where all x
/// of a channel are one, the matrix is singular.
public final class ScatterLineFit implements ChannelFit<PointColumns> {
    private static final int LANES = LineBlock.LANES;

    private final BankLayout layout;

    /// @param xUnit of the stimulus: `DAC`
    /// @param yUnit of the response: `ADC`
    public ScatterLineFit(String xUnit, String yUnit) {
        layout = Layouts.line(xUnit, yUnit);
    }

    @Override
    public BankLayout layout() {
        return layout;
    }

    @Override
    public void fit(PointColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        var columns = new LineColumns(results);
        var points = new PointRows(input.capacity());
        var block = new LineBlock();
        for (int first = fromChannel; first < untilChannel; first += LANES) {
            int lanes = Math.min(LANES, untilChannel - first);
            points.load(input, first, lanes);
            points.fit(block);
            columns.write(block, lanes, first);
            if (points.rows() >= 2 && points.isUniform() && block.haveLines(lanes)) {
                columns.count(first, first + lanes, points.rows());
                rows.endGood(first, first + lanes);
            } else {
                for (int lane = 0; lane < lanes; lane++) {
                    int n = input.points(first + lane);
                    columns.count(first + lane, n);
                    boolean isLine = n >= 2 && block.hasLine(lane);
                    rows.end(
                            first + lane,
                            isLine
                                    ? FitStatus.OK
                                    : failure(input, first + lane, block.isSingular(lane)));
                }
            }
        }
    }

    private static FitStatus failure(PointColumns input, int channel, boolean isSingular) {
        int n = input.points(channel);
        if (n == 0) return FitStatus.NO_DATA;
        for (int point = 0; point < n; point++) {
            int at = input.at(point, channel);
            double dy = input.dy()[at];
            double probe = 0 * input.x()[at] + 0 * input.y()[at] + 0 * dy;
            if (probe != 0 || !(dy > 0)) return FitStatus.NON_FINITE_INPUT;
        }
        if (n == 1) return FitStatus.TOO_FEW_SAMPLES;
        return isSingular ? FitStatus.SINGULAR_MATRIX : FitStatus.NON_FINITE_RESULT;
    }
}
