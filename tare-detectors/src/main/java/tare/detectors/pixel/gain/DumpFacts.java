package tare.detectors.pixel.gain;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.SortedSet;
import tare.core.hash.Sha256;

/// A dump that went into a calibration.
///
/// @param run the run word of the file, or the run in its name
/// @param events what the sequence of event numbers shows
/// @param firstRefusedOffset where the first refused word stands [bytes]
/// @param otherFeds FEDs whose blocks in this file are left to their own calibrations
public record DumpFacts(
        Path path,
        long bytes,
        Sha256 sha256,
        OptionalLong run,
        EventNumbers events,
        OptionalLong firstRefusedOffset,
        SortedSet<Integer> otherFeds) {}
