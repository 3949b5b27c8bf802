package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// Calibrations that depend on each other, without a cycle.
public final class Graph {
    private final List<Calibration> calibrations;

    private Graph(List<Calibration> calibrations) {
        this.calibrations = List.copyOf(calibrations);
    }

    /// The graph of these calibrations, or all that is wrong with it: names or tags used twice,
    /// dependencies that do not exist, a cycle.
    public static Result<Graph> of(Calibration... calibrations) {
        return of(Arrays.asList(calibrations));
    }

    /// As [#of(Calibration...)].
    public static Result<Graph> of(List<Calibration> calibrations) {
        var wrong = new ArrayList<String>();
        var byName = new LinkedHashMap<String, Calibration>();
        var byTag = new HashMap<String, Calibration>();
        for (Calibration calibration : calibrations) {
            if (byName.put(calibration.name(), calibration) != null)
                wrong.add("two calibrations " + calibration.name());
            Calibration other = byTag.put(calibration.tag().toLowerCase(Locale.ROOT), calibration);
            if (other != null) {
                wrong.add(
                        other.name()
                                + " and "
                                + calibration.name()
                                + " share tag "
                                + calibration.tag());
            }
        }
        for (Calibration calibration : calibrations) {
            for (String before : calibration.after()) {
                if (!byName.containsKey(before)) {
                    wrong.add(
                            calibration.name()
                                    + " comes after "
                                    + before
                                    + ", which is no calibration");
                }
            }
        }
        List<Calibration> order = new ArrayList<>();
        if (wrong.isEmpty()) wrong.addAll(sort(byName, order));
        return wrong.isEmpty()
                ? Result.of(new Graph(order))
                : new Result.Failed<>(
                        ErrorCode.BAD_ARGUMENT, "these calibrations are no graph: " + wrong, wrong);
    }

    /// Puts calibrations behind those that they depend on; names a cycle if there is one.
    private static List<String> sort(Map<String, Calibration> byName, List<Calibration> order) {
        var left = new LinkedHashMap<>(byName);
        while (!left.isEmpty()) {
            List<Calibration> free =
                    left.values().stream()
                            .filter(
                                    calibration ->
                                            calibration.after().stream()
                                                    .noneMatch(left::containsKey))
                            .toList();
            if (free.isEmpty()) return List.of("cycle: " + cycle(left));
            order.addAll(free);
            free.forEach(calibration -> left.remove(calibration.name()));
        }
        return List.of();
    }

    /// Each of these calibrations depends on another of them, so whoever walks back walks in a
    /// circle.
    private static String cycle(Map<String, Calibration> left) {
        var path = new ArrayList<String>();
        Calibration at = left.values().iterator().next();
        while (!path.contains(at.name())) {
            path.add(at.name());
            SortedSet<String> after = at.after();
            at =
                    left.values().stream()
                            .filter(other -> after.contains(other.name()))
                            .findFirst()
                            .orElseThrow();
        }
        path.add(at.name());
        return String.join(" after ", path.subList(path.indexOf(at.name()), path.size()));
    }

    /// The calibrations, each after those that it depends on.
    public List<Calibration> calibrations() {
        return calibrations;
    }
}
