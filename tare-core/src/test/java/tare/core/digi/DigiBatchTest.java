package tare.core.digi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigiBatchTest {

    @Test
    void keepsHitsInTheOrderTheyCame() {
        var batch = new DigiBatch(3);
        batch.add(7, 100);
        batch.add(5, 200);
        assertThat(batch.size).isEqualTo(2);
        assertThat(batch.channel).startsWith(7, 5);
        assertThat(batch.value).startsWith(100, 200);
    }

    @Test
    void takesAsManyHitsAsItsCapacity() {
        var batch = new DigiBatch(2);
        batch.add(1, 1);
        batch.add(2, 2);
        assertThat(batch.size).isEqualTo(batch.capacity()).isEqualTo(2);
    }

    @Test
    void aHitTooManyIsRefusedAndChangesNothing() {
        var batch = new DigiBatch(1);
        batch.add(1, 10);
        assertThatThrownBy(() -> batch.add(2, 20)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(batch.size).isEqualTo(1);
        assertThat(batch.channel).containsExactly(1);
        assertThat(batch.value).containsExactly(10);
    }

    @Test
    void isReusedAfterClear() {
        var batch = new DigiBatch(1);
        batch.add(1, 10);
        batch.clear();
        assertThat(batch.size).isZero();
        batch.add(2, 20);
        assertThat(batch.channel).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aBatchHoldsAtLeastOneHit(int capacity) {
        assertThatThrownBy(() -> new DigiBatch(capacity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity must be > 0, got " + capacity);
    }
}
