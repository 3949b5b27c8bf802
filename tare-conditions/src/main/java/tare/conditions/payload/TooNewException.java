package tare.conditions.payload;

import java.util.Locale;

/// The container was written by a newer version of Tare.
public final class TooNewException extends BankFormatException {
    private static final long serialVersionUID = 1;

    TooNewException(long version) {
        super(
                String.format(
                        Locale.ROOT,
                        "payload container of format version %d; this program reads up to %d: use a newer one",
                        version,
                        BankFormat.VERSION));
    }
}
