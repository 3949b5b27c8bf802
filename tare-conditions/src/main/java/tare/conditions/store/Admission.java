package tare.conditions.store;

import java.util.Optional;
import tare.conditions.type.CalibrationType;
import tare.core.result.ErrorCode;

/// Whether a campaign may come to the gate at all: the right to override, a detector that the store
/// knows, a type of the content that is the newest here.
record Admission(Registry registry) {
    Optional<Outcome.Refused> refusal(Campaign campaign) {
        if (campaign.override().isPresent() && !campaign.authorisation().grants(Role.OVERRIDE)) {
            return refused(
                    ErrorCode.NOT_AUTHORISED,
                    "an override needs the role OVERRIDE, which was not granted");
        }
        CalibrationType type = campaign.type();
        Optional<Registry.NewestType> newest = registry.newest(type.name());
        if (newest.isPresent() && newest.get().retired()) {
            return refused(
                    ErrorCode.CONFLICT,
                    "type "
                            + type.name()
                            + " was retired by commit "
                            + newest.get().sequence()
                            + "; nothing new is stored under it");
        }
        if (type.isOfDetector()) return refusal(type, newest);
        if (newest.isEmpty() || !newest.get().content().isOfDetector()) return Optional.empty();
        return refused(
                ErrorCode.CONFLICT,
                "type "
                        + type.name()
                        + " belongs to detector "
                        + newest.get().content().detector()
                        + " in this store; a campaign brings the stored content");
    }

    private Optional<Outcome.Refused> refusal(
            CalibrationType type, Optional<Registry.NewestType> newest) {
        if (registry.definition(type.detector()).isEmpty()) {
            return refused(
                    ErrorCode.NOT_FOUND,
                    "the store does not know detector "
                            + type.detector()
                            + "; define it first: tare conditions type store "
                            + type.detector()
                            + " --bootstrap");
        }
        if (newest.isEmpty()) {
            return refused(
                    ErrorCode.NOT_FOUND,
                    "the store has no type "
                            + type.name()
                            + "; store it first: tare conditions type store "
                            + type.name()
                            + " --bootstrap");
        }
        if (newest.get().content().equals(type)) return Optional.empty();
        return refused(
                ErrorCode.CONFLICT,
                "the content of type "
                        + type.name()
                        + " in this program ("
                        + type.identity().brief()
                        + ") is not the newest in the store ("
                        + newest.get().version()
                        + ", "
                        + newest.get().content().identity().brief()
                        + "); store it as the next with: tare conditions type store "
                        + type.name());
    }

    private static Optional<Outcome.Refused> refused(ErrorCode code, String reason) {
        return Optional.of(new Outcome.Refused(code, reason));
    }
}
