package tare.detectors.pixel.lab;

/// How a pulse-height fit weighs its points and what it allows.
///
/// @param weighting error of a point
/// @param vcalShift added to every VCal before the fit; the curve's abscissa is then shifted too
/// @param highestRate upper bound of par0 of a hyperbolic tangent [1/VCal]; infinite for none
public record FitRules(Weighting weighting, double vcalShift, double highestRate) {
    /// Plain least squares: all points alike, VCal as it is, no bounds.
    public static final FitRules LEAST_SQUARES =
            new FitRules(Weighting.EQUAL, 0, Double.POSITIVE_INFINITY);

    /// What the bench software of 2015 does. It fits a histogram of unit bins, so a VCal stands at
    /// the centre of its bin, half a step higher; it takes 5 % of the pulse height as error; and in
    /// its files par0 of the hyperbolic tangent never exceeds 0.002, where most pixels end.
    ///
    /// Source: psi46/pxar, `tests/PixTestGainPedestal.cc`, for bins and errors; the bound is read
    /// off the parameters of jsiado/Crosscalibration and shown by repeating them.
    public static final FitRules BENCH = new FitRules(Weighting.PROPORTIONAL, 0.5, 0.002);

    public FitRules {
        if (!Double.isFinite(vcalShift)) {
            throw new IllegalArgumentException("VCal shift must be finite, got " + vcalShift);
        }
        if (!(highestRate > 0)) {
            throw new IllegalArgumentException("highest rate must be > 0, got " + highestRate);
        }
    }

    /// Error of a point.
    public enum Weighting {
        /// 1 ADC for every point.
        EQUAL,
        /// 5 % of the pulse height.
        PROPORTIONAL;

        private static final double FRACTION = 0.05;

        double errorAdc(double adc) {
            return switch (this) {
                case EQUAL -> 1;
                case PROPORTIONAL -> FRACTION * adc;
            };
        }
    }
}
