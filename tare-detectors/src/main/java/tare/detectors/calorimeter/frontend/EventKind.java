package tare.detectors.calorimeter.frontend;

/// Where the ADCs of events come from.
public enum EventKind {
    /// Recorded by the detector.
    RECORDED,
    /// Made by a simulation alone.
    SIMULATED,
    /// A simulated signal on top of a recorded event.
    EMBEDDED;

    boolean hasDetectorSignals() {
        return this != SIMULATED;
    }
}
