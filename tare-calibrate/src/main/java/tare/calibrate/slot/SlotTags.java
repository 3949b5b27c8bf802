package tare.calibrate.slot;

import java.util.List;
import java.util.Optional;
import tare.calibrate.accumulate.Accumulator;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.FailureLimit;
import tare.conditions.type.SystemDefinition;
import tare.core.bank.BankLayout;
import tare.core.journal.Journal;
import tare.core.time.Moment;

/// Where a slot calibration keeps what it makes.
///
/// | tag | holds |
/// | --- | --- |
/// | `tag` | the constants of each slot from its begin on |
/// | `tag-sums` | the partial sums; the newest commit is the state, whatever the time |
/// | `tag-refused` | the sums of slots whose constants the gate refused, at their begins |
///
/// @param type of the constants
/// @param system the detector's banks, if known
public record SlotTags(String tag, CalibrationType type, Optional<SystemDefinition> system) {
    static final BankName SUMS = new BankName(0, "sums");

    String sumsTag() {
        return tag + "-sums";
    }

    String refusedTag() {
        return tag + "-refused";
    }

    /// All states hold from the beginning of time, so that a newer one takes the place of the
    /// former.
    Moment always() {
        return new Moment(type.axis(), 0);
    }

    /// The type of partial sums: any content will do, as long as it is theirs.
    <A extends Accumulator<A, ?>> CalibrationType sumsType(SlotSums<A> kind) {
        BankLayout layout = kind.empty().toBank(kind.channels(), Journal.EMPTY).layout();
        return new CalibrationType(
                type.name() + "-sums",
                layout,
                kind.channels().idScheme(),
                type.axis(),
                List.of(),
                new FailureLimit.FewerThan(1));
    }
}
