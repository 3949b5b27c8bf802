package tare.detectors.pixel.lab;

import org.hipparchus.special.Erf;

/// ADC = plateau * (erf((VCal - step) / width) + floor).
///
/// @param step par0: VCal of the steepest rise
/// @param width par1: VCal over which it rises
/// @param floor par2: 1 if the curve starts from 0 ADC
/// @param plateau par3: half the height of the rise [ADC]
public record ErrorFunction(double step, double width, double floor, double plateau)
        implements PulseHeightCurve {
    /// Slope of erf at 0.
    static final double SLOPE_AT_ZERO = 2 / Math.sqrt(Math.PI);

    @Override
    public double adc(double vcal) {
        return plateau * (Erf.erf((vcal - step) / width) + floor);
    }

    @Override
    public double vcal(double adc) {
        return step + width * Erf.erfInv(adc / plateau - floor);
    }

    @Override
    public void gradient(double vcal, double[] into) {
        double t = (vcal - step) / width;
        double slope = plateau / width * SLOPE_AT_ZERO * Math.exp(-t * t);
        into[0] = -slope;
        into[1] = -slope * t;
        into[2] = plateau;
        into[3] = Erf.erf(t) + floor;
    }

    @Override
    public double[] parameters() {
        return new double[] {step, width, floor, plateau};
    }
}
