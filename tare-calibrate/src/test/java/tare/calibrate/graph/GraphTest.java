package tare.calibrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

class GraphTest {
    private static Step step(String name, String... after) {
        return Step.of(name, 1, ToyDetector.type(name), name, _ -> Result.of(List.of()))
                .after(after);
    }

    private static List<String> order(Step... steps) {
        return Graph.of(steps).orElseThrow().steps().stream().map(Step::name).toList();
    }

    @Test
    void aStepComesAfterAllThatItDependsOn() {
        assertThat(
                        order(
                                step("timing", "gain", "threshold"),
                                step("gain", "pedestal"),
                                step("threshold", "pedestal"),
                                step("pedestal")))
                .containsExactly("pedestal", "gain", "threshold", "timing");
    }

    @Test
    void randomGraphsAreSortedSoThatNoneComesBeforeItsDependencies() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int size = 1 + random.nextInt(12);
            var steps = new Step[size];
            for (int i = 0; i < size; i++) {
                int own = i;
                String[] after =
                        random.ints(random.nextInt(4), 0, Math.max(1, i))
                                .filter(j -> j < own)
                                .distinct()
                                .mapToObj(j -> "s" + j)
                                .toArray(String[]::new);
                steps[i] = step("s" + i, after);
            }
            java.util.Collections.shuffle(java.util.Arrays.asList(steps), random);
            List<String> order = order(steps);
            assertThat(order).as("seed %d", seed).hasSize(size);
            for (Step step : steps) {
                for (String before : step.after()) {
                    assertThat(order.indexOf(before))
                            .as("seed %d", seed)
                            .isLessThan(order.indexOf(step.name()));
                }
            }
        }
    }

    @Test
    void aCycleIsNamed() {
        var graph = Graph.of(step("a"), step("b", "a", "d"), step("c", "b"), step("d", "c"));
        assertThat(graph.code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(((Result.Failed<Graph>) graph).details())
                .containsExactly("cycle: b after d after c after b");
        assertThat(((Result.Failed<Graph>) Graph.of(step("a", "a"))).details())
                .containsExactly("cycle: a after a");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var graph = Graph.of(step("a", "x"), step("A"), step("a"), step("b", "y"));
        assertThat(((Result.Failed<Graph>) graph).details())
                .containsExactly(
                        "a and A share tag A",
                        "two steps a",
                        "A and a share tag a",
                        "a comes after x, which is no step",
                        "b comes after y, which is no step");
    }
}
