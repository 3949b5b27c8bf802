package tare.conditions.payload;

import java.util.Locale;

/// The bytes are something else: they do not begin as a payload container does.
public final class NotABankException extends BankFormatException {
    private static final long serialVersionUID = 1;

    NotABankException(long bytes) {
        super(
                String.format(
                        Locale.ROOT,
                        "not a payload container: its %d bytes do not begin with '%s'",
                        bytes,
                        BankFormat.MAGIC_TEXT));
    }
}
