package tare.detectors.calorimeter.frontend;

import java.util.Locale;

/// What the front-end electronics of a barrel tower takes off its ADC: four bits and a sign.
///
/// Unit: steps of the 10-bit ADC, that is 4 counts of the 12-bit one. It is chosen so that a tower
/// at its pedestal gives `shift / 4`. Source: trigger specification 2.1, after
/// StTriggerUtilities/Bemc/BEMC_DSM_decoder.cxx.
///
/// @param steps 0..15
/// @param subtracted whether the steps are taken off (else they are added)
public record FeePedestal(int steps, boolean subtracted) {
    private static final int MOST_STEPS = 15;
    private static final int SIGN = 1 << 4;

    public FeePedestal {
        if (steps < 0 || steps > MOST_STEPS)
            throw new IllegalArgumentException(
                    "a front-end pedestal has 0..15 steps, got " + steps);
    }

    /// The setting for a tower.
    ///
    /// @param pedestalAdc of the tower, in counts of the 12-bit ADC; absurd ones are folded into
    /// the
    ///     four bits as well, as tables have them
    /// @param shiftAdc where the pedestal shall come to lie, in the same counts; normally 24
    public static FeePedestal of(float pedestalAdc, int shiftAdc, PedestalRounding rounding) {
        if (!Float.isFinite(pedestalAdc))
            throw new IllegalArgumentException("a pedestal must be a number, got " + pedestalAdc);
        float difference = pedestalAdc - shiftAdc;
        long steps = Math.round(Math.rint(Math.abs(difference) / 4.0));
        if (steps > MOST_STEPS) steps -= 4 * rounding.quarter(steps - 11);
        return new FeePedestal((int) steps & MOST_STEPS, difference >= 0);
    }

    /// As the electronics stores it: bits 0 to 3 the steps, bit 4 set if they are subtracted.
    public int bits() {
        return steps | (subtracted ? SIGN : 0);
    }

    /// From the five bits of the electronics.
    public static FeePedestal ofBits(int bits) {
        if (bits < 0 || bits >= 2 * SIGN)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "a front-end pedestal has five bits, got 0x%x", bits));
        return new FeePedestal(bits & MOST_STEPS, (bits & SIGN) != 0);
    }

    /// What is added to the 10-bit ADC, -15..15.
    public int offset() {
        return subtracted ? -steps : steps;
    }
}
