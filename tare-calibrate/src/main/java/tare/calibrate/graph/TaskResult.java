package tare.calibrate.graph;

/// How one interval ended.
sealed interface TaskResult {
    /// It has constants, which are stored.
    ///
    /// @param computed now, or restored
    record Made(Output output, boolean computed) implements TaskResult {}

    record Without(TaskFailure failure) implements TaskResult {}
}
