package tare.calibrate.cycle;

/// How far a run has come.
///
/// @param step that has just ended
/// @param ended steps of all cycles that have ended; [CycleRun#resume] goes on from this number
/// @param total steps of all cycles
public record CycleProgress(Step step, long ended, long total) {
    public double fraction() {
        return (double) ended / total;
    }
}
