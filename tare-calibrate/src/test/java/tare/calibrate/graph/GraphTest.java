package tare.calibrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

class GraphTest {
    private static Calibration calibration(String name, String... after) {
        return Calibration.of(name, 1, ToyDetector.type(name), name, _ -> Result.of(List.of()))
                .after(after);
    }

    private static List<String> order(Calibration... calibrations) {
        return Graph.of(calibrations).orElseThrow().calibrations().stream()
                .map(Calibration::name)
                .toList();
    }

    @Test
    void aCalibrationComesAfterAllThatItDependsOn() {
        assertThat(
                        order(
                                calibration("timing", "gain", "threshold"),
                                calibration("gain", "pedestal"),
                                calibration("threshold", "pedestal"),
                                calibration("pedestal")))
                .containsExactly("pedestal", "gain", "threshold", "timing");
    }

    @Test
    void randomGraphsAreSortedSoThatNoneComesBeforeItsDependencies() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int size = 1 + random.nextInt(12);
            var calibrations = new Calibration[size];
            for (int i = 0; i < size; i++) {
                int own = i;
                String[] after =
                        random.ints(random.nextInt(4), 0, Math.max(1, i))
                                .filter(j -> j < own)
                                .distinct()
                                .mapToObj(j -> "s" + j)
                                .toArray(String[]::new);
                calibrations[i] = calibration("s" + i, after);
            }
            java.util.Collections.shuffle(java.util.Arrays.asList(calibrations), random);
            List<String> order = order(calibrations);
            assertThat(order).as("seed %d", seed).hasSize(size);
            for (Calibration calibration : calibrations) {
                for (String before : calibration.after()) {
                    assertThat(order.indexOf(before))
                            .as("seed %d", seed)
                            .isLessThan(order.indexOf(calibration.name()));
                }
            }
        }
    }

    @Test
    void aCycleIsNamed() {
        var graph =
                Graph.of(
                        calibration("a"),
                        calibration("b", "a", "d"),
                        calibration("c", "b"),
                        calibration("d", "c"));
        assertThat(graph.code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(((Result.Failed<Graph>) graph).details())
                .containsExactly("cycle: b after d after c after b");
        assertThat(((Result.Failed<Graph>) Graph.of(calibration("a", "a"))).details())
                .containsExactly("cycle: a after a");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var graph =
                Graph.of(
                        calibration("a", "x"),
                        calibration("A"),
                        calibration("a"),
                        calibration("b", "y"));
        assertThat(((Result.Failed<Graph>) graph).details())
                .containsExactly(
                        "a and A share tag A",
                        "two calibrations a",
                        "A and a share tag a",
                        "a comes after x, which is no calibration",
                        "b comes after y, which is no calibration");
    }
}
