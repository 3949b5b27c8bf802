package tare.calibrate.slot;

import java.util.function.Consumer;
import tare.core.time.IntervalOfValidity;

/// A piece of data with one time: a file, a time frame, the sums of one luminosity section.
///
/// The content is asked for once its time has passed, in the order of time; of inputs with the same
/// time, in the order of their names. It may read a file then, or hand over what it holds: a source
/// that reuses buffers must copy.
///
/// @param position in the source; increasing, and the same again when the source is read again
/// @param name unique among inputs of the same time
/// @param time on the axis of the slots
/// @param content what it has to add: `source::forEach` for samples, or the sums that somebody else
///     made of them, to be merged. If the data cannot be read, it throws
///     [java.io.UncheckedIOException] with file and offset in the message
public record SlotInput<A>(long position, String name, long time, Consumer<? super A> content) {
    public SlotInput {
        if (position < 0) throw new IllegalArgumentException("position must be >= 0: " + position);
        if (time < 0 || time == IntervalOfValidity.OPEN) {
            throw new IllegalArgumentException("a time is 0 to 2^63 - 2, got " + time);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("input " + position + " has no name");
        }
    }
}
