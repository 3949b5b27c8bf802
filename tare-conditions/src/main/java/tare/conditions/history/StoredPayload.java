package tare.conditions.history;

import java.nio.file.Path;
import java.util.Optional;
import tare.core.hash.Sha256;

/// How a payload is kept.
///
/// @param rawBytes length of the content
/// @param storedBytes length of the container
/// @param file where it is if not inside the database
public record StoredPayload(
        Sha256 identity, long rawBytes, long storedBytes, Optional<Path> file) {}
