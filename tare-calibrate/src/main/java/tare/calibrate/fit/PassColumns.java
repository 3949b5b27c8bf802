package tare.calibrate.fit;

/// How often each channel answered.
///
/// @param passed trials with the wanted outcome
/// @param total all trials
public record PassColumns(long[] passed, long[] total) implements FitInput {
    public PassColumns {
        if (passed.length != total.length) {
            throw new IllegalArgumentException(
                    "columns must be of one length, got " + passed.length + " and " + total.length);
        }
    }

    @Override
    public int channels() {
        return total.length;
    }
}
