package tare.core.time;

/// One point on a time axis.
///
/// @param value 0 or more, below [IntervalOfValidity#OPEN]
public record Moment(TimeAxis axis, long value) {
    public Moment {
        if (value < 0 || value == IntervalOfValidity.OPEN) {
            throw new IllegalArgumentException(
                    "a moment on axis " + axis + " is 0 to 2^63 - 2, got " + value);
        }
    }

    @Override
    public String toString() {
        return axis.format(value);
    }
}
