package tare.detectors.calorimeter.frontend;

import java.util.Locale;

/// Which bits of a tower's 10-bit ADC become its high-tower word.
///
/// Modes 1 to 3 take five bits from bit `mode` on, and set bit 5 if any bit above them is set, up
/// to bit 9; bits above bit 9 are lost. Mode 0 takes the ADC as it is. Negative ADCs count in two's
/// complement, so a small negative one looks almost full. Source: trigger specification 2.2.
///
/// @param mode 0..3
public record BitConversion(int mode) {
    private static final int FIVE_BITS = 31;
    private static final int BIT_5 = 32;

    public BitConversion {
        if (mode < 0 || mode > 3)
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a bit conversion is 0, 1, 2 or 3, got %d", mode));
    }

    /// The high-tower word of one tower.
    ///
    /// @param adc10 its 10-bit ADC without pedestal
    public int highTower(int adc10) {
        if (mode == 0) return adc10;
        return ((adc10 >> mode) & FIVE_BITS) | ((adc10 & above()) == 0 ? 0 : BIT_5);
    }

    private int above() {
        return 0x3FF & -(1 << (mode + 5));
    }
}
