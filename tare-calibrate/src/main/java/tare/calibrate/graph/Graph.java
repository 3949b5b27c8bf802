package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Calibrations that depend on each other, without a cycle.
public final class Graph {
    private final List<Step> steps;

    private Graph(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// The graph of these steps, or all that is wrong with it: names or tags used twice,
    /// dependencies that do not exist, a cycle.
    public static Result<Graph> of(Step... steps) {
        return of(Arrays.asList(steps));
    }

    /// As [#of(Step...)].
    public static Result<Graph> of(List<Step> steps) {
        var wrong = new ArrayList<String>();
        var byName = new LinkedHashMap<String, Step>();
        var byTag = new HashMap<String, Step>();
        for (Step step : steps) {
            if (byName.put(step.name(), step) != null) wrong.add("two steps " + step.name());
            Step other = byTag.put(step.tag().toLowerCase(Locale.ROOT), step);
            if (other != null) {
                wrong.add(other.name() + " and " + step.name() + " share tag " + step.tag());
            }
        }
        for (Step step : steps) {
            for (String before : step.after()) {
                if (!byName.containsKey(before)) {
                    wrong.add(step.name() + " comes after " + before + ", which is no step");
                }
            }
        }
        List<Step> order = new ArrayList<>();
        if (wrong.isEmpty()) wrong.addAll(sort(byName, order));
        return wrong.isEmpty()
                ? Result.of(new Graph(order))
                : new Result.Failed<>(
                        ErrorCode.BAD_ARGUMENT, "these steps are no graph: " + wrong, wrong);
    }

    /// Puts steps behind those that they depend on; names a cycle if there is one.
    private static List<String> sort(Map<String, Step> byName, List<Step> order) {
        var left = new LinkedHashMap<>(byName);
        while (!left.isEmpty()) {
            List<Step> free =
                    left.values().stream()
                            .filter(step -> step.after().stream().noneMatch(left::containsKey))
                            .toList();
            if (free.isEmpty()) return List.of("cycle: " + cycle(left));
            order.addAll(free);
            free.forEach(step -> left.remove(step.name()));
        }
        return List.of();
    }

    /// Each of these steps depends on another of them, so whoever walks back walks in a circle.
    private static String cycle(Map<String, Step> left) {
        var path = new ArrayList<String>();
        String at = left.keySet().iterator().next();
        while (!path.contains(at)) {
            path.add(at);
            Step step = left.get(at);
            at = step.after().stream().filter(left::containsKey).findFirst().orElseThrow();
        }
        path.add(at);
        return String.join(" after ", path.subList(path.indexOf(at), path.size()));
    }

    /// The steps, each after those that it depends on.
    public List<Step> steps() {
        return steps;
    }
}
