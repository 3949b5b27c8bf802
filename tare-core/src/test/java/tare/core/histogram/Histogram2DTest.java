package tare.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Histogram2DTest {

    private final Axis column = Axis.uniform(3, 0, 3).labelled("column", "");
    private final Axis row = Axis.uniform(2, 0, 2).labelled("row", "");
    private final Histogram2D map = new Histogram2D(column, row);

    @Test
    void laysCellsOutWithXFastest() {
        map.fill(2.5, 0.5);
        assertThat(map.snapshot().contents()[3 + 5 * 1]).isEqualTo(1);
        assertThat(map.snapshot().contents()).hasSize(5 * 4);
        assertThat(map.snapshot().content(3, 1)).isEqualTo(1);
    }

    @Test
    void takesStatisticsOnlyWhereBothValuesAreInside() {
        map.fill(1, 1, 2);
        map.fill(1, 2);
        map.fill(-1, 1);
        map.fill(Double.NaN, 1);
        map.fill(1, Double.NaN);
        var filled = map.snapshot();
        assertThat(filled.entries()).isEqualTo(5);
        assertThat(filled.nanFills()).isEqualTo(2);
        assertThat(filled.content(4, 2)).isEqualTo(1);
        assertThat(filled.content(2, 3)).isEqualTo(2);
        assertThat(filled.integral()).isEqualTo(2);
        assertThat(filled.error(2, 2)).isEqualTo(2);
        assertThat(filled.statistics())
                .isEqualTo(
                        new Statistics2D(
                                new Statistics(2, 4, 2, 2), new Statistics(2, 4, 2, 2), 2));
    }

    @Test
    void findsNoCorrelationWhereNothingVaries() {
        map.fill(1, 1);
        map.fill(1, 0.5);
        assertThat(map.snapshot().statistics().correlation()).isZero();
    }

    @Test
    void takesStatisticsFromBinCentresWhereTheWeightsCancel() {
        map.fill(0.2, 0.2, 1);
        map.fill(1.2, 1.2, -1);
        assertThat(map.snapshot().statistics().x())
                .isEqualTo(new Statistics(0, 2, 0.5 - 1.5, 0.25 - 2.25));
        assertThat(map.snapshot().statistics().sumWxy()).isEqualTo(0.25 - 2.25);
        assertThat(map.snapshot().statistics().covariance()).isZero();
    }

    @Test
    void leavesSnapshotsAsTheyWere() {
        map.fill(1, 1, 2);
        var before = map.snapshot();
        map.fill(1, 1);
        assertThat(before.content(2, 2)).isEqualTo(2);
        assertThat(before.sumW2(2, 2)).isEqualTo(4);
        assertThat(before.statistics().x().sumW()).isEqualTo(2);
    }

    @Test
    void refusesToMergeOtherAxesAndSaysWhich() {
        var other = new Histogram2D(column, Axis.uniform(2, 0, 4));
        assertThatThrownBy(() -> map.merge(other.snapshot()))
                .hasMessage("cannot merge, y axis \"row\": upper limit is 2.0 here and 4.0 there");
    }

    @Test
    void refusesACellBeyondARowRatherThanReadingTheNext() {
        var snapshot = map.snapshot();
        assertThatThrownBy(() -> snapshot.content(5, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> snapshot.content(0, 4))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> snapshot.integral(BinRange.all(row), BinRange.all(column)))
                .hasMessageContaining("[0, 5)");
    }

    @Test
    void refusesMoreCellsThanAnArrayHolds() {
        var wide = Axis.uniform(100_000, 0, 1);
        assertThatThrownBy(() -> new Histogram2D(wide, wide))
                .hasMessageContaining("100000 x 100000");
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        assertThatThrownBy(() -> map.fill(new double[2], new double[3]))
                .hasMessage("2 values but 3 y values");
        assertThatThrownBy(() -> map.fill(new double[2], new double[2], new double[1]))
                .hasMessage("2 values but 1 weights");
    }
}
