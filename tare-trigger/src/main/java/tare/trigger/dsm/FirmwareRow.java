package tare.trigger.dsm;

import java.util.Optional;
import tare.core.time.RunNumber;

/// A board runs an algorithm from a run on, until its next row.
///
/// @param algorithm empty if the board is not in use
public record FirmwareRow(String board, Optional<DsmAlgorithm> algorithm, RunNumber firstRun) {}
