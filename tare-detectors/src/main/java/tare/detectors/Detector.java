package tare.detectors;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Subsystem;
import tare.conditions.type.SystemDefinition;
import tare.core.channel.ChannelMap;

/// A detector: what Tare must know of it to serve it.
///
/// A folder of this module provides one, by a line in `module-info.java` and, for the class path,
/// the same name in `META-INF/services`. Implementations have a public constructor without
/// arguments, which does no work that a program without this detector would feel; they are
/// immutable.
public interface Detector {
    /// Lower-case word by which commands and stores know it: `dirc`.
    String name();

    /// Its channels, as cabled.
    ChannelMap map();

    /// The division of its channels into banks.
    SystemDefinition system();

    /// The division that a type's banks follow, where that is another one: constants of modules,
    /// say, in a detector whose channels are pixels.
    default SystemDefinition systemOf(CalibrationType type) {
        return system();
    }

    /// Its calibration types, the status type first if it has one.
    List<CalibrationType> types();

    /// What it brings into a store before anything else: its channels on every level, and its
    /// types. Empty if its types belong to no detector, and so come into a store with their first
    /// banks.
    ///
    /// @throws IllegalArgumentException if some types belong to it and others do not
    default Optional<Subsystem> subsystem() {
        List<CalibrationType> types = types();
        if (types.stream().noneMatch(CalibrationType::isOfDetector)) return Optional.empty();
        return Optional.of(Subsystem.of(name(), types, this::systemOf));
    }

    /// Its raw data.
    RawFormat raw();

    /// All detectors of this installation, in the order of their names.
    ///
    /// @throws IllegalStateException if two have the same name
    static List<Detector> all() {
        List<Detector> all =
                ServiceLoader.load(Detector.class, Detector.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(Detector::name))
                        .toList();
        List<String> names = all.stream().map(Detector::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalStateException("two detectors have the same name: " + names);
        }
        return all;
    }

    /// The detector of a name.
    ///
    /// @throws IllegalArgumentException if there is none, saying which there are
    static Detector named(String name) {
        List<Detector> all = all();
        return all.stream()
                .filter(detector -> detector.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no detector '"
                                                + name
                                                + "', only "
                                                + all.stream().map(Detector::name).toList()));
    }
}
