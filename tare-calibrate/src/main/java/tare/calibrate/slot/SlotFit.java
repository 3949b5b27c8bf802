package tare.calibrate.slot;

import java.util.List;
import tare.calibrate.accumulate.Accumulator;
import tare.conditions.store.Candidate;

/// Makes constants of a slot's sums. The same sums must give the same constants.
@FunctionalInterface
public interface SlotFit<A extends Accumulator<A>> {
    /// @return one candidate or more; the calibration adds to their journals which slot it was
    List<Candidate> constants(Slot slot, A sums);
}
