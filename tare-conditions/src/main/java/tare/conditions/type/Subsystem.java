package tare.conditions.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

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

    /// Of a detector that implements its divisions: types with the same id scheme share one.
    ///
    /// @param types of this detector, that of the general status first
    /// @param systemOf the division that a type's banks follow
    public static Subsystem of(
            String detector,
            List<CalibrationType> types,
            Function<CalibrationType, SystemDefinition> systemOf) {
        var divisions = new LinkedHashMap<String, Division>();
        for (CalibrationType type : types) {
            divisions.computeIfAbsent(
                    type.idScheme().name(),
                    _ -> Division.of(type.idScheme(), systemOf.apply(type)));
        }
        var definition = new DetectorDefinition(detector, List.copyOf(divisions.values()));
        return new Subsystem(definition, types.getFirst(), types.subList(1, types.size()));
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
