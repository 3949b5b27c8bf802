package tare.calibrate.slot;

import java.util.Optional;

/// All that a restart needs to know.
///
/// @param open the slot that the sums belong to; empty if they are empty
public record SlotState<A>(
        Watermark watermark, Optional<Slot> open, SlotTally tally, A sums) {
    static <A> SlotState<A> start(SlotSums<A> kind) {
        return new SlotState<>(Watermark.START, Optional.empty(), SlotTally.ZERO, kind.empty());
    }
}
