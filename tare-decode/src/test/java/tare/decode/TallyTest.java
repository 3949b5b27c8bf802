package tare.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally<Letter> tally = new Tally<>(Letter.class);

    @Test
    void balancesWhenEveryWordReadHasAKind() {
        assertThat(tally.isBalanced()).isTrue();
        tally.read(5);
        assertThat(tally.isBalanced()).isFalse();
        tally.add(Letter.HIT, 3);
        tally.add(Letter.BAD, 2);
        assertThat(tally.isBalanced()).isTrue();
        tally.add(Letter.BAD, 1);
        assertThat(tally.isBalanced()).isFalse();
    }

    @Test
    void sumsKindsByGroup() {
        tally.add(Letter.HEAD, 1);
        tally.add(Letter.HIT, 3);
        tally.add(Letter.LATE_HIT, 4);
        assertThat(tally.count(WordKind.Group.HIT)).isEqualTo(7);
        assertThat(tally.groups())
                .containsEntry(WordKind.Group.FRAME, 1L)
                .containsEntry(WordKind.Group.HIT, 7L)
                .containsEntry(WordKind.Group.REFUSED, 0L)
                .hasSize(WordKind.Group.values().length);
    }

    @Test
    void namesOnlyWhatWasSeen() {
        tally.add(Letter.LATE_HIT, 4);
        assertThat(tally.nonZero()).hasSize(1).containsEntry("late_hit", 4L);
    }

    @Test
    void mergesIntoTheSumOfBoth() {
        var other = new Tally<>(Letter.class);
        tally.read(3);
        tally.add(Letter.HIT, 3);
        other.read(10);
        other.add(Letter.HIT, 4);
        other.add(Letter.BAD, 6);
        tally.merge(other);
        assertThat(tally.wordsRead()).isEqualTo(13);
        assertThat(tally.count(Letter.HIT)).isEqualTo(7);
        assertThat(tally.count(Letter.BAD)).isEqualTo(6);
        assertThat(tally.isBalanced()).isTrue();
        assertThat(other.wordsRead()).isEqualTo(10);
    }
}
