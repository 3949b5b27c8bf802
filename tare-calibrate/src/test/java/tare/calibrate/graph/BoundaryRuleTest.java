package tare.calibrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.time.Moment;

class BoundaryRuleTest {
    private static final int CHANNELS = 50;
    private static final int RUNS = 24;
    private static final int TRIALS = 200;
    private static final double FALSE_RATE = 0.01;
    private static final BoundaryRule TEST =
            new BoundaryRule("mean", new ErrorOf.Mean("rms", "n"), FALSE_RATE);

    /// Values about 1,000,000 with the error 0.2; some channels jump at a run by so many errors.
    private static RunValues values(Random random, int jumpAt, int jumping, double jumpErrors) {
        double error = 0.2;
        double[][] value = new double[RUNS][CHANNELS];
        double[][] weight = new double[RUNS][CHANNELS];
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < CHANNELS; i++) {
                double jump = run >= jumpAt && i < jumping ? jumpErrors : 0;
                value[run][i] = 1e6 + i + error * (jump + random.nextGaussian());
                weight[run][i] = 1 / (error * error);
            }
        }
        return new RunValues(moments(RUNS), value, weight);
    }

    private static List<Moment> moments(int runs) {
        return LongStream.range(0, runs).mapToObj(run -> ToyDetector.run(100 + run)).toList();
    }

    /// A jump of all channels by one error, of some by several, of a single one by many.
    @ParameterizedTest
    @CsvSource({"50, 2", "5, 5", "1, 12"})
    void findsTheRunOfAJumpAndNoOther(int jumping, double jumpErrors) {
        int found = 0;
        int others = 0;
        for (long seed = 0; seed < TRIALS; seed++) {
            var random = new Random(seed);
            int jumpAt = 1 + random.nextInt(RUNS - 1);
            var boundaries = TEST.boundaries(values(random, jumpAt, jumping, jumpErrors));
            for (BoundaryRule.Boundary boundary : boundaries) {
                if (boundary.since().equals(ToyDetector.run(100 + jumpAt))) found++;
                else others++;
            }
        }
        assertThat(found).as("seeds 0 to %d", TRIALS - 1).isEqualTo(TRIALS);
        // Two stretches without a change per trial: 4 are expected at most, 12 are a chance of
        // 1e-3.
        assertThat(others).as("false boundaries").isLessThan(12);
    }

    /// A jump of 2.5 errors of one channel among 50 is lost in the sum over all, at 3.7 sigma with
    /// 46 cuts to choose from, and is 6 sigma in that channel.
    @Test
    void seesASmallJumpOfASingleChannel() {
        int found = 0;
        for (long seed = 0; seed < TRIALS; seed++) {
            var boundaries = TEST.boundaries(values(new Random(seed), 12, 1, 2.5));
            if (boundaries.stream()
                    .anyMatch(b -> b.channel() == 0 && Math.abs(b.since().value() - 112) < 3)) {
                found++;
            }
        }
        assertThat(found).isGreaterThan(TRIALS * 9 / 10);
    }

    @Test
    void findsNothingWhereNothingChangesButForTheFalseRate() {
        int falseAlarms = 0;
        int trials = 2000;
        for (long seed = 0; seed < trials; seed++) {
            if (!TEST.boundaries(values(new Random(~seed), 0, 0, 0)).isEmpty()) falseAlarms++;
        }
        // 20 are expected at most; more than 35 have a chance of 1e-3.
        assertThat(falseAlarms).isLessThan(35);
    }

    @Test
    void theFalseRateIsNotMerelyZero() {
        var generous = new BoundaryRule("mean", TEST.error(), 0.5);
        int falseAlarms = 0;
        for (long seed = 0; seed < TRIALS; seed++) {
            if (!generous.boundaries(values(new Random(~seed), 0, 0, 0)).isEmpty()) falseAlarms++;
        }
        assertThat(falseAlarms).isBetween(5, TRIALS / 2);
    }

    @Test
    void findsSeveralChangesAndSaysWhichChannelChangedMost() {
        RunValues values = values(new Random(7), 5, 3, 30);
        for (int run = 15; run < RUNS; run++) values.value()[run][17] -= 0.2 * 40;
        var boundaries = TEST.boundaries(values);
        assertThat(boundaries)
                .extracting(boundary -> boundary.since().value())
                .containsExactly(105L, 115L);
        assertThat(boundaries.get(0).channel()).isLessThan(3);
        assertThat(boundaries.get(1).channel()).isEqualTo(17);
        assertThat(boundaries.get(0).pull()).isPositive();
        assertThat(boundaries.get(1).pull()).isNegative();
        assertThat(boundaries).allMatch(boundary -> boundary.chance() < 1e-12);
    }

    @Test
    void channelsWithoutAValueDoNotCount() {
        RunValues values = values(new Random(8), 9, CHANNELS, 20);
        for (int run = 0; run < RUNS; run++) {
            for (int i = 1; i < CHANNELS; i++) {
                values.weight()[run][i] = 0;
                values.value()[run][i] = Double.NaN;
            }
        }
        assertThat(TEST.boundaries(values))
                .extracting(BoundaryRule.Boundary::since, BoundaryRule.Boundary::channel)
                .containsExactly(tuple(ToyDetector.run(109), 0));
        for (double[] weights : values.weight()) Arrays.fill(weights, 0);
        assertThat(TEST.boundaries(values)).isEmpty();
    }

    @Test
    void oneRunOrNoneHasNoBoundary() {
        assertThat(TEST.boundaries(new RunValues(List.of(), new double[0][], new double[0][])))
                .isEmpty();
        assertThat(
                        TEST.boundaries(
                                new RunValues(
                                        moments(1), new double[1][3], new double[][] {{1, 1, 1}})))
                .isEmpty();
    }
}
