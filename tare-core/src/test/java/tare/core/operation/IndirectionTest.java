package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Scalar;
import tare.core.channel.ChannelFlag;
import tare.core.operation.Reshaping.Flatten;
import tare.core.operation.Selection.Head;
import tare.core.result.ErrorCode;

class IndirectionTest {
    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /// Up to 5 different rows in up to 60 channels, awkward values among them.
    private static Bank shared(long seed) {
        var random = new Random(seed);
        int[] ids = random.ints(random.nextInt(60), 0, 4000).distinct().sorted().toArray();
        var builder = BankBuilder.of(Samples.GAIN, Samples.SCHEME, ids);
        double[] few = {1, -0.0, Double.NaN, 0.0, 7};
        for (int i = 0; i < ids.length; i++) {
            int kind = random.nextInt(few.length);
            builder.doubles("gain")[i] = few[kind];
            builder.floats("shape")[2 * i + 1] = kind;
            builder.flags()[i] = random.nextInt(3);
        }
        return builder.freeze(Samples.FITTED);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheLayersLeadToIsTheFlatBankAndTheOriginal(long seed) {
        Bank bank = shared(seed);
        Indirection layers = Indirection.of(bank, OPERATOR).orElseThrow();
        Bank flat = done(layers.index(), new Flatten(layers.data()));
        assertThat(layers.data().size()).isLessThanOrEqualTo(5);
        for (int row = 0; row < bank.size(); row++) {
            assertThat(Double.doubleToRawLongBits(layers.value(row, 0, 0)))
                    .isEqualTo(Double.doubleToRawLongBits(flat.column("gain").value(row)));
            assertThat(layers.value(row, 3, 1)).isEqualTo(flat.column("shape").value(2 * row + 1));
            assertThat(flat.flags().intAt(row))
                    .isEqualTo(bank.flags().intAt(row) | ChannelFlag.INDIRECT);
        }
        if (bank.size() > 0) assertThat(flat.differences(bank)).containsExactly("flag");
    }

    @Test
    void theLayersSayWhatTheyAre() {
        Indirection layers = Indirection.of(shared(1), OPERATOR).orElseThrow();
        assertThat(layers.index().header().whole(Indirection.MAX_INDEX))
                .hasValue(layers.data().size() - 1L);
        assertThat(layers.data().header().state().has(HeaderFlag.DATA_LAYER)).isTrue();
        assertThat(layers.index().header().state().has(HeaderFlag.DATA_LAYER)).isFalse();
        assertThat(Indirection.check(layers.index(), layers.data())).isEmpty();
        assertThat(Indirection.DATA_LAYER).isEqualTo(-1);
    }

    @Test
    void bothLayersSignOneEntry() {
        Bank bank = shared(1);
        Indirection layers = Indirection.of(bank, OPERATOR).orElseThrow();
        for (Bank layer : new Bank[] {layers.index(), layers.data()}) {
            assertThat(layer.journal().continues(bank.journal())).isTrue();
            assertThat(layer.journal().entries()).hasSize(2);
            assertThat(layer.journal().entries().getLast().details())
                    .containsEntry("operand", bank.identity().hex());
        }
    }

    @Test
    void aDataLayerThatGotShorterUnderAnIndexIsRefused() {
        Indirection layers = Indirection.of(shared(1), OPERATOR).orElseThrow();
        Bank shorter = done(layers.data(), new Head(2));
        assertThat(Indirection.check(layers.index(), shorter)).first().asString().contains("of 2");
        assertThat(OPERATOR.apply(layers.index(), new Flatten(shorter)).code())
                .isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }

    @Test
    void aDataLayerThatGotLongerServesAllOldIndexes() {
        Indirection layers = Indirection.of(shared(1), OPERATOR).orElseThrow();
        var longer =
                BankBuilder.of(layers.data().layout(), Indirection.ENTRIES, 0, 1, 2, 3, 4, 5, 6);
        Bank data = longer.header(layers.data().header()).freeze(Samples.FITTED);
        assertThat(Indirection.check(layers.index(), data)).isEmpty();
    }

    @Test
    void aWrongClaimAboutTheLargestIndexShows() {
        Indirection layers = Indirection.of(shared(1), OPERATOR).orElseThrow();
        var builder = BankBuilder.of(layers.index());
        builder.header(builder.header().with(Indirection.MAX_INDEX, Scalar.of(99)));
        assertThat(Indirection.check(builder.freeze(Samples.FITTED), layers.data()))
                .singleElement()
                .asString()
                .startsWith("the header's max_index is 99");
    }

    @Test
    void anyOtherBankIsNoLayer() {
        Bank bank = shared(1);
        assertThat(Indirection.check(bank, bank)).hasSize(3);
    }

    @Test
    void aNegativeIndexPointsNowhere() {
        Indirection layers = Indirection.of(shared(1), OPERATOR).orElseThrow();
        var builder = BankBuilder.of(layers.index());
        builder.ints("index")[0] = Indirection.DATA_LAYER;
        assertThat(Indirection.check(builder.freeze(Samples.FITTED), layers.data()))
                .first()
                .asString()
                .contains("points to entry -1");
    }
}
