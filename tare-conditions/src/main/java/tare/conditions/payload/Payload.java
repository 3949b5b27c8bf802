package tare.conditions.payload;

import java.lang.foreign.MemorySegment;
import tare.core.hash.Sha256;

/// A bank as bytes.
///
/// @param identity digest of the uncompressed content, journal aside; equal for equal content
/// @param rawBytes length of the uncompressed content
/// @param container the bytes of [BankFormat], read-only
public record Payload(Sha256 identity, long rawBytes, MemorySegment container) {
    public Payload {
        container = container.asReadOnly();
    }
}
