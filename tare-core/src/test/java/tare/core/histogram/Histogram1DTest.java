package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Histogram1DTest {

    private final Axis axis = Axis.uniform(4, 0, 2).labelled("charge", "e");
    private final Histogram1D histogram = new Histogram1D(axis);

    @Test
    void isAllZeroBeforeTheFirstFill() {
        var empty = histogram.snapshot();
        assertThat(empty.entries()).isZero();
        assertThat(empty.contents()).containsOnly(0).hasSize(6);
        assertThat(empty.statistics().mean()).isZero();
        assertThat(empty.statistics().meanError()).isZero();
        assertThat(empty.statistics().standardDeviationError()).isZero();
        assertThat(empty.shape().skewness()).isNaN();
        assertThat(empty.shape().skewnessError()).isZero();
    }

    @Test
    void countsEveryFillButTakesStatisticsInsideTheLimitsOnly() {
        histogram.fill(new double[] {-1, 0.1, 0.9, 2, Double.POSITIVE_INFINITY, Double.NaN});
        var filled = histogram.snapshot();
        assertThat(filled.entries()).isEqualTo(6);
        assertThat(filled.nanFills()).isEqualTo(1);
        assertThat(filled.contents()).containsExactly(1, 1, 1, 0, 0, 3);
        assertThat(filled.integral()).isEqualTo(2);
        assertThat(filled.integral(BinRange.all(axis))).isEqualTo(6);
        assertThat(filled.statistics()).isEqualTo(new Statistics(2, 2, 1.0, 0.1 * 0.1 + 0.9 * 0.9));
    }

    @Test
    void takesNoStatisticsWhereRoundingPutsAValueBelowTheLimitIntoTheOverflow() {
        var rounded = new Histogram1D(Axis.uniform(1, -1, 0));
        rounded.fill(-Double.MIN_VALUE); // less than the limit 0, but 1 after adding 1
        assertThat(rounded.snapshot().contents()).containsExactly(0, 0, 1);
        assertThat(rounded.snapshot().statistics().sumW()).isZero();
    }

    @Test
    void keepsSquaredWeightsFromTheFirstWeightOn() {
        histogram.fill(0.2);
        histogram.fill(0.2, 1);
        assertThat(histogram.snapshot().keepsSumW2()).isFalse();
        assertThat(histogram.snapshot().error(1)).isEqualTo(Math.sqrt(2));
        histogram.fill(0.2, -3);
        var weighted = histogram.snapshot();
        assertThat(weighted.keepsSumW2()).isTrue();
        assertThat(weighted.content(1)).isEqualTo(-1);
        assertThat(weighted.sumW2(1)).isEqualTo(1 + 1 + 9);
        assertThat(weighted.error(1)).isEqualTo(Math.sqrt(11));
    }

    @Test
    void keepsSquaredWeightsWhenAskedThoughAllAreOne() {
        histogram.keepSumW2();
        histogram.fill(0.2);
        assertThat(histogram.snapshot().keepsSumW2()).isTrue();
        assertThat(histogram.snapshot().error(1)).isEqualTo(1);
    }

    @Test
    void takesStatisticsFromBinCentresWhereTheWeightsCancel() {
        histogram.fill(0.2, 1);
        histogram.fill(0.8, -1);
        assertThat(histogram.snapshot().statistics())
                .isEqualTo(new Statistics(0, 2, 0.25 - 0.75, 0.0625 - 0.5625));
        assertThat(histogram.snapshot().statistics().mean()).isZero();
    }

    @Test
    void takesStatisticsOfARangeFromBinCentres() {
        histogram.fill(new double[] {0.1, 0.6, 0.7, 1.9});
        var range = histogram.snapshot().statistics(new BinRange(1, 3));
        assertThat(range).isEqualTo(new Statistics(3, 3, 0.25 + 2 * 0.75, 0.0625 + 2 * 0.5625));
    }

    @Test
    void leavesSnapshotsAsTheyWere() {
        histogram.fill(0.2, 2);
        var before = histogram.snapshot();
        before.contents()[1] = 99;
        histogram.fill(0.2, 5);
        histogram.fill(Double.NaN);
        histogram.merge(before);
        assertThat(before.content(1)).isEqualTo(2);
        assertThat(before.error(1)).isEqualTo(2);
        assertThat(before.entries()).isEqualTo(1);
        assertThat(before.nanFills()).isZero();
        assertThat(before.statistics()).isEqualTo(new Statistics(2, 4, 2 * 0.2, 2 * 0.2 * 0.2));
        assertThat(histogram.snapshot().content(1)).isEqualTo(9);
    }

    @Test
    void refusesToMergeOtherAxesAndStaysAsItWas() {
        var other = new Histogram1D(Axis.uniform(5, 0, 2).labelled("charge", "e"));
        other.fill(1);
        assertThatThrownBy(() -> histogram.merge(other.snapshot()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cannot merge, x axis \"charge\": number of bins is 4 here and 5 there");
        assertThat(histogram.snapshot().entries()).isZero();
    }

    @Test
    void refusesColumnsOfDifferentLengthAndFillsNothing() {
        assertThatThrownBy(() -> histogram.fill(new double[3], new double[2]))
                .hasMessage("3 values but 2 weights");
        assertThat(histogram.snapshot().entries()).isZero();
    }

    @Test
    void refusesBinsThatDoNotExist() {
        var snapshot = histogram.snapshot();
        assertThatThrownBy(() -> snapshot.integral(new BinRange(3, 7)))
                .hasMessage("bins [3, 7) reach beyond the overflow, bin 5");
        assertThatThrownBy(() -> snapshot.statistics(new BinRange(3, 7)))
                .hasMessageContaining("[3, 7)");
        assertThatThrownBy(() -> new BinRange(4, 3)).hasMessageContaining("[4, 3)");
        assertThatThrownBy(() -> new BinRange(-1, 3)).hasMessageContaining("[-1, 3)");
        assertThat(snapshot.integral(new BinRange(3, 3))).isZero();
    }
}
