package tare.core.time;

/// The interval `[since, until)` in which a payload holds (IOV).
///
/// @param since first value that is inside
/// @param until first value that is not; [#OPEN] if no end is known
public record IntervalOfValidity(TimeAxis axis, long since, long until) {
    public static final long OPEN = Long.MAX_VALUE;

    public IntervalOfValidity {
        if (since < 0)
            throw new IllegalArgumentException("since must not be negative, got " + since);
        if (until <= since) {
            throw new IllegalArgumentException(
                    "an interval of validity is not empty: since " + since + ", until " + until);
        }
    }

    /// Valid from a moment on, with no known end.
    public static IntervalOfValidity from(Moment since) {
        return new IntervalOfValidity(since.axis(), since.value(), OPEN);
    }

    public boolean isOpen() {
        return until == OPEN;
    }

    /// @throws IllegalArgumentException if the moment is on another axis
    public boolean contains(Moment moment) {
        if (moment.axis() != axis) {
            throw new IllegalArgumentException(
                    moment + " is on axis " + moment.axis() + ", the interval on axis " + axis);
        }
        return since <= moment.value() && moment.value() < until;
    }

    @Override
    public String toString() {
        return "[" + axis.format(since) + ", " + (isOpen() ? "open" : axis.format(until)) + ")";
    }
}
