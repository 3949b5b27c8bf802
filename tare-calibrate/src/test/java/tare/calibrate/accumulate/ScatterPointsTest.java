package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tare.core.channel.FitStatus;

class ScatterPointsTest {
    @Test
    void keepsPointsInTheOrderInWhichTheyCame() {
        var points = new ScatterPoints(2, 3);
        points.add(1, 10, 20, 0.5);
        points.add(1, 11, 22, 0);
        assertThat(points.count(1)).isEqualTo(2);
        assertThat(points.x(1, 1)).isEqualTo(11);
        assertThat(points.y(1, 0)).isEqualTo(20);
        assertThat(points.dy(1, 0)).isEqualTo(0.5);
        assertThat(points.count(0)).isZero();
        assertThatThrownBy(() -> points.x(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void pointsWithoutRoomAreCountedAndShowInTheStatus() {
        var points = new ScatterPoints(2, 2);
        for (int i = 0; i < 5; i++) points.add(0, i, i, 1);
        points.add(1, 7, 7, 1);
        assertThat(points.count(0)).isEqualTo(2);
        assertThat(points.lost(0)).isEqualTo(3);
        assertThat(points.status(0)).isEqualTo(FitStatus.OUT_OF_HISTOGRAM_RANGE);
        assertThat(points.x(1, 0)).as("the neighbour's point").isEqualTo(7);
        assertThat(points.status(1)).isEqualTo(FitStatus.OK);
    }

    @Test
    void mergingCountsWhatFindsNoRoom() {
        var points = new ScatterPoints(1, 3);
        var other = new ScatterPoints(1, 3);
        for (int i = 0; i < 2; i++) points.add(0, i, i, 1);
        for (int i = 0; i < 4; i++) other.add(0, 10 + i, 0, 1);
        points.merge(other);
        assertThat(points.x(0, 2)).isEqualTo(10);
        assertThat(points.lost(0)).isEqualTo(3);
    }

    @Test
    void pointsThatAreNoNumbersAreCountedNotKept() {
        var points = new ScatterPoints(1, 3);
        points.add(0, Double.NaN, 1, 1);
        points.add(0, 1, Double.POSITIVE_INFINITY, 1);
        points.add(0, 1, 1, Double.NaN);
        points.add(0, 1, 1, -1);
        assertThat(points.count(0)).isZero();
        assertThat(points.refused(0)).isEqualTo(4);
        assertThat(points.status(0)).isEqualTo(FitStatus.NON_FINITE_INPUT);
        assertThat(new ScatterPoints(1, 1).status(0)).isEqualTo(FitStatus.NO_DATA);
    }

    @Test
    void anotherCapacityIsNotMerged() {
        assertThatThrownBy(() -> new ScatterPoints(1, 2).merge(new ScatterPoints(1, 3)))
                .hasMessageContaining("channels of 3 points into channels of 2");
    }
}
