package tare.calibrate.slot;

import java.util.List;
import tare.conditions.type.Verdict;
import tare.conditions.view.Entry;
import tare.core.result.ErrorCode;

/// What became of a finished slot. It is durable when it is told.
public sealed interface SlotOutcome {
    Slot slot();

    /// Its constants hold from its begin on.
    ///
    /// @param constants what is valid now; banks whose content had been valid already included
    record Stored(Slot slot, List<Entry> constants) implements SlotOutcome {
        public Stored {
            constants = List.copyOf(constants);
        }
    }

    /// The fit made no constants; otherwise as [Refused].
    record Failed(Slot slot, ErrorCode code, String reason) implements SlotOutcome {}

    /// The gate did not accept its constants; those before it stay valid. Its sums are kept in a
    /// tag of their own, and the calibration goes on with the next slot.
    record Refused(Slot slot, List<Verdict.Rejected> verdicts) implements SlotOutcome {
        public Refused {
            verdicts = List.copyOf(verdicts);
        }
    }
}
