package tare.conditions.store;

import org.jspecify.annotations.Nullable;

/// A store that is missing, busy, damaged or something else. The message names it and says what to
/// do.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
