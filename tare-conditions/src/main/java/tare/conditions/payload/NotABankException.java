package tare.conditions.payload;

/// The bytes are something else: they do not begin as a payload container does.
public final class NotABankException extends BankFormatException {
    private static final long serialVersionUID = 1;

    NotABankException(long bytes) {
        super(
                "not a payload container: its %d bytes do not begin with '%s'"
                        .formatted(bytes, BankFormat.MAGIC_TEXT));
    }
}
