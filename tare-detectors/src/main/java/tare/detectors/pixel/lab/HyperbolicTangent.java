package tare.detectors.pixel.lab;

import org.hipparchus.util.FastMath;

/// ADC = centre + amplitude * tanh(rate * VCal - shift).
///
/// @param rate par0: inverse of the VCal over which the curve rises
/// @param shift par1: where it is steepest, in units of 1 / rate
/// @param amplitude par2: half the height of the rise [ADC]
/// @param centre par3: pulse height at the steepest point [ADC]
public record HyperbolicTangent(double rate, double shift, double amplitude, double centre)
        implements PulseHeightCurve {
    @Override
    public double adc(double vcal) {
        return centre + amplitude * Math.tanh(rate * vcal - shift);
    }

    @Override
    public double vcal(double adc) {
        return (FastMath.atanh((adc - centre) / amplitude) + shift) / rate;
    }

    @Override
    public void gradient(double vcal, double[] into) {
        double tanh = Math.tanh(rate * vcal - shift);
        double slope = amplitude * (1 - tanh * tanh);
        into[0] = slope * vcal;
        into[1] = -slope;
        into[2] = tanh;
        into[3] = 1;
    }

    @Override
    public double[] parameters() {
        return new double[] {rate, shift, amplitude, centre};
    }
}
