package tare.calibrate.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Column;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Origin;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

/// What every accumulator promises.
class AccumulatorTest {
    private static final ChannelSet CHANNELS =
            new ChannelSet(
                    FieldScheme.of("tube", new BitField("sector", 4), new BitField("tube", 10)),
                    Column.of(IntStream.range(0, Kind.CHANNELS).map(i -> 3 * i + 1).toArray()));

    static Kind<?>[] kinds() {
        return Kind.all();
    }

    private static Bank bank(Accumulator<?, ?> accumulator) {
        return accumulator.toBank(CHANNELS, Journal.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void mergingEqualsAddingEverythingToOne(Kind<A> kind) {
        var random = new SplittableRandom(99);
        for (int round = 0; round < 50; round++) {
            long seedA = random.nextLong();
            long seedB = random.nextLong();
            int sizeA = random.nextInt(600);
            int sizeB = random.nextInt(600);
            A everything = kind.filled(seedA, sizeA);
            kind.fill(everything, seedB, sizeB);

            A merged = kind.filled(seedA, sizeA);
            A other = kind.filled(seedB, sizeB);
            Bank otherBefore = bank(other);
            merged.merge(other);

            assertThat(bank(other).differences(otherBefore)).as("the one merged").isEmpty();
            requireSame(merged, everything, "seeds " + seedA + ", " + seedB);
        }
    }

    /// Sums of real numbers keep their pivots, so not their bits but their meaning is compared.
    private static <A extends Accumulator<A, ?>> void requireSame(
            A merged, A everything, String seed) {
        for (int channel = 0; channel < Kind.CHANNELS; channel++) {
            assertThat(merged.count(channel)).as(seed).isEqualTo(everything.count(channel));
            assertThat(merged.refused(channel)).as(seed).isEqualTo(everything.refused(channel));
        }
        if (merged instanceof Sums ours && everything instanceof Sums theirs) {
            requireSameMoments(ours, theirs, seed);
        } else {
            assertThat(bank(merged).differences(bank(everything))).as(seed).isEmpty();
        }
    }

    private static void requireSameMoments(Sums merged, Sums everything, String seed) {
        for (int channel = 0; channel < Kind.CHANNELS; channel++) {
            if (merged.count(channel) == 0) continue;
            double squares = everything.squaredDeviations(channel);
            assertThat(merged.mean(channel))
                    .as(seed)
                    .isCloseTo(everything.mean(channel), within(1e-14));
            assertThat(merged.squaredDeviations(channel))
                    .as(seed)
                    .isCloseTo(squares, within(1e-13 * squares));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void goesOnFromItsBankAsIfNeverInterrupted(Kind<A> kind) {
        for (int before : new int[] {0, 1, 5, 300}) {
            A uninterrupted = kind.filled(3, before);
            A resumed = kind.fromBank().apply(stored(bank(uninterrupted)));
            kind.fill(uninterrupted, 4, 400);
            kind.fill(resumed, 4, 400);
            assertThat(bank(resumed).differences(bank(uninterrupted))).isEmpty();
        }
    }

    private static Bank stored(Bank bank) {
        return BankFormat.read(BankFormat.write(bank, Compression.SMALLER).container());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void itsBankSaysThatItIsPartial(Kind<A> kind) {
        Bank bank = bank(kind.filled(1, 100));
        assertThat(new HeaderFlag(bank.header().flag()).origin()).isEqualTo(Origin.PARTIAL_SUMS);
        assertThat(bank.ids().hasSameBits(CHANNELS.ids())).isTrue();
        assertThat(bank.idScheme()).isEqualTo(CHANNELS.idScheme());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void neverGoesOnFromConstants(Kind<A> kind) {
        Bank partial = bank(kind.filled(1, 100));
        int measured = HeaderFlag.NORMAL.with(Origin.NATURAL_SOURCE).bits();
        Bank constants =
                BankBuilder.of(partial)
                        .header(new Header(0, measured, partial.header().extra()))
                        .freeze(Journal.EMPTY);
        assertThatThrownBy(() -> kind.fromBank().apply(constants))
                .hasMessageContaining("natural source");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void neverGoesOnFromSumsOfAnotherKind(Kind<A> kind) {
        for (Kind<?> other : Kind.all()) {
            if (other.name().equals(kind.name())) continue;
            Bank bank = bank(other.fresh().get());
            assertThatThrownBy(() -> kind.fromBank().apply(bank))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(bank.layout().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void aClearedOneIsLikeNew(Kind<A> kind) {
        A used = kind.filled(8, 500);
        A fresh = used.empty();
        used.clear();
        assertThat(bank(used).differences(bank(fresh))).isEmpty();
        assertThat(bank(fresh).differences(bank(kind.fresh().get()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <A extends Accumulator<A, ?>> void aBankNeedsAnIdForEveryChannel(Kind<A> kind) {
        var fewer = new ChannelSet(CHANNELS.idScheme(), Column.of(1, 2, 3));
        assertThatThrownBy(() -> kind.fresh().get().toBank(fewer, Journal.EMPTY))
                .hasMessageContaining("3 channel ids for an accumulator of 7 channels");
    }
}
