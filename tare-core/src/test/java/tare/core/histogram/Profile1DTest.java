package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Profile1DTest {

    private final Profile1D profile = new Profile1D(Axis.uniform(2, 0, 2).labelled("time", "ns"));

    @Test
    void givesMeanSpreadAndErrorOfTheMean() {
        profile.fill(0.5, 1);
        profile.fill(0.5, 3);
        profile.fill(0.6, 5);
        profile.fill(0.6, 7);
        var filled = profile.snapshot();
        assertThat(filled.mean(1)).isEqualTo(4);
        assertThat(filled.spread(1)).isEqualTo(Math.sqrt(5));
        assertThat(filled.error(1)).isEqualTo(Math.sqrt(5) / 2);
        assertThat(filled.isErrorKnown(1)).isTrue();
    }

    @Test
    void dividesByTheEffectiveEntriesOfWeights() {
        profile.fill(0.5, 0, 1);
        profile.fill(0.5, 4, 3);
        var filled = profile.snapshot();
        assertThat(filled.mean(1)).isEqualTo(3);
        assertThat(filled.spread(1)).isEqualTo(Math.sqrt(12 - 9));
        assertThat(filled.effectiveEntries(1)).isEqualTo(16.0 / 10);
        assertThat(filled.error(1)).isCloseTo(Math.sqrt(3 / 1.6), within(1e-15));
    }

    @Test
    void marksTheErrorOfAnEmptyBinAndOfASingleFill() {
        profile.fill(1.5, 0.1, 0.1);
        var filled = profile.snapshot();
        assertThat(filled.isErrorKnown(1)).isFalse();
        assertThat(filled.error(1)).isZero();
        assertThat(filled.mean(1)).isZero();
        assertThat(filled.isErrorKnown(2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2, 0.1, -1e-3, 1234.567, 1e200})
    void marksTheErrorOfEqualValuesWhateverTheRounding(double y) {
        for (int i = 0; i < 1000; i++) profile.fill(0.5, y);
        assertThat(profile.snapshot().isErrorKnown(1)).isFalse();
        profile.fill(0.5, 1);
        profile.fill(0.5, -1);
        assertThat(profile.snapshot().isErrorKnown(1)).isEqualTo(Math.abs(y) < 1e100);
    }

    @Test
    void hasNoErrorWhereAllValuesAreExactlyEqual() {
        for (int i = 0; i < 10; i++) profile.fill(0.5, 2);
        assertThat(profile.snapshot().spread(1)).isZero();
        assertThat(profile.snapshot().error(1)).isZero();
    }

    @Test
    void countsANanInYAndKeepsItOutOfTheBin() {
        profile.fill(0.5, Double.NaN);
        profile.fill(Double.NaN, 1);
        profile.fill(0.5, 7);
        var filled = profile.snapshot();
        assertThat(filled.nanFills()).isEqualTo(2);
        assertThat(filled.entries()).isEqualTo(2);
        assertThat(filled.mean(1)).isEqualTo(7);
        assertThat(filled.mean(3)).isEqualTo(1);
    }

    @Test
    void takesStatisticsInsideTheLimitsInXOnly() {
        profile.fill(-1, 100);
        profile.fill(0.2, 3);
        profile.fill(2, 100);
        var statistics = profile.snapshot().statistics();
        assertThat(statistics.x()).isEqualTo(new Statistics(1, 1, 0.2, 0.2 * 0.2));
        assertThat(statistics.y()).isEqualTo(new Statistics(1, 1, 3, 9));
    }

    @Test
    void takesStatisticsOfARangeFromBinCentres() {
        profile.fill(0.2, 3);
        profile.fill(1.9, 5, 2);
        var range = profile.snapshot().statistics(new BinRange(2, 3));
        assertThat(range.x()).isEqualTo(new Statistics(2, 4, 3, 4.5));
        assertThat(range.y()).isEqualTo(new Statistics(2, 4, 10, 50));
        assertThat(range.sumWxy()).isEqualTo(15);
    }

    @Test
    void leavesSnapshotsAsTheyWere() {
        profile.fill(0.5, 4);
        var before = profile.snapshot();
        profile.fill(0.5, 8);
        assertThat(before.mean(1)).isEqualTo(4);
        assertThat(before.sumWy2(1)).isEqualTo(16);
        assertThat(before.entries()).isEqualTo(1);
    }

    @Test
    void refusesToMergeOtherAxes() {
        var other = new Profile1D(Axis.uniform(2, 0, 2).labelled("time", "us"));
        assertThatThrownBy(() -> profile.merge(other.snapshot()))
                .hasMessage("cannot merge, x axis \"time\": unit is \"ns\" here and \"us\" there");
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        assertThatThrownBy(() -> profile.fill(new double[2], new double[3]))
                .hasMessage("2 values but 3 y values");
        assertThatThrownBy(() -> profile.fill(new double[2], new double[2], new double[1]))
                .hasMessage("2 values but 1 weights");
    }
}
