package tare.calibrate.graph;

/// How a calibration's data are cut into intervals of validity.
public sealed interface Strategy {
    /// All data make one set of constants, which holds from the first input on.
    record SingleInterval() implements Strategy {}

    /// Each run makes its own, independently of the others. A run is what has the same time.
    record RunByRun() implements Strategy {}

    /// Each run makes its own and starts from those of the run before.
    record Sequential() implements Strategy {}

    /// Each run makes its own first, in the tag `tag-runs`; where these change is a boundary, and
    /// all data between two boundaries make the constants in between.
    record BoundarySearch(BoundaryRule rule) implements Strategy {}
}
