package tare.calibrate.fit;

import java.util.List;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.channel.FitStatus;

/// Points (x, y ± dy) to a polynomial: layout `polynomial/1`.
///
/// Closed-form weighted least squares with weights 1 / dy², by [LinearLeastSquares] in centred and
/// scaled x. Coefficient k belongs to the power k of x itself; coefficients of powers far from 0
/// cancel each other, so they are kept as f64. Errors follow from dy alone.
public final class PolynomialFit implements ChannelFit<PointColumns> {
    private static final int MAX_DEGREE = 20;

    private final int degree;
    private final BankLayout layout;

    /// @param degree from 0 to 20
    public PolynomialFit(int degree) {
        if (degree < 0 || degree > MAX_DEGREE) {
            throw new IllegalArgumentException(
                    "a polynomial has degree 0 to " + MAX_DEGREE + ", got " + degree);
        }
        this.degree = degree;
        layout =
                new BankLayout(
                        "polynomial",
                        1,
                        List.of(
                                new FieldDefinition("coefficient", "1", FieldType.F64, degree + 1),
                                new FieldDefinition("error", "1", FieldType.F64, degree + 1),
                                new FieldDefinition("chi2", "1", FieldType.F32),
                                new FieldDefinition("ndf", "1", FieldType.I32),
                                new FieldDefinition("n", "1", FieldType.I32)));
    }

    @Override
    public BankLayout layout() {
        return layout;
    }

    @Override
    public void fit(PointColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        var polynomial = new CenteredPolynomial(input.capacity(), degree);
        double[] x = new double[input.capacity()];
        double[] y = new double[input.capacity()];
        double[] dy = new double[input.capacity()];
        for (int channel = fromChannel; channel < untilChannel; channel++) {
            int n = input.points(channel);
            for (int point = 0; point < n; point++) {
                int at = input.at(point, channel);
                x[point] = input.x()[at];
                y[point] = input.y()[at];
                dy[point] = input.dy()[at];
            }
            FitStatus status = polynomial.fit(x, y, dy, n);
            write(results, channel, n, polynomial);
            rows.end(channel, status);
        }
    }

    private void write(BankBuilder results, int channel, int n, CenteredPolynomial polynomial) {
        int first = channel * (degree + 1);
        for (int k = 0; k <= degree; k++) {
            results.doubles("coefficient")[first + k] = polynomial.coefficient(k);
            results.doubles("error")[first + k] = polynomial.error(k);
        }
        results.floats("chi2")[channel] = (float) polynomial.chi2();
        results.ints("ndf")[channel] = Math.max(0, n - degree - 1);
        results.ints("n")[channel] = n;
    }
}
