package tare.calibrate.fit;

/// How often each channel answered at each step of a scan: `passed[step][channel]` out of
/// `total[step][channel]`.
///
/// @param x value of the stimulus at each step, the same for all channels
public record StepColumns(int channels, double[] x, long[][] passed, long[][] total)
        implements FitInput {
    public StepColumns {
        if (passed.length != x.length || total.length != x.length) {
            throw new IllegalArgumentException(
                    x.length
                            + " steps must have as many rows, got "
                            + passed.length
                            + " and "
                            + total.length);
        }
        for (int step = 0; step < x.length; step++) {
            if (passed[step].length != channels || total[step].length != channels) {
                throw new IllegalArgumentException(
                        "row " + step + " must have a value for each of " + channels + " channels");
            }
        }
    }
}
