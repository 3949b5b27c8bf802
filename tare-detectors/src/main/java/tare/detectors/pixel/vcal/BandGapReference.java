package tare.detectors.pixel.vcal;

import java.util.Locale;

/// Voltage of a ROC's band-gap reference by dose: `B(d) = asymptote - drop * exp(-rate * d)`.
///
/// The charge injected per VCal step grows with that voltage. Immutable.
///
/// @param asymptoteVolts voltage after unlimited dose
/// @param dropVolts by how much the voltage of a new chip is lower
/// @param ratePerMrad inverse of the dose after which 1/e of the drop is left
public record BandGapReference(double asymptoteVolts, double dropVolts, double ratePerMrad) {
    public BandGapReference {
        if (!(dropVolts >= 0 && asymptoteVolts > dropVolts && ratePerMrad >= 0)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a band-gap reference needs asymptote > drop >= 0 V and rate >= 0 /Mrad, got %s V, %s V, %s /Mrad",
                            asymptoteVolts,
                            dropVolts,
                            ratePerMrad));
        }
    }

    /// The phase-1 chips: 1.25 V when new, 1.38 V in the end, a factor 1.104.
    ///
    /// Source: `test/calc_corrections.py` of CMSTrackerDPG/SiPixelTools-GainCalibration.
    public static BandGapReference phase1() {
        return new BandGapReference(1.38, 0.13, 0.0313);
    }

    /// Voltage after a dose [V].
    ///
    /// @param doseMrad absorbed dose, 0 or more
    /// @throws IllegalArgumentException if the dose is negative or not a number
    public double volts(double doseMrad) {
        if (!(doseMrad >= 0)) {
            throw new IllegalArgumentException("a dose is >= 0 Mrad, got " + doseMrad);
        }
        return asymptoteVolts - dropVolts * Math.exp(-ratePerMrad * doseMrad);
    }

    /// Voltage relative to a new chip.
    public double ratio(double doseMrad) {
        return volts(doseMrad) / volts(0);
    }
}
