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
/// @param after names of the steps that it depends on
/// @param inputs data by time and name
/// @param tag where its constants go; no two steps share one
public record Step(
        String name,
        int version,
        CalibrationType type,
        String tag,
        Optional<SystemDefinition> system,
        SortedMap<String, String> parameters,
        SortedSet<String> after,
        List<StepInput> inputs,
        Strategy strategy,
        Optional<Iteration> iteration,
        Algorithm algorithm) {
    public Step {
        if (name.isBlank()) throw new IllegalArgumentException("a step needs a name");
        if (version < 1) throw new IllegalArgumentException(name + ": version must be > 0");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
        inputs = inputs.stream().sorted(StepInput.ORDER).toList();
        for (StepInput input : inputs) {
            if (input.at().axis() != type.axis()) {
                throw new IllegalArgumentException(
                        "step %s makes constants on axis %s, input %s is at %s on axis %s"
                                .formatted(
                                        name,
                                        type.axis(),
                                        input.name(),
                                        input.at(),
                                        input.at().axis()));
            }
        }
    }

    /// A step with one interval and nothing to read yet.
    public static Step of(
            String name, int version, CalibrationType type, String tag, Algorithm algorithm) {
        return new Step(
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

    public Step reading(List<StepInput> data) {
        return new Step(
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

    public Step after(String... steps) {
        var names = new TreeSet<>(Set.of(steps));
        return new Step(
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

    public Step by(Strategy way) {
        return new Step(
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

    public Step repeated(Iteration times) {
        return new Step(
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

    public Step with(String parameter, String value) {
        var more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new Step(
                name, version, type, tag, system, more, after, inputs, strategy, iteration,
                algorithm);
    }

    public Step in(SystemDefinition detector) {
        return new Step(
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
