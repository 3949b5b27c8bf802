package tare.detectors.pixel.lab;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;
import tare.core.channel.FitStatus;
import tare.detectors.pixel.lab.FitOutcome.Converged;
import tare.detectors.pixel.lab.FitOutcome.Failed;

/// Least-squares fit of a pulse-height curve to the points of one pixel, over their full range, by
/// Levenberg and Marquardt's method.
///
/// Points without response (0 ADC) are left out; 255 ADC, the end of the scale, takes part. Every
/// outcome is a value: nothing is thrown for bad points. A fit ends after at most 100 iterations
/// (measured pixels need about 8). Safe for use by several threads.
///
/// @param family curve to fit
/// @param rules errors of the points and bounds
public record PulseHeightFit(CurveFamily family, FitRules rules) {
    private static final int PARAMETERS = 4;

    /// One point more than parameters, so that something is left to judge the curve by.
    private static final int FEWEST_POINTS = PARAMETERS + 1;

    private static final int MOST_ITERATIONS = 100;
    private static final int MOST_EVALUATIONS = 200;

    /// Fits the points of a pixel.
    ///
    /// @param vcalLow settings in steps of the low range, ascending
    /// @param meanAdc pulse heights, 0 for no response; as many
    /// @throws IllegalArgumentException if the arrays differ in length
    public FitOutcome fit(double[] vcalLow, double[] meanAdc) {
        if (vcalLow.length != meanAdc.length) {
            throw new IllegalArgumentException(
                    vcalLow.length + " VCal settings, but " + meanAdc.length + " pulse heights");
        }
        ResponsePoints points = ResponsePoints.of(vcalLow, meanAdc, rules);
        if (points.size() == 0) return new Failed(FitStatus.NO_DATA, "no point has a response");
        if (points.size() < FEWEST_POINTS) {
            return new Failed(
                    FitStatus.TOO_FEW_SAMPLES,
                    points.size() + " points with a response, " + FEWEST_POINTS + " are needed");
        }
        if (!points.isFinite()) {
            return new Failed(FitStatus.NON_FINITE_INPUT, "a VCal or pulse height is not finite");
        }
        if (points.isFlat()) {
            return new Failed(FitStatus.SINGULAR_MATRIX, "all pulse heights are equal");
        }
        try {
            return fit(points);
        } catch (MathRuntimeException e) {
            return new Failed(FitStatus.NOT_FITTED, String.valueOf(e.getMessage()));
        }
    }

    private FitOutcome fit(ResponsePoints points) {
        PulseHeightCurve start = points.start(family);
        PulseHeightCurve free = minimum(points, start, 0);
        if (free instanceof HyperbolicTangent(double rate, var shift, var amplitude, var centre)
                && rate > rules.highestRate()) {
            double held = rules.highestRate();
            // The same steepest point, so that the fit starts near its end.
            var bounded = new HyperbolicTangent(held, shift * held / rate, amplitude, centre);
            return outcome(points, minimum(points, bounded, 1), FitStatus.AT_BOUND);
        }
        return outcome(points, free, FitStatus.OK);
    }

    private static FitOutcome outcome(
            ResponsePoints points, PulseHeightCurve curve, FitStatus status) {
        double chi2 = points.chi2(curve);
        if (!Double.isFinite(chi2)) {
            return new Failed(FitStatus.NON_FINITE_RESULT, "the fit ended at " + curve);
        }
        return new Converged(curve, points.size(), chi2, points.rmsResidualAdc(curve), status);
    }

    /// The curve of least squares with the first parameters held at those of the start.
    private PulseHeightCurve minimum(ResponsePoints points, PulseHeightCurve start, int held) {
        double[] parameters = start.parameters();
        var problem =
                LeastSquaresFactory.create(
                        model(points, parameters, held),
                        new ArrayRealVector(points.weightedAdc(), false),
                        new ArrayRealVector(parameters, held, PARAMETERS - held),
                        null,
                        MOST_EVALUATIONS,
                        MOST_ITERATIONS);
        return curve(
                parameters, new LevenbergMarquardtOptimizer().optimize(problem).getPoint(), held);
    }

    private MultivariateJacobianFunction model(ResponsePoints points, double[] start, int held) {
        return free -> {
            PulseHeightCurve curve = curve(start, free, held);
            double[] values = new double[points.size()];
            double[][] jacobian = new double[points.size()][PARAMETERS - held];
            double[] gradient = new double[PARAMETERS];
            for (int i = 0; i < values.length; i++) {
                double weight = points.weight(i);
                values[i] = weight * curve.adc(points.vcal(i));
                curve.gradient(points.vcal(i), gradient);
                for (int k = held; k < PARAMETERS; k++)
                    jacobian[i][k - held] = weight * gradient[k];
            }
            return new Pair<RealVector, RealMatrix>(
                    new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
        };
    }

    private PulseHeightCurve curve(double[] start, RealVector free, int held) {
        double[] all = start.clone();
        for (int k = held; k < PARAMETERS; k++) all[k] = free.getEntry(k - held);
        return family.curve(all[0], all[1], all[2], all[3]);
    }
}
