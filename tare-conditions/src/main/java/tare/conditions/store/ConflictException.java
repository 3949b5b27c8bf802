package tare.conditions.store;

/// Somebody else was faster; undoes the transaction and becomes a refusal.
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    ConflictException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
