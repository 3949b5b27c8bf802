package tare.conditions.type;

import java.util.List;

/// What a detector brings into a store before anything else.
///
/// @param statusType of its general status, the first object of a detector in every store
/// @param types all others
public record Subsystem(
        DetectorDefinition definition, CalibrationType statusType, List<CalibrationType> types) {
    public Subsystem {
        types = List.copyOf(types);
        requireOf(definition.detector(), statusType);
        types.forEach(type -> requireOf(definition.detector(), type));
    }

    private static void requireOf(String detector, CalibrationType type) {
        if (type.detector().equals(detector)) return;
        throw new IllegalArgumentException(
                "type "
                        + type.name()
                        + " is of detector '"
                        + type.detector()
                        + "', not "
                        + detector);
    }
}
