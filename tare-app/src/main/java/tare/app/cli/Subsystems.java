package tare.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tare.conditions.store.Authorisation;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Subsystem;
import tare.core.result.Result;
import tare.detectors.Detector;

/// The detectors whose definition and types this program brings along.
final class Subsystems {
    private Subsystems() {}

    static Optional<Subsystem> named(String detector) {
        return Detector.all().stream()
                .filter(one -> one.name().equals(detector))
                .findFirst()
                .flatMap(Detector::subsystem);
    }

    /// A type that this program brings.
    static Optional<CalibrationType> type(String name) {
        return types().filter(type -> type.name().equals(name)).findFirst();
    }

    static List<String> typeNames() {
        return types().map(CalibrationType::name).sorted().toList();
    }

    private static Stream<CalibrationType> types() {
        return Detector.all().stream().flatMap(detector -> detector.types().stream());
    }

    /// Defines a built-in detector and its types in a store where they are missing, and says so: a
    /// verb of that detector works on a fresh store without further ceremony.
    ///
    /// @throws IllegalArgumentException if the store's definition of it is another
    static void ensure(String detector, ConditionsStore store, Output output) {
        Subsystem subsystem = named(detector).orElseThrow();
        Result<Boolean> ensured =
                store.types().ensure(subsystem, Program.author(), Authorisation.of(Role.BOOTSTRAP));
        if (ensured instanceof Result.Warned<Boolean>(_, List<String> warnings)) {
            warnings.forEach(warning -> output.remark("tare: %s", warning));
        }
        if (ensured.orElseThrow()) {
            output.line(
                    "Defined detector %s and its types in this store, sequence %d.",
                    detector, store.sequence());
        }
    }
}
