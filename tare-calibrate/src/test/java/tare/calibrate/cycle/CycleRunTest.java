package tare.calibrate.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleRunTest {
    private static final Cycle SCAN =
            Cycle.outer("temperature", 20, 30)
                    .inner(
                            Cycle.counted("pedestal", 2),
                            Cycle.outer("DAC", 5, 7).inner(Cycle.counted("pulse", 2)));

    /// Writes down what is called, as `DAC begin 5.0`.
    private record Log(String name, List<String> lines) implements StepActions {
        @Override
        public void set(Step step) {
            lines.add(name + " set " + step.setting());
        }

        @Override
        public void begin(Step step) {
            lines.add(name + " begin " + step.setting());
        }

        @Override
        public void accumulate(Step step) {
            lines.add(name + " accumulate " + step.setting());
        }

        @Override
        public void end(Step step) {
            lines.add(name + " end " + step.setting());
        }
    }

    private static CycleRun logged(Cycle cycle, List<String> lines) {
        CycleRun run = CycleRun.of(cycle);
        for (String name : cycle.names()) run.on(name, new Log(name, lines));
        return run;
    }

    @Test
    void stepsNestAndFollowOneAnother() {
        var lines = new ArrayList<String>();
        logged(Cycle.outer("DAC", 5, 7).inner(Cycle.counted("pulse", 1)), lines).run();
        assertThat(lines)
                .containsExactly(
                        "DAC set 5.0",
                        "DAC begin 5.0",
                        "pulse set 0.0",
                        "pulse begin 0.0",
                        "pulse accumulate 0.0",
                        "pulse end 0.0",
                        "DAC end 5.0",
                        "DAC set 7.0",
                        "DAC begin 7.0",
                        "pulse set 0.0",
                        "pulse begin 0.0",
                        "pulse accumulate 0.0",
                        "pulse end 0.0",
                        "DAC end 7.0");
    }

    @Test
    void cyclesInsideOneStepRunOneAfterTheOther() {
        var lines = new ArrayList<String>();
        logged(SCAN, lines).run();
        assertThat(lines.stream().filter(line -> line.contains("accumulate")))
                .hasSize(2 * (2 + 2 * 2))
                .startsWith(
                        "pedestal accumulate 0.0",
                        "pedestal accumulate 1.0",
                        "pulse accumulate 0.0",
                        "pulse accumulate 1.0",
                        "pulse accumulate 0.0");
    }

    @Test
    void everyEndIsReportedWithTheWayDone() {
        var reports = new ArrayList<CycleProgress>();
        CycleRun.of(SCAN).telling(reports::add).run();
        assertThat(SCAN.steps()).isEqualTo(2 * (1 + 2 + 2 * (1 + 2)));
        assertThat(reports).hasSize((int) SCAN.steps());
        for (int i = 0; i < reports.size(); i++) {
            assertThat(reports.get(i).ended()).isEqualTo(i + 1);
            assertThat(reports.get(i).total()).isEqualTo(SCAN.steps());
        }
        assertThat(reports.getLast().fraction()).isEqualTo(1);
        assertThat(reports.get(3).step())
                .hasToString("temperature 20.0 (1 of 2), DAC 5.0 (1 of 2), pulse 1.0 (2 of 2)");
    }

    @Test
    void aStepKnowsTheSettingsAroundIt() {
        CycleRun.of(SCAN)
                .on(
                        "pulse",
                        new StepActions() {
                            @Override
                            public void accumulate(Step step) {
                                assertThat(step.setting("DAC")).isIn(5.0, 7.0);
                                assertThat(step.setting("temperature")).isIn(20.0, 30.0);
                                assertThatThrownBy(() -> step.setting("VCal"))
                                        .hasMessageContaining("no cycle 'VCal' around step");
                            }
                        })
                .run();
    }

    /// What accumulates, begins and ends after a resumption is what an uninterrupted run does from
    /// there on; the stimuli around are set again.
    @Test
    void goesOnFromEveryPlace() {
        for (long from = 0; from <= SCAN.steps(); from++) {
            long place = from;
            var whole = new ArrayList<String>();
            logged(SCAN, whole)
                    .telling(
                            progress -> {
                                if (progress.ended() == place) whole.clear();
                            })
                    .run();
            var rest = new ArrayList<String>();
            var ends = new ArrayList<Long>();
            logged(SCAN, rest).resume(from).telling(progress -> ends.add(progress.ended())).run();

            assertThat(withoutSet(rest)).as("after %d", from).isEqualTo(withoutSet(whole));
            assertThat(ends).hasSize((int) (SCAN.steps() - from));
            if (from < SCAN.steps()) assertThat(rest.getFirst()).startsWith("temperature set");
        }
    }

    private static List<String> withoutSet(List<String> lines) {
        return lines.stream().filter(line -> !line.contains(" set ")).toList();
    }

    @Test
    void anActionThatFailsEndsTheRunAtItsStep() {
        var ends = new ArrayList<Long>();
        CycleRun run =
                CycleRun.of(SCAN)
                        .telling(progress -> ends.add(progress.ended()))
                        .on(
                                "DAC",
                                new StepActions() {
                                    @Override
                                    public void end(Step step) {
                                        throw new IllegalStateException("link lost");
                                    }
                                });
        assertThatThrownBy(run::run).hasMessage("link lost");
        assertThat(ends).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aTreeThatCannotRunIsRefused() {
        assertThatThrownBy(() -> Cycle.outer("DAC", 1).inner(Cycle.counted("DAC", 2)))
                .hasMessageContaining("two cycles have one name: [DAC, DAC]");
        assertThatThrownBy(() -> Cycle.counted("pulse", -1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> CycleRun.of(SCAN).on("VCal", new StepActions() {}))
                .hasMessageContaining("no cycle 'VCal' among [temperature, pedestal, DAC, pulse]");
        assertThatThrownBy(() -> CycleRun.of(SCAN).resume(19))
                .hasMessageContaining("a run of 18 steps cannot go on after 19");
    }

    @Test
    void aCycleWithoutStepsDoesNothing() {
        var lines = new ArrayList<String>();
        logged(Cycle.outer("DAC").inner(Cycle.counted("pulse", 3)), lines).run();
        assertThat(lines).isEmpty();
    }
}
