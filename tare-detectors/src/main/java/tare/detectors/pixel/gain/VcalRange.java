package tare.detectors.pixel.gain;

/// The two ranges of the calibration pulse.
public enum VcalRange {
    LOW,
    HIGH;

    /// Low-range counts per count of this range, as published payloads use it.
    public double factor() {
        return this == HIGH ? ChargeAxis.HIGH_RANGE_FACTOR : 1;
    }
}
