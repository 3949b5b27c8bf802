package tare.calibrate.slot;

import java.util.List;
import tare.calibrate.accumulate.Accumulator;
import tare.conditions.store.Candidate;
import tare.core.result.Result;

/// Makes constants of a slot's sums, or says why there are none. The same sums must give the same
/// answer.
@FunctionalInterface
public interface SlotFit<A extends Accumulator<A, ?>> {
    /// @return one candidate or more; the calibration adds to their journals which slot it was
    Result<List<Candidate>> constants(Slot slot, A sums);
}
