package tare.detectors.pixel.gain;

import java.util.List;
import java.util.Map;
import tare.decode.Tally;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWordKind;

/// The calibration of a FED and its account.
///
/// @param modules in dense order
/// @param offPatternByModule hits of pixels that were not pulsed, by module index
public record FedGains(
        int fed,
        List<DumpFacts> dumps,
        ScanCoverage coverage,
        List<ModuleGains> modules,
        Tally<PixelWordKind> tally,
        PixelErrors errors,
        HitFate fate,
        Map<Integer, Long> offPatternByModule) {}
