package tare.detectors.calorimeter.frontend;

import java.util.Locale;
import tare.detectors.calorimeter.map.EndcapMap;

/// What is known of the endcap's towers, columns of 720.
///
/// @param pedestalAdc in counts of the 12-bit ADC
/// @param status bits of the statuses; [#HOT_HIGH_TOWER] takes a tower out
/// @param failure bits of the failures; [#GARBAGE] takes a tower out
/// @param known false for a tower that the database does not have, which is taken out
public record EndcapTables(float[] pedestalAdc, int[] status, int[] failure, boolean[] known) {
    /// Status bit: fires high towers for no reason.
    public static final int HOT_HIGH_TOWER = 0x4;

    /// Failure bit: nothing of it makes sense.
    public static final int GARBAGE = 0x1;

    public EndcapTables {
        requireLength("pedestals", pedestalAdc.length);
        requireLength("statuses", status.length);
        requireLength("failures", failure.length);
        requireLength("marks of known towers", known.length);
    }

    private static void requireLength(String what, int length) {
        if (length != EndcapMap.TOWERS)
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "an endcap has 720 %s, got %d", what, length));
    }

    boolean isMasked(int tower) {
        return !known[tower]
                || (status[tower] & HOT_HIGH_TOWER) != 0
                || (failure[tower] & GARBAGE) != 0;
    }
}
