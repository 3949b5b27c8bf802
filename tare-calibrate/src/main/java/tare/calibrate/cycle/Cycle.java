package tare.calibrate.cycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Steps through the values of a stimulus, with further cycles inside each step: a tree of any
/// depth that says what a scan does.
///
/// `Cycle.outer("VCal", 10, 20, 30).inner(Cycle.counted("pulse", 100))`. Cycles inside the same
/// step run one after the other. Immutable.
///
/// @param name unique in the tree; what is done at its steps is found by it
/// @param inner cycles that run inside each step, may be empty
public record Cycle(String name, Settings settings, List<Cycle> inner) {
    public Cycle {
        inner = List.copyOf(inner);
        if (name.isBlank()) throw new IllegalArgumentException("a cycle needs a name");
        var names = new ArrayList<String>();
        names.add(name);
        inner.forEach(cycle -> names.addAll(cycle.names()));
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("two cycles have one name: " + names);
        }
        Math.multiplyExact((long) settings.count(), stepsOfOne(inner));
    }

    /// A cycle through values of a stimulus.
    public static Cycle outer(String name, double... settings) {
        var listed = new Settings.Listed(Arrays.stream(settings).boxed().toList());
        return new Cycle(name, listed, List.of());
    }

    /// A cycle of repetitions: pulses, say.
    public static Cycle counted(String name, int count) {
        return new Cycle(name, new Settings.Counted(count), List.of());
    }

    /// This cycle with further cycles inside each step, after those it has.
    public Cycle inner(Cycle... cycles) {
        var all = new ArrayList<>(inner);
        all.addAll(List.of(cycles));
        return new Cycle(name, settings, all);
    }

    /// Names of this cycle and of all inside, outermost first.
    public List<String> names() {
        var names = new ArrayList<String>();
        names.add(name);
        inner.forEach(cycle -> names.addAll(cycle.names()));
        return names;
    }

    /// Steps of this cycle and of all inside: what a whole run ends one after the other.
    public long steps() {
        return settings.count() * stepsOfOne(inner);
    }

    /// Steps that end within one step, with itself.
    long stepsOfOne() {
        return stepsOfOne(inner);
    }

    private static long stepsOfOne(List<Cycle> inner) {
        long steps = 1;
        for (Cycle cycle : inner) steps = Math.addExact(steps, cycle.steps());
        return steps;
    }
}
