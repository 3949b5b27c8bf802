package tare.calibrate.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.calibrate.accumulate.Sums;
import tare.core.bank.Bank;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Origin;
import tare.core.journal.Journal;
import tare.core.time.TimeAxis;

/// Accumulations that are thrown away at any moment and resume from what was kept last.
class SlotRestartTest {
    static Stream<SlotAccumulationTest.Setting> settings() {
        return SlotAccumulationTest.settings();
    }

    /// What outlives a crash: finished slots and the bank of partial sums, written together.
    private static final class Disk {
        private final List<Detector.Result> results = new ArrayList<>();
        private Bank partial =
                SlotBank.write(
                        Detector.SUMS, TimeAxis.RUN, SlotState.start(Detector.SUMS), Journal.EMPTY);

        private void keep(SlotState<Sums> state) {
            partial = SlotBank.write(Detector.SUMS, TimeAxis.RUN, state, Journal.EMPTY);
        }

        private SlotState<Sums> state() {
            return SlotBank.read(Detector.SUMS, TimeAxis.RUN, partial);
        }
    }

    /// Stands for the end of a process.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @MethodSource("settings")
    void nothingIsLostOrCountedTwiceWhereverItStops(SlotAccumulationTest.Setting setting) {
        var random = new Random(~setting.seed());
        var inOrder = Detector.inOrder(120, random);
        // Twice the delay that the slots wait: some inputs are late, whoever asks.
        var arrived = Detector.shuffled(inOrder, 2 * setting.slots().maxDelay(), random);
        var undisturbed = new Disk();
        work(setting.slots(), undisturbed, arrived, random, 0);

        var disk = new Disk();
        int kills = 0;
        while (kills < 30) {
            try {
                work(setting.slots(), disk, arrived, random, 0.05);
                break;
            } catch (Killed e) {
                kills++;
            }
        }
        if (kills == 30) work(setting.slots(), disk, arrived, random, 0);

        assertThat(disk.results).isEqualTo(undisturbed.results);
        assertThat(disk.state().tally()).isEqualTo(undisturbed.state().tally());
        assertThat(disk.state().tally().added() + disk.state().tally().late())
                .isEqualTo(inOrder.size());
    }

    /// Adds all that is left, with checkpoints now and then.
    private static void work(
            Slots slots, Disk disk, List<SlotInput<Sums>> source, Random random, double mortality) {
        SlotState<Sums> from = disk.state();
        var accumulation =
                new SlotAccumulation<>(
                        slots,
                        Detector.SUMS,
                        from,
                        (slot, sums, after) -> {
                            if (random.nextDouble() < mortality) throw new Killed();
                            disk.results.add(Detector.Result.of(slot, sums));
                            disk.keep(after);
                            if (random.nextDouble() < mortality) throw new Killed();
                        });
        for (var input : source) {
            if (input.position() < from.watermark().resume()) continue;
            accumulation.add(input);
            if (random.nextInt(8) == 0) disk.keep(accumulation.state());
            if (random.nextDouble() < mortality) throw new Killed();
        }
        accumulation.closeAnyway();
        disk.keep(accumulation.state());
    }

    @Test
    void aBankOfPartialSumsNamesTheInputsThatItContains() {
        var accumulation =
                new SlotAccumulation<>(
                        Slots.every(TimeAxis.RUN, 100).waiting(2), Detector.SUMS, (_, _, _) -> {});
        accumulation.add(Detector.input(0, "a", 10));
        accumulation.add(Detector.input(1, "b", 13));
        accumulation.add(Detector.input(2, "c", 12));
        accumulation.add(Detector.input(3, "d", 10));
        Bank bank =
                SlotBank.write(Detector.SUMS, TimeAxis.RUN, accumulation.state(), Journal.EMPTY);
        assertThat(new HeaderFlag(bank.header().flag()).origin()).isEqualTo(Origin.PARTIAL_SUMS);
        SlotState<Sums> state = SlotBank.read(Detector.SUMS, TimeAxis.RUN, bank);
        assertThat(state.watermark()).isEqualTo(new Watermark(1, 4, 11, 11, 0, 0));
        assertThat(state.tally().added()).isEqualTo(1);
        assertThat(state.tally().late()).isEqualTo(1);
        assertThat(state.open()).contains(accumulation.state().open().orElseThrow());
        assertThat(Detector.bits(state.sums()))
                .isEqualTo(Detector.bits(accumulation.state().sums()));
    }

    @Test
    void aSourceThatDoesNotDeliverAgainIsRefused() {
        Slots slots = Slots.every(TimeAxis.RUN, 100).waiting(2);
        var first = new SlotAccumulation<>(slots, Detector.SUMS, (_, _, _) -> {});
        first.add(Detector.input(0, "a", 10));
        first.add(Detector.input(1, "b", 11));
        var second = new SlotAccumulation<>(slots, Detector.SUMS, first.state(), (_, _, _) -> {});
        second.add(Detector.input(0, "a", 10));
        assertThatThrownBy(second::endOfRun)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the source ended at position 0; before the restart it had got to 1");
    }

    @Test
    void partialSumsOfAnotherAxisOrOtherChannelsAreRefused() {
        Bank bank =
                SlotBank.write(
                        Detector.SUMS, TimeAxis.RUN, SlotState.start(Detector.SUMS), Journal.EMPTY);
        assertThatThrownBy(() -> SlotBank.read(Detector.SUMS, TimeAxis.UTC_NANOS, bank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTC_NANOS");
        Bank bare = new Sums(Detector.CHANNELS).toBank(Detector.channels(), Journal.EMPTY);
        assertThatThrownBy(() -> SlotBank.read(Detector.SUMS, TimeAxis.RUN, bare))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
