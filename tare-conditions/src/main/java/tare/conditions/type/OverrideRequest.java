package tare.conditions.type;

/// Somebody's wish that content is accepted although it fails, after an exchange of hardware say.
/// Structure cannot be overridden.
///
/// @param reason why; stored for ever
/// @param who answers for it
public record OverrideRequest(String reason, String who) {
    public OverrideRequest {
        if (reason.isBlank()) throw new IllegalArgumentException("an override needs a reason");
        if (who.isBlank()) throw new IllegalArgumentException("an override needs a name");
    }
}
