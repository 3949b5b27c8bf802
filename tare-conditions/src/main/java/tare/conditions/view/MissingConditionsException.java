package tare.conditions.view;

/// Nothing is valid where something was asked for. The message names tag, bank and moment, and what
/// there is nearest.
public final class MissingConditionsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MissingConditionsException(String message) {
        super(message);
    }
}
