package tare.app.cli;

import org.jspecify.annotations.Nullable;
import tare.conditions.view.Entry;
import tare.core.time.IntervalOfValidity;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// A stored interval for machines.
///
/// @param payload SHA-256 of the content, 64 hexadecimal digits
record EntryDocument(
        String tag,
        int bank,
        String name,
        Valid valid,
        String payload,
        long sequence,
        String type,
        int typeVersion) {
    static EntryDocument of(Entry entry) {
        return new EntryDocument(
                entry.tag(),
                entry.bank().number(),
                entry.bank().name(),
                Valid.of(entry.valid()),
                entry.payload().hex(),
                entry.sequence(),
                entry.type().name(),
                entry.type().version());
    }

    /// @param until null if no end is known
    record Valid(TimeAxis axis, long since, @Nullable Long until, String text) {
        static Valid of(IntervalOfValidity valid) {
            return new Valid(
                    valid.axis(),
                    valid.since(),
                    valid.isOpen() ? null : valid.until(),
                    valid.toString());
        }
    }

    record At(TimeAxis axis, long value, String text) {
        static At of(Moment moment) {
            return new At(moment.axis(), moment.value(), moment.toString());
        }
    }
}
