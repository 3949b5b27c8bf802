package tare.calibrate.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tare.core.time.Moment;

/// A calibration's data by time, and the tasks that they make.
///
/// @param byTime never empty; without data of its own, a calibration follows the outputs of those
///     before
record Intervals(
        Calibration calibration,
        SortedMap<Long, List<RunData>> byTime,
        Map<String, List<Output>> upstream) {
    static Intervals of(Calibration calibration, Map<String, List<Output>> upstream) {
        var byTime = new TreeMap<Long, List<RunData>>();
        for (RunData input : calibration.inputs()) {
            byTime.computeIfAbsent(input.at().value(), _ -> new ArrayList<>()).add(input);
        }
        if (byTime.isEmpty()) times(upstream).forEach(time -> byTime.put(time, List.of()));
        return new Intervals(calibration, byTime, upstream);
    }

    /// Where any upstream output begins, once all calibrations have one.
    private static TreeSet<Long> times(Map<String, List<Output>> upstream) {
        var times = new TreeSet<Long>();
        long all = 0;
        for (List<Output> outputs : upstream.values()) {
            outputs.forEach(output -> times.add(output.since().value()));
            all = Math.max(all, outputs.getFirst().since().value());
        }
        return new TreeSet<>(times.tailSet(all));
    }

    /// What the calibration cannot do without and does not have.
    Optional<String> missing() {
        if (byTime.isEmpty())
            return Optional.of("it has neither inputs nor calibrations before it");
        Moment first = moment(byTime.firstKey());
        return upstream.entrySet().stream()
                .filter(before -> Output.at(before.getValue(), first).isEmpty())
                .map(
                        before ->
                                "its data begin at %s, %s has constants since %s"
                                        .formatted(
                                                first,
                                                before.getKey(),
                                                before.getValue().getFirst().since()))
                .findFirst();
    }

    /// One task for all data.
    Task whole() {
        return task(byTime);
    }

    /// One task per time.
    List<Task> perRun() {
        return byTime.keySet().stream().map(time -> task(byTime.subMap(time, time + 1))).toList();
    }

    /// One task for the data of each stretch.
    ///
    /// @param begins of the stretches but the first, in order
    List<Task> between(List<Moment> begins) {
        var tasks = new ArrayList<Task>();
        long since = byTime.firstKey();
        for (Moment begin : begins) {
            tasks.add(task(byTime.subMap(since, begin.value())));
            since = begin.value();
        }
        tasks.add(task(byTime.tailMap(since)));
        return tasks;
    }

    private Task task(SortedMap<Long, List<RunData>> part) {
        long first = part.firstKey();
        long last = part.lastKey();
        var before = new TreeMap<String, List<Output>>();
        upstream.forEach((name, outputs) -> before.put(name, valid(outputs, first, last)));
        List<RunData> inputs = part.values().stream().flatMap(List::stream).toList();
        return new Task(
                moment(first), inputs, calibration.parameters(), before, Optional.empty(), 0);
    }

    /// Those of an upstream calibration that hold anywhere between two times, both included.
    private List<Output> valid(List<Output> outputs, long first, long last) {
        long since =
                Output.at(outputs, moment(first))
                        .map(output -> output.since().value())
                        .orElse(first);
        return outputs.stream()
                .filter(output -> since <= output.since().value())
                .filter(output -> output.since().value() <= last)
                .toList();
    }

    private Moment moment(long time) {
        return new Moment(calibration.type().axis(), time);
    }
}
