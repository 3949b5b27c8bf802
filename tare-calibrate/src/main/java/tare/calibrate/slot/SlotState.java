package tare.calibrate.slot;

import java.util.Optional;
import tare.calibrate.accumulate.Accumulator;

/// All that a restart needs to know.
///
/// @param open the slot that the sums belong to; empty if they are empty
public record SlotState<A extends Accumulator<A, ?>>(
        Watermark watermark, Optional<Slot> open, SlotTally tally, A sums) {
    static <A extends Accumulator<A, ?>> SlotState<A> start(SlotSums<A> kind) {
        return new SlotState<>(Watermark.START, Optional.empty(), SlotTally.ZERO, kind.empty());
    }
}
