package tare.calibrate.scan;

import java.util.Arrays;
import java.util.Locale;

/// Where the hits of the channels that a pattern stimulates are counted.
///
/// A channel number is a group and a place in it, `group << placeBits | place` (for pixels: a ROC
/// and the pixel in it); every group is stimulated at the same places. Slots run group by group, in
/// groups of equal size. Immutable.
public final class SlotTable {
    /// Stands for a place that the pattern does not stimulate.
    public static final short NONE = -1;

    final short[] slotOfPlace;
    final int placeBits;
    final int slotsPerGroup;

    private SlotTable(short[] slotOfPlace, int placeBits, int slotsPerGroup) {
        this.slotOfPlace = slotOfPlace;
        this.placeBits = placeBits;
        this.slotsPerGroup = slotsPerGroup;
    }

    /// A table in which place `places[i]` has slot `i` of its group.
    ///
    /// @param placeBits width of a place number, 1 to 15
    /// @param places distinct, each below `1 << placeBits`
    /// @throws IllegalArgumentException naming the place that is not
    public static SlotTable of(int placeBits, int... places) {
        if (placeBits < 1 || placeBits > 15) {
            throw new IllegalArgumentException("places have 1 to 15 bits, got " + placeBits);
        }
        short[] slotOfPlace = new short[1 << placeBits];
        Arrays.fill(slotOfPlace, NONE);
        for (int slot = 0; slot < places.length; slot++) {
            int place = places[slot];
            if (place < 0 || place >= slotOfPlace.length) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "places of %d bits are 0 to %d, got %d",
                                placeBits,
                                slotOfPlace.length - 1,
                                place));
            }
            if (slotOfPlace[place] != NONE) {
                throw new IllegalArgumentException("place " + place + " is in the pattern twice");
            }
            slotOfPlace[place] = (short) slot;
        }
        return new SlotTable(slotOfPlace, placeBits, places.length);
    }

    /// Slots in each group.
    public int slotsPerGroup() {
        return slotsPerGroup;
    }

    /// Slot of a place in its group, or [#NONE].
    public int slot(int place) {
        return slotOfPlace[place];
    }
}
