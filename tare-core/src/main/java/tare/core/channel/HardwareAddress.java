package tare.core.channel;

/// Where a channel arrives in the read-out: the address its data carry, as cabled today.
///
/// @param packed fields of the detector's address [FieldScheme]; not negative
public record HardwareAddress(long packed) {
    public HardwareAddress {
        if (packed < 0) {
            throw new IllegalArgumentException("a hardware address is not negative, got " + packed);
        }
    }
}
