package tare.conditions.payload;

/// The container was written by a newer version of Tare.
public final class TooNewException extends BankFormatException {
    private static final long serialVersionUID = 1;

    TooNewException(long version) {
        super(
                "payload container of format version %d; this program reads up to %d: use a newer one"
                        .formatted(version, BankFormat.VERSION));
    }
}
