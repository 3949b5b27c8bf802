package tare.core.time;

/// The number of a run.
///
/// @param value 1 or more
public record RunNumber(long value) implements Comparable<RunNumber> {
    public RunNumber {
        if (value < 1 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("a run number is 1 to 4294967295, got " + value);
        }
    }

    public Moment moment() {
        return new Moment(TimeAxis.RUN, value);
    }

    @Override
    public int compareTo(RunNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
