package tare.detectors.pixel.gain;

/// Electrons per VCal count of every module, as a calibration needs it.
public interface VcalConstants {
    /// Slope of a module [e/VCal].
    float slope(int moduleIndex);

    /// Offset of a module [e].
    float offset(int moduleIndex);
}
