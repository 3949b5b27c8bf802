package tare.detectors.pixel.gain;

/// How far the dumps of a FED cover their scan.
///
/// @param events of the scan
/// @param absent events of the scan that no dump has; their triggers are missing from the fits
/// @param inSeveralDumps events that more than one dump has; their hits were added
public record ScanCoverage(int events, int absent, int inSeveralDumps) {}
