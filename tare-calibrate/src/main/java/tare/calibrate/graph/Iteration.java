package tare.calibrate.graph;

/// Repeats an algorithm, each time from the last result, until two results in a row agree.
///
/// @param max results at most, 2 or more
public record Iteration(int max, Convergence until) {
    public Iteration {
        if (max < 2) {
            throw new IllegalArgumentException("to compare takes 2 iterations, got " + max);
        }
    }
}
