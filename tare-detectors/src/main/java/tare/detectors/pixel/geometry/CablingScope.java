package tare.detectors.pixel.geometry;

/// Which FED numbers a cabling table may use.
public enum CablingScope {
    /// Only the detector's, see [FedNumbers]; another number is a mistake in the table.
    DETECTOR,
    /// Any FED 0..4095, for test benches; [Cabling#benchFeds] tells which are not the detector's.
    BENCH
}
