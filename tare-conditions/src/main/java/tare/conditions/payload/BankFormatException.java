package tare.conditions.payload;

/// Bytes that [BankFormat] refuses.
public abstract sealed class BankFormatException extends RuntimeException
        permits NotABankException, TooNewException, CorruptBankException {
    private static final long serialVersionUID = 1;

    BankFormatException(String message) {
        super(message);
    }
}
