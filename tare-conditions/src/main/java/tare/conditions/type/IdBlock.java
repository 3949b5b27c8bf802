package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tare.core.bank.Column;

/// Channel ids in a regular pattern: from a first one in nested steps, the last of them the
/// fastest. `first 0, 160 x 512, 416 x 1` are 160 rows of 416 ids, each row 512 after the one
/// before.
///
/// With one step of stride 1 it is a run, without steps a single id; so the ids of any bank are a
/// list of blocks, and those of a regular detector a short one.
///
/// @param first 0 or more
/// @param steps from the slowest to the fastest; ids increase strictly
public record IdBlock(int first, List<Step> steps) {
    /// @param count 2 or more
    /// @param stride 1 or more, at least what one turn of the faster steps covers
    public record Step(int count, int stride) {
        public Step {
            if (count < 2 || stride < 1) {
                throw new IllegalArgumentException(
                        "a step has a count >= 2 and a stride >= 1, got " + count + " x " + stride);
            }
        }
    }

    public IdBlock {
        steps = List.copyOf(steps);
        if (first < 0) throw new IllegalArgumentException("a channel id is >= 0, got " + first);
        long covered = 1;
        for (Step step : steps.reversed()) {
            if (step.stride() < covered) {
                throw new IllegalArgumentException("ids of " + steps + " do not increase");
            }
            covered += (step.count() - 1L) * step.stride();
        }
        if (first + covered - 1 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("ids of " + steps + " from " + first + " overflow");
        }
    }

    public static IdBlock of(int first, Step... steps) {
        return new IdBlock(first, List.of(steps));
    }

    /// Number of ids.
    public int size() {
        return steps.stream().mapToInt(Step::count).reduce(1, Math::multiplyExact);
    }

    public int last() {
        return first + steps.stream().mapToInt(s -> (s.count() - 1) * s.stride()).sum();
    }

    IntStream ids() {
        IntStream ids = IntStream.of(first);
        for (Step step : steps) {
            ids =
                    ids.flatMap(
                            from ->
                                    IntStream.range(0, step.count())
                                            .map(k -> from + k * step.stride()));
        }
        return ids;
    }

    /// The shortest description that runs, and equal runs at equal distances, give.
    ///
    /// @param ids strictly increasing
    public static List<IdBlock> of(Column ids) {
        return grouped(runs(ids));
    }

    private static List<IdBlock> runs(Column ids) {
        var runs = new ArrayList<IdBlock>();
        for (int from = 0, to; from < ids.size(); from = to) {
            int first = ids.intAt(from);
            to = from + 1;
            while (to < ids.size() && ids.intAt(to) == first + (to - from)) to++;
            runs.add(to - from == 1 ? of(first) : of(first, new Step(to - from, 1)));
        }
        return runs;
    }

    private static List<IdBlock> grouped(List<IdBlock> runs) {
        var blocks = new ArrayList<IdBlock>();
        for (int from = 0, to; from < runs.size(); from = to) {
            IdBlock run = runs.get(from);
            to = from + 1;
            if (to < runs.size()) {
                int stride = runs.get(to).first - run.first;
                while (to < runs.size()
                        && runs.get(to).steps.equals(run.steps)
                        && runs.get(to).first - runs.get(to - 1).first == stride) {
                    to++;
                }
                if (to - from > 1) {
                    var steps = new ArrayList<Step>();
                    steps.add(new Step(to - from, stride));
                    steps.addAll(run.steps);
                    blocks.add(new IdBlock(run.first, steps));
                    continue;
                }
            }
            blocks.add(run);
        }
        return blocks;
    }
}
