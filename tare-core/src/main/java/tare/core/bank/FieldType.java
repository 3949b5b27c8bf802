package tare.core.bank;

/// Storage types of a bank's columns, little-endian. The names are stored.
public enum FieldType {
    I32(4),
    F32(4),
    I64(8),
    F64(8);

    private final int bytes;

    FieldType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes per value.
    public int bytes() {
        return bytes;
    }
}
