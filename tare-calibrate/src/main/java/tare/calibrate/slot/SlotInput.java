package tare.calibrate.slot;

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
public record SlotInput<A>(long position, String name, long time, Content<A> content) {
    /// What an input has to add: samples, or sums that somebody else made of them.
    @FunctionalInterface
    public interface Content<A> {
        /// @throws java.io.UncheckedIOException if the data cannot be read; the message names file
        ///     and offset
        void addTo(A sums);
    }

    public SlotInput {
        if (position < 0) throw new IllegalArgumentException("position must be >= 0: " + position);
        if (time < 0 || time == IntervalOfValidity.OPEN) {
            throw new IllegalArgumentException("a time is 0 to 2^63 - 2, got " + time);
        }
        if (name.isBlank())
            throw new IllegalArgumentException("input " + position + " has no name");
    }
}
