package tare.calibrate.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tare.calibrate.accumulate.ChannelSet;
import tare.calibrate.accumulate.ScatterPoints;
import tare.calibrate.accumulate.Sums;
import tare.calibrate.fit.MomentsFit;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.Layouts;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;
import tare.core.work.Workers;

class MeanPointsTest {
    private static Sums sums() {
        var sums = new Sums(4);
        for (double value : new double[] {9, 11, 9, 11}) sums.add(0, value);
        sums.add(1, 5);
        for (int i = 0; i < 4; i++) sums.add(3, 7);
        return sums;
    }

    @Test
    void aPointIsTheMeanWithItsStandardError() {
        var points = new ScatterPoints(4, 1);
        MeanPoints.of(sums(), 25, 0).forEach(points);
        assertThat(points.x(0, 0)).isEqualTo(25);
        assertThat(points.y(0, 0)).isEqualTo(10);
        assertThat(points.dy(0, 0)).isCloseTo(Math.sqrt(4.0 / 3 / 4), within(1e-15));
        assertThat(points.dy(3, 0)).isZero();
    }

    @Test
    void aChannelWithoutSamplesGivesNoneAndOneSampleIsCounted() {
        var points = new ScatterPoints(4, 1);
        MeanPoints.of(sums(), 25, 0).forEach(points);
        assertThat(points.count(1)).isZero();
        assertThat(points.refused(1)).isEqualTo(1);
        assertThat(points.count(2)).isZero();
        assertThat(points.refused(2)).isZero();
    }

    @Test
    void theErrorIsNoSmallerThanTheStepsOfTheConverterAllow() {
        var points = new ScatterPoints(4, 1);
        MeanPoints.of(sums(), 25, 1 / Math.sqrt(12)).forEach(points);
        assertThat(points.dy(3, 0)).isCloseTo(1 / Math.sqrt(12) / 2, within(1e-15));
        assertThat(points.dy(0, 0)).isCloseTo(Math.sqrt(4.0 / 3 / 4), within(1e-15));
    }

    @Test
    void aBankOfMeansGivesTheSamePointsToItsOwnPrecision() {
        var tubes =
                new ChannelSet(
                        FieldScheme.of("tube", new BitField("tube", 8)), Column.of(1, 2, 3, 4));
        Bank msn =
                Processor.of(tubes, sums(), Layouts.msn("ADC"))
                        .finish(new MomentsFit("ADC"), Workers.onCallingThread(), Journal.EMPTY);
        var points = new ScatterPoints(4, 1);
        MeanPoints.of(msn, 25).forEach(points);
        assertThat(points.y(0, 0)).isEqualTo(10);
        assertThat(points.dy(0, 0)).isCloseTo(Math.sqrt(4.0 / 3 / 4), within(1e-7));
        assertThat(points.count(1)).as("one sample has no rms").isZero();
        assertThat(points.count(2)).isZero();
        assertThat(points.count(3)).isEqualTo(1);
    }
}
