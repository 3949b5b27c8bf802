package tare.calibrate.graph;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;

/// One calibration of a graph.
///
/// @param name unique in the graph
/// @param version of the algorithm; another one makes what is stored out of date
/// @param parameters by name; other values make what is stored out of date
/// @param after names of the calibrations that it depends on
/// @param inputs data by time and name
/// @param tag where its constants go; no two calibrations share one
public record Calibration(
        String name,
        int version,
        CalibrationType type,
        String tag,
        Optional<SystemDefinition> system,
        SortedMap<String, String> parameters,
        SortedSet<String> after,
        List<RunData> inputs,
        Strategy strategy,
        Optional<Iteration> iteration,
        Algorithm algorithm) {
    public Calibration {
        if (name.isBlank()) throw new IllegalArgumentException("a calibration needs a name");
        if (version < 1) throw new IllegalArgumentException(name + ": version must be > 0");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
        inputs = inputs.stream().sorted(RunData.ORDER).toList();
        for (RunData input : inputs) {
            if (input.at().axis() != type.axis()) {
                throw new IllegalArgumentException(
                        "calibration %s makes constants on axis %s, input %s is at %s on axis %s"
                                .formatted(
                                        name,
                                        type.axis(),
                                        input.name(),
                                        input.at(),
                                        input.at().axis()));
            }
        }
    }

    /// A calibration with one interval and nothing to read yet.
    public static Calibration of(
            String name, int version, CalibrationType type, String tag, Algorithm algorithm) {
        return new Calibration(
                name,
                version,
                type,
                tag,
                Optional.empty(),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                new Strategy.SingleInterval(),
                Optional.empty(),
                algorithm);
    }

    public Calibration reading(List<RunData> data) {
        return new Calibration(
                name,
                version,
                type,
                tag,
                system,
                parameters,
                after,
                data,
                strategy,
                iteration,
                algorithm);
    }

    public Calibration after(String... calibrations) {
        var names = new TreeSet<>(Set.of(calibrations));
        return new Calibration(
                name,
                version,
                type,
                tag,
                system,
                parameters,
                names,
                inputs,
                strategy,
                iteration,
                algorithm);
    }

    public Calibration by(Strategy way) {
        return new Calibration(
                name,
                version,
                type,
                tag,
                system,
                parameters,
                after,
                inputs,
                way,
                iteration,
                algorithm);
    }

    public Calibration repeated(Iteration times) {
        return new Calibration(
                name,
                version,
                type,
                tag,
                system,
                parameters,
                after,
                inputs,
                strategy,
                Optional.of(times),
                algorithm);
    }

    public Calibration with(String parameter, String value) {
        var more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new Calibration(
                name, version, type, tag, system, more, after, inputs, strategy, iteration,
                algorithm);
    }

    public Calibration in(SystemDefinition detector) {
        return new Calibration(
                name,
                version,
                type,
                tag,
                Optional.of(detector),
                parameters,
                after,
                inputs,
                strategy,
                iteration,
                algorithm);
    }
}
