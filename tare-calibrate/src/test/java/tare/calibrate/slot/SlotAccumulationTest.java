package tare.calibrate.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.calibrate.accumulate.Sums;
import tare.core.time.IntervalOfValidity;
import tare.core.time.TimeAxis;

class SlotAccumulationTest {
    private static final TimeAxis RUN = TimeAxis.RUN;

    record Setting(long seed, Slots slots) {}

    /// Every way to end a slot, with random lengths, delays and minima.
    static Stream<Setting> settings() {
        return LongStream.range(0, 120).mapToObj(SlotAccumulationTest::setting);
    }

    private static Setting setting(long seed) {
        var random = new Random(seed);
        long length = random.nextLong(1, 31);
        long entries = random.nextLong(1, 61);
        double share = 0.3 + 0.7 * random.nextDouble();
        Slots slots =
                switch (random.nextInt(3)) {
                    case 0 ->
                            Slots.every(RUN, length)
                                    .with(FirstSlot.values()[random.nextInt(3)])
                                    .atLeast(random.nextInt(3) == 0 ? 0 : entries, share);
                    case 1 -> Slots.untilEnough(RUN, entries, share);
                    default -> Slots.endOfRunOnly(RUN).atLeast(entries, share);
                };
        return new Setting(seed, slots.waiting(random.nextInt(40)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theOrderOfArrivalWithinTheWindowChangesNoBit(Setting setting) {
        var random = new Random(~setting.seed());
        var inOrder = Detector.inOrder(150, random);
        var expected = Detector.run(setting.slots(), inOrder);
        for (int i = 0; i < 3; i++) {
            var arrived = Detector.shuffled(inOrder, setting.slots().maxDelay(), random);
            assertThat(Detector.run(setting.slots(), arrived)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theSlotsTogetherHoldAllDataOnceAndFollowEachOther(Setting setting) {
        var random = new Random(~setting.seed());
        var inOrder = Detector.inOrder(150, random);
        var slots = new ArrayList<Slot>();
        var perSlot = new ArrayList<Sums>();
        var accumulation =
                new SlotAccumulation<>(
                        setting.slots(),
                        Detector.SUMS,
                        (slot, sums, _) -> {
                            slots.add(slot);
                            perSlot.add(sums);
                        });
        var arrived = Detector.shuffled(inOrder, setting.slots().maxDelay(), random);
        for (var input : arrived) accumulation.add(input);
        accumulation.closeAnyway();

        for (int i = 0; i < slots.size(); i++) {
            IntervalOfValidity valid = slots.get(i).valid();
            var inside = new Sums(Detector.CHANNELS);
            var own =
                    inOrder.stream()
                            .filter(in -> valid.since() <= in.time() && in.time() < valid.until())
                            .sorted(
                                    java.util.Comparator.comparingLong(
                                                    (SlotInput<Sums> in) -> in.time())
                                            .thenComparing(SlotInput::name))
                            .toList();
            for (var input : own) input.content().accept(inside);
            assertThat(slots.get(i).inputs()).isEqualTo(own.size());
            assertThat(Detector.bits(perSlot.get(i))).isEqualTo(Detector.bits(inside));
            if (i > 0) {
                assertThat(valid.since()).isGreaterThanOrEqualTo(slots.get(i - 1).valid().until());
            }
        }
        assertThat(slots.stream().mapToLong(Slot::inputs).sum()).isEqualTo(inOrder.size());
        assertThat(accumulation.state().tally().added()).isEqualTo(inOrder.size());
        assertThat(accumulation.waiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void onlyTheLastSlotMayLackStatistics(Setting setting) {
        var enough = new ArrayList<Boolean>();
        var accumulation =
                new SlotAccumulation<>(
                        setting.slots(),
                        Detector.SUMS,
                        (_, sums, _) -> enough.add(setting.slots().enough().isReached(sums)));
        for (var input : Detector.inOrder(150, new Random(setting.seed()))) accumulation.add(input);
        accumulation.endOfRun();
        assertThat(enough).doesNotContain(false);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void lateDataAreCountedToTheSampleAndAreInNoSlot(Setting setting) {
        var random = new Random(~setting.seed());
        var inputs = new ArrayList<>(Detector.inOrder(150, random));
        java.util.Collections.shuffle(inputs, random);
        long line = 0;
        long late = 0;
        long lateSamples = 0;
        var onTime = new ArrayList<SlotInput<Sums>>();
        var arrived = new ArrayList<SlotInput<Sums>>();
        for (int i = 0; i < inputs.size(); i++) {
            var input = Detector.input(i, inputs.get(i).name(), inputs.get(i).time());
            arrived.add(input);
            if (input.time() < line) {
                late++;
                lateSamples += samplesOf(input);
            } else {
                onTime.add(input);
            }
            line = Math.max(line, input.time() - setting.slots().maxDelay());
        }

        var reports = new ArrayList<Arrival.Late>();
        var results = new ArrayList<Detector.Result>();
        var accumulation =
                new SlotAccumulation<>(
                        setting.slots(),
                        Detector.SUMS,
                        (slot, sums, _) -> results.add(Detector.Result.of(slot, sums)));
        for (var input : arrived) {
            if (accumulation.add(input) instanceof Arrival.Late one) reports.add(one);
        }
        accumulation.closeAnyway();

        SlotTally tally = accumulation.state().tally();
        assertThat(tally.late()).isEqualTo(late).isEqualTo(reports.size());
        assertThat(tally.lateSamples())
                .isEqualTo(lateSamples)
                .isEqualTo(reports.stream().mapToLong(Arrival.Late::samples).sum());
        assertThat(tally.added() + tally.late()).isEqualTo(inputs.size());
        assertThat(reports).allMatch(report -> report.behind() > 0);
        assertThat(results).isEqualTo(Detector.run(setting.slots(), onTime));
    }

    private static long samplesOf(SlotInput<Sums> input) {
        var sums = new Sums(Detector.CHANNELS);
        input.content().accept(sums);
        return SlotSums.samples(sums);
    }

    private static List<String> intervals(Slots slots, long... times) {
        var inputs =
                IntStream.range(0, times.length)
                        .mapToObj(i -> Detector.input(i, "f" + i, times[i]))
                        .toList();
        return Detector.run(slots, inputs).stream()
                .map(result -> result.slot().valid())
                .map(valid -> valid.since() + "-" + valid.until())
                .toList();
    }

    @Test
    void slotsOfFixedLengthEndAtLinesOfTheGrid() {
        assertThat(intervals(Slots.every(RUN, 10), 13, 17, 19, 20, 29, 31, 58))
                .containsExactly("13-20", "20-30", "30-40", "50-59");
    }

    @Test
    void aFirstShortSlotCanBeJoinedToTheNext() {
        Slots joined = Slots.every(RUN, 10).with(FirstSlot.JOINED);
        assertThat(intervals(joined, 13, 17, 20, 29, 31)).containsExactly("13-30", "30-32");
        assertThat(intervals(joined, 20, 29, 31)).containsExactly("20-30", "30-32");
    }

    @Test
    void theGridCanBeginAtTheFirstInput() {
        Slots full = Slots.every(RUN, 10).with(FirstSlot.FULL);
        assertThat(intervals(full, 13, 22, 23, 29, 50)).containsExactly("13-23", "23-33", "43-51");
    }

    @Test
    void aSlotThatLacksStatisticsGoesOnWithTheNext() {
        Slots slots = Slots.every(RUN, 10).atLeast(10, 0.9);
        // One input has three to eleven samples per channel.
        assertThat(intervals(slots, 1, 12, 13, 14, 15, 16, 21, 22, 23, 24, 25))
                .containsExactly("1-20", "20-26");
        assertThat(intervals(slots, 1, 75, 76, 77, 78, 79, 80)).containsExactly("1-80", "80-81");
    }

    @Test
    void slotsOfNoLengthEndWithTheInputThatMakesThemEnough() {
        Slots slots = Slots.untilEnough(RUN, 12, 1);
        var ends = new ArrayList<Long>();
        var sums = new Sums(Detector.CHANNELS);
        for (long time = 5; time < 60; time++) {
            Detector.samples("f" + (time - 5), time, sums);
            if (slots.enough().isReached(sums)) {
                ends.add(time + 1);
                sums.clear();
            }
        }
        var found = new ArrayList<Long>();
        for (var result :
                Detector.run(
                        slots,
                        LongStream.range(5, 60)
                                .mapToObj(t -> Detector.input(t, "f" + (t - 5), t))
                                .toList())) {
            found.add(result.slot().valid().until());
        }
        assertThat(found).hasSizeGreaterThan(3).startsWith(ends.toArray(Long[]::new));
    }

    @Test
    void sectionsAreCountedAnewInEachRun() {
        long run7 = 7L << 32;
        long run8 = 8L << 32;
        Slots slots = Slots.every(TimeAxis.RUN_LUMI, 10);
        assertThat(intervals(slots, run7 + 1, run7 + 10, run7 + 11, run8 + 3, run8 + 11))
                .containsExactly(
                        run7 + 1 + "-" + (run7 + 11),
                        run7 + 11 + "-" + (run7 + 21),
                        run8 + 1 + "-" + (run8 + 11),
                        run8 + 11 + "-" + (run8 + 12));
    }

    @Test
    void sumsThatDidNotSufficeGoOnInTheNextRun() {
        var results = new ArrayList<Slot>();
        var accumulation =
                new SlotAccumulation<>(
                        Slots.endOfRunOnly(RUN).atLeast(10, 1),
                        Detector.SUMS,
                        (slot, _, _) -> results.add(slot));
        accumulation.add(Detector.input(0, "a", 100));
        accumulation.endOfRun();
        assertThat(results).isEmpty();
        for (int i = 1; i < 9; i++) accumulation.add(Detector.input(i, "b" + i, 101));
        accumulation.endOfRun();
        assertThat(results)
                .containsExactly(new Slot(new IntervalOfValidity(RUN, 100, 102), 100, 101, 9));
    }

    @Test
    void slotsThatEndWithTheRunTakeItsDataInAnyOrder() {
        Slots slots = Slots.endOfRunOnly(RUN);
        assertThat(intervals(slots, 7, 90, 3, 50)).containsExactly("3-91");
    }

    @Test
    void aSlotThatARunCutShortIsFollowedByTheRestOfItsCell() {
        var slots = new ArrayList<String>();
        var accumulation =
                new SlotAccumulation<>(
                        Slots.every(RUN, 10),
                        Detector.SUMS,
                        (slot, _, _) -> slots.add(slot.toString()));
        accumulation.add(Detector.input(0, "a", 13));
        accumulation.endOfRun();
        accumulation.add(Detector.input(1, "b", 15));
        accumulation.add(Detector.input(2, "c", 20));
        accumulation.endOfRun();
        assertThat(slots)
                .containsExactly(
                        "slot [run 13, run 14) of 1 inputs",
                        "slot [run 14, run 20) of 1 inputs",
                        "slot [run 20, run 21) of 1 inputs");
    }

    @Test
    void nothingIsAskedForAgainOnceAllIsAdded() {
        var accumulation =
                new SlotAccumulation<>(Slots.every(RUN, 10), Detector.SUMS, (_, _, _) -> {});
        accumulation.add(Detector.input(7, "a", 13));
        assertThat(accumulation.state().watermark().resume()).isEqualTo(7);
        accumulation.endOfRun();
        assertThat(accumulation.state().watermark().resume()).isEqualTo(8);
    }

    @Test
    void anInputThatComesTwiceIsAddedOnceAndCounted() {
        var accumulation =
                new SlotAccumulation<>(Slots.every(RUN, 10), Detector.SUMS, (_, _, _) -> {});
        accumulation.add(Detector.input(0, "a", 5));
        assertThat(accumulation.add(Detector.input(1, "a", 5)))
                .isEqualTo(new Arrival.Repeated("a", 5));
        accumulation.endOfRun();
        assertThat(accumulation.state().tally()).isEqualTo(new SlotTally(1, 0, 0, 1, 1));
    }

    @Test
    void anInputThatCannotBeReadEndsTheAccumulationBeforeHalfOfItCounts() {
        var accumulation =
                new SlotAccumulation<>(
                        Slots.every(RUN, 10).waiting(0), Detector.SUMS, (_, _, _) -> {});
        accumulation.add(
                new SlotInput<>(
                        0,
                        "broken",
                        5,
                        sums -> {
                            sums.add(0, 1);
                            throw new UncheckedIOException(
                                    new IOException("run5.dat, offset 4096: truncated"));
                        }));
        assertThatThrownBy(() -> accumulation.add(Detector.input(1, "a", 6)))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> accumulation.add(Detector.input(2, "b", 7)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("resume");
    }

    @Test
    void aSourceThatGoesBackIsRefused() {
        var accumulation =
                new SlotAccumulation<>(Slots.every(RUN, 10), Detector.SUMS, (_, _, _) -> {});
        accumulation.add(Detector.input(4, "a", 5));
        assertThatThrownBy(() -> accumulation.add(Detector.input(4, "b", 6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position 4");
    }
}
