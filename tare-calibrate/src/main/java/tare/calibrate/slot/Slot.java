package tare.calibrate.slot;

import tare.core.time.IntervalOfValidity;
import tare.core.time.Moment;

/// A stretch of time whose data belong together.
///
/// @param valid the slot itself; while it is open, its end may still move away
/// @param first time of the first input in it
/// @param last time of the last input in it so far
/// @param inputs how many there are, 1 or more
public record Slot(IntervalOfValidity valid, long first, long last, long inputs) {
    public Slot {
        if (inputs < 1 || first > last || first < valid.since() || last >= valid.until()) {
            throw new IllegalArgumentException(
                    "a slot %s cannot hold %s inputs from %s to %s"
                            .formatted(
                                    valid,
                                    inputs,
                                    valid.axis().format(first),
                                    valid.axis().format(last)));
        }
    }

    /// When constants made of it begin to hold.
    public Moment since() {
        return new Moment(valid.axis(), valid.since());
    }

    Slot until(long until) {
        return new Slot(
                new IntervalOfValidity(valid.axis(), valid.since(), until), first, last, inputs);
    }

    Slot withInputAt(long time) {
        return new Slot(valid, first, time, inputs + 1);
    }

    @Override
    public String toString() {
        return "slot " + valid + " of " + inputs + " inputs";
    }
}
