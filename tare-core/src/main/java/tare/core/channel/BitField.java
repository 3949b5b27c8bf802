package tare.core.channel;

/// One named field of a packed identity.
///
/// @param name the field's word, as people say it: `FED`, `link`, `row`
/// @param bits width, 1 to 32
public record BitField(String name, int bits) {
    public BitField {
        if (name.isBlank()) throw new IllegalArgumentException("a bit field needs a name");
        if (bits < 1 || bits > 32) {
            throw new IllegalArgumentException(
                    "field " + name + " must be 1 to 32 bits wide, got " + bits);
        }
    }

    long mask() {
        return (1L << bits) - 1;
    }
}
