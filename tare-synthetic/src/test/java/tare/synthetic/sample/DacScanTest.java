package tare.synthetic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.calibrate.accumulate.ScatterPoints;
import tare.calibrate.accumulate.Sums;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.journal.Journal;

class DacScanTest {
    @Test
    void everyLineIsFoundWithinFiveSigmaAndPullsAreUnit() {
        int channels = 10_752;
        var scan = new DacScan(channels, 400, 1998);
        scan.run().run();
        Bank lines = scan.lines();
        Column intercept = lines.column("intercept");
        Column slope = lines.column("slope");
        Column varIntercept = lines.column("var_intercept");
        Column varSlope = lines.column("var_slope");

        assertThat(lines.flags().toIntArray()).containsOnly(0);
        assertThat(lines.column("ndf").toIntArray()).containsOnly(DacScan.DAC.length - 2);
        double[] interceptPull = new double[channels];
        double[] slopePull = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            interceptPull[channel] =
                    (intercept.value(channel) - scan.intercept(channel))
                            / Math.sqrt(varIntercept.value(channel));
            slopePull[channel] =
                    (slope.value(channel) - scan.slope(channel))
                            / Math.sqrt(varSlope.value(channel));
        }
        requireUnit(interceptPull);
        requireUnit(slopePull);
        double chi2PerNdf =
                Arrays.stream(lines.column("chi2").toDoubleArray()).sum()
                        / (channels * (DacScan.DAC.length - 2.0));
        assertThat(chi2PerNdf).isCloseTo(1, within(0.02));
    }

    /// 10,752 pulls know their mean to 0.010 and their width to 0.007.
    private static void requireUnit(double[] pulls) {
        double mean = Arrays.stream(pulls).average().orElseThrow();
        double width =
                Math.sqrt(
                        Arrays.stream(pulls).map(p -> p * p).average().orElseThrow() - mean * mean);
        assertThat(Arrays.stream(pulls).map(Math::abs).max().orElseThrow()).isLessThan(5);
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(width).isCloseTo(1, within(0.02));
    }

    /// What a job keeps when a step has ended.
    private record Checkpoint(long ended, Bank pulses, Bank points) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 17, 50, 135})
    void aScanThatWasInterruptedGoesOnToTheSameBits(int crashAfter) {
        var uninterrupted = new DacScan(30, 16, 5);
        uninterrupted.run().run();

        List<Checkpoint> kept = new ArrayList<>();
        var crashing = new DacScan(30, 16, 5);
        assertThatThrownBy(
                        () ->
                                crashing.run()
                                        .telling(
                                                progress -> {
                                                    kept.add(
                                                            checkpoint(crashing, progress.ended()));
                                                    if (progress.ended() == crashAfter)
                                                        throw new IllegalStateException("crash");
                                                })
                                        .run())
                .hasMessage("crash");

        Checkpoint last = kept.getLast();
        var resumed = new DacScan(30, 16, 5);
        resumed.pulses.begin(Sums.fromBank(last.pulses()));
        resumed.points.begin(ScatterPoints.fromBank(last.points()));
        resumed.run().resume(last.ended()).run();

        assertThat(resumed.lines().differences(uninterrupted.lines())).isEmpty();
        assertThat(
                        checkpoint(resumed, 0)
                                .pulses()
                                .differences(checkpoint(uninterrupted, 0).pulses()))
                .isEmpty();
    }

    private static Checkpoint checkpoint(DacScan scan, long ended) {
        return new Checkpoint(
                ended,
                scan.pulses.partialSums(Journal.EMPTY),
                scan.points.partialSums(Journal.EMPTY));
    }
}
