package tare.calibrate.slot;

import tare.calibrate.accumulate.Accumulator;

/// A slot calibration on paper.
///
/// @param slots how the stream is cut
/// @param sums what is accumulated
/// @param fit what is made of the sums of a slot
/// @param tags where it goes
public record SlotRecipe<A extends Accumulator<A, ?>>(
        Slots slots, SlotSums<A> sums, SlotFit<A> fit, SlotTags tags) {
    public SlotRecipe {
        if (slots.axis() != tags.type().axis()) {
            throw new IllegalArgumentException(
                    "slots on axis %s, constants on axis %s"
                            .formatted(slots.axis(), tags.type().axis()));
        }
    }
}
