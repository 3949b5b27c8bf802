package tare.conditions.payload;

import java.util.Locale;

/// The container is damaged.
public final class CorruptBankException extends BankFormatException {
    private static final long serialVersionUID = 1;

    private final long offset;
    private final String part;

    CorruptBankException(long offset, String part, String what) {
        super(
                String.format(
                        Locale.ROOT,
                        "corrupt payload container at byte %d, %s: %s",
                        offset,
                        part,
                        what));
        this.offset = offset;
        this.part = part;
    }

    /// Where the damaged part begins [bytes from the start of the container].
    public long offset() {
        return offset;
    }

    /// The damaged part: `header`, `schema`, or `column` and its name.
    public String part() {
        return part;
    }
}
