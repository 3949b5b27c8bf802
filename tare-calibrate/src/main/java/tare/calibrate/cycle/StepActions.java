package tare.calibrate.cycle;

/// What is done at the steps of a cycle. Each does nothing unless it is given.
public interface StepActions {
    /// Brings the stimulus to the step's setting: first of all, and again when a run goes on inside
    /// the step after an interruption.
    default void set(Step step) {}

    /// Makes ready for the step's data: empties accumulators, say. Not called again when a run goes
    /// on after something inside the step had ended.
    default void begin(Step step) {}

    /// Takes the data of a step that has no cycles inside.
    default void accumulate(Step step) {}

    /// Makes something of the step's data: a point from sums, say.
    default void end(Step step) {}
}
