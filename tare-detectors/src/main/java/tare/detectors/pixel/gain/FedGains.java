package tare.detectors.pixel.gain;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tare.decode.Tally;
import tare.detectors.pixel.raw.PixelErrors;
import tare.detectors.pixel.raw.PixelWordKind;

/// The calibration of a FED and its account.
///
/// @param modules in dense order
/// @param errorsByModule errors of words by module index and type
/// @param offPatternByModule hits of pixels that were not pulsed, by module index
public record FedGains(
        int fed,
        List<DumpFacts> dumps,
        ScanCoverage coverage,
        List<ModuleGains> modules,
        Tally<PixelWordKind> tally,
        PixelErrors errors,
        SortedMap<Integer, SortedMap<Integer, Long>> errorsByModule,
        HitFate fate,
        Map<Integer, Long> offPatternByModule) {}
