package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.CutTable;
import tare.conditions.type.FailureLimit;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Scalar;
import tare.core.operation.Indirection;
import tare.core.operation.Operator;
import tare.core.time.TimeAxis;

/// Banks that share their values: at every moment all that they point to is there.
class DataLayerTest {
    private static final Operator OPERATOR =
            new Operator(Samples.AUTHOR, InstantSource.fixed(Samples.WHEN));
    private static final CalibrationType TYPE = type();

    private static CalibrationType type(Check... checks) {
        return CalibrationType.sharing(
                "pedestal",
                Samples.LAYOUT,
                Samples.SCHEME,
                TimeAxis.RUN,
                CutTable.of(List.of(checks), new FailureLimit.FewerThan(1)));
    }

    @TempDir private Path folder;
    private ConditionsStore store;

    @BeforeEach
    void open() {
        ConditionsStore.init(url());
        store = ConditionsStore.open(url());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String url() {
        return "sqlite:" + folder.resolve("tare.db");
    }

    private static Candidate data(float... pedestals) {
        int[] entries = IntStream.range(0, pedestals.length).toArray();
        return data(entries, HeaderFlag.NORMAL.with(HeaderFlag.DATA_LAYER), pedestals);
    }

    private static Candidate data(int[] entries, HeaderFlag flag, float... pedestals) {
        var builder = BankBuilder.of(Samples.LAYOUT, Indirection.ENTRIES, entries);
        System.arraycopy(pedestals, 0, builder.floats("pedestal"), 0, pedestals.length);
        Bank bank = builder.header(Header.EMPTY.with(flag)).freeze(Samples.JOURNAL);
        return new Candidate(BankName.DATA_LAYER, bank);
    }

    private static Candidate index(int number, int... entries) {
        return index(number, Arrays.stream(entries).max().orElse(-1), entries);
    }

    private static Candidate index(int number, long claimed, int[] entries) {
        int[] ids =
                IntStream.range(0, entries.length)
                        .map(i -> (int) Samples.SCHEME.pack(number, i))
                        .toArray();
        var builder = BankBuilder.of(Indirection.INDEX, Samples.SCHEME, ids);
        System.arraycopy(entries, 0, builder.ints("index"), 0, entries.length);
        builder.header(Header.EMPTY.with(Indirection.MAX_INDEX, Scalar.of(claimed)));
        return candidate(number, builder.freeze(Samples.JOURNAL));
    }

    private void stored(long since, Candidate... candidates) {
        assertThat(store.submit(campaign(TYPE, since, candidates)))
                .isInstanceOf(Outcome.Stored.class);
    }

    /// That a campaign is refused for its structure, although somebody insists.
    private void refused(String reason, long since, Candidate... candidates) {
        long before = store.sequence();
        Outcome outcome =
                store.submit(
                        campaign(TYPE, since, candidates)
                                .overriding("please")
                                .as(Authorisation.of(Role.OVERRIDE)));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.toString()).contains("structure:").contains(reason);
        assertThat(store.sequence()).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatAnIndexLeadsToIsTheFlatBank(long seed) {
        var random = new Random(seed);
        float[] few = {80, -0.0f, Float.NaN, 0, 81.5f};
        float[] pedestals = new float[1 + random.nextInt(200)];
        for (int i = 0; i < pedestals.length; i++) pedestals[i] = few[random.nextInt(few.length)];
        Bank bank = Samples.bank(1, pedestals);
        Indirection divided = Indirection.of(bank, OPERATOR).orElseThrow();
        stored(
                100,
                new Candidate(BankName.DATA_LAYER, divided.data()),
                candidate(1, divided.index()));

        Bank flat = store.view(run(100)).values(TAG, 1, OPERATOR);
        Indirection layers = store.view(run(100)).layers(TAG, 1);

        assertThat(flat.journal().entries().getLast().what()).isEqualTo("flatten");
        assertThat(layers.data().size()).isLessThanOrEqualTo(few.length);
        assertThat(flat.differences(bank)).containsExactly("flag");
        for (int i = 0; i < pedestals.length; i++) {
            assertThat(bits(layers.value(i, 0, 0))).isEqualTo(bits(pedestals[i]));
            assertThat(bits(flat.column("pedestal").value(i))).isEqualTo(bits(pedestals[i]));
        }
        assertThat(store.history().firstBroken()).isEmpty();
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    @Test
    void oneDataLayerServesAllBanksAndEachMoment() {
        stored(100, data(80, 81, 82), index(1, 0, 2), index(2, 1));
        stored(200, data(70, 71, 72));

        assertThat(store.view(run(150)).values(TAG, 1, OPERATOR).column("pedestal").value(1))
                .isEqualTo(82);
        assertThat(store.view(run(150)).values(TAG, 2, OPERATOR).column("pedestal").value(0))
                .isEqualTo(81);
        assertThat(store.view(run(200)).values(TAG, 1, OPERATOR).column("pedestal").value(1))
                .isEqualTo(72);
        assertThat(store.view(run(200), 1).values(TAG, 1, OPERATOR).column("pedestal").value(1))
                .as("as of the first commit")
                .isEqualTo(82);
        assertThat(store.view(run(100)).bank(TAG, "data-layer").entry().bank())
                .isEqualTo(BankName.DATA_LAYER);
    }

    @Test
    void aGlobalTagGivesValuesAndLayersUnderALabel() {
        stored(100, data(80, 81), index(1, 1, 0));
        TestStore.done(
                store.globalTags().create("summer", Map.of("ped", TAG), Samples.AUTHOR, "test"));
        var view = store.view("summer", run(100));

        Bank flat = view.values("ped", 1, OPERATOR);

        assertThat(flat.column("pedestal").value(0)).isEqualTo(81);
        assertThat(view.layers("ped", 1).value(0, 0, 0)).isEqualTo(81);
    }

    @Test
    void aBankWithValuesOfItsOwnIsItsValues() {
        Bank bank = Samples.bank(1, 80);
        store.submit(campaign(Samples.type(), 100, candidate(1, bank)));

        assertThat(store.view(run(100)).values(TAG, 1, OPERATOR).differences(bank)).isEmpty();
        assertThatThrownBy(() -> store.view(run(100)).layers(TAG, 1))
                .hasMessageContaining("values of its own");
    }

    @Test
    void theDataLayerComesFirst() {
        refused("crate1 (bank 1) at run 100 needs a data layer", 100, index(1, 0));
        refused("store it first", 100, index(1, 0), data(80));
        stored(200, data(80));
        refused("needs a data layer, and none is valid then", 100, index(1, 0));
        stored(200, index(1, 0));
    }

    @Test
    void theDataLayerMayComeInAnEarlierCampaignOfTheSameSubmission() {
        Campaign first = campaign(TYPE, 100, data(80, 81));
        Campaign then = campaign(TYPE, 200, index(1, 1));

        assertThat(store.submit(List.of(then, first)).toString()).contains("store it first");
        assertThat(store.submit(List.of(first, then))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void anIndexOutsideIsRefused() {
        stored(100, data(80, 81));

        refused(
                "crate1 (bank 1) at run 100 points to entry 2, the data layer has 2 entries",
                100,
                index(1, 0, 2));
        refused("crate2 (bank 2) at run 100 points to entry 7", 100, index(1, 2), index(2, 7));
        refused("channel 1048576 points to entry -1, which is below 0", 100, index(1, -1));
        refused("max_index is 0, the largest index 1", 100, index(1, 0, new int[] {1, 0}));
    }

    @Test
    void anIndexFitsAllDataLayersAsLongAsItHolds() {
        stored(100, data(80, 81));
        stored(200, data(80));

        refused("at run 200 points to entry 1, the data layer has 1 entries", 100, index(1, 1));
        stored(200, index(1, 0));
        stored(100, index(1, 1));
    }

    @Test
    void aDataLayerIsNumberedAndSaysWhatItIs() {
        HeaderFlag flag = HeaderFlag.NORMAL.with(HeaderFlag.DATA_LAYER);
        refused("entries from 0 without gaps", 100, data(new int[] {0, 2}, flag, 80, 81));
        refused("does not say that it is one", 100, data(new int[] {0}, HeaderFlag.NORMAL, 80));
        refused(
                "layout is index/1",
                100,
                new Candidate(BankName.DATA_LAYER, index(1, 0).content()));
        assertThat(store.submit(campaign(Samples.type(), 100, data(80))).toString())
                .contains("type pedestal has no data layer");
    }

    @Test
    void aDataLayerDoesNotShrinkUnderALiveIndex() {
        stored(100, data(80, 81, 82), index(1, 0, 1));
        stored(300, index(2, 2));

        refused("crate1 (bank 1) at run 200 points to entry 1", 200, data(80));
        refused("crate2 (bank 2) at run 300 points to entry 2", 200, data(80, 81));
        stored(200, data(70, 71, 72));
        stored(100, data(90, 91));
    }

    @Test
    void aDataLayerShrinksOnceNothingPointsOutside() {
        stored(100, data(80, 81), index(1, 1));

        refused("points to entry 1", 200, data(80), index(1, 0));
        stored(200, index(1, 0), data(80));

        assertThat(store.view(run(200)).values(TAG, 1, OPERATOR).column("pedestal").value(0))
                .isEqualTo(80);
        assertThat(store.view(run(199)).values(TAG, 1, OPERATOR).column("pedestal").value(0))
                .isEqualTo(81);
    }

    @Test
    void aDataLayerEndsNotBeforeTheBanksThatNeedIt() {
        stored(100, data(80), index(1, 0));

        assertThatThrownBy(() -> end(200, Indirection.DATA_LAYER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot end at run 200")
                .hasMessageContaining("crate1 (bank 1)");
        assertThat(store.sequence()).isEqualTo(1);

        end(200, Indirection.DATA_LAYER, 1);
        assertThat(store.view(run(200)).entries(TAG)).isEmpty();
        refused("needs a data layer", 200, index(1, 0));
    }

    private void end(long from, Integer... banks) {
        store.end(new Ending(TAG, run(from), Set.of(banks), Samples.AUTHOR, "test", Samples.WHEN));
    }

    /// Another writer commits after everything was judged and before it is stored.
    private Outcome submitWhile(Campaign other, Candidate candidate) {
        var candidates =
                new Iterator<Candidate>() {
                    private boolean given;

                    @Override
                    public boolean hasNext() {
                        if (!given) return true;
                        try (var another = ConditionsStore.open(url())) {
                            assertThat(another.submit(other)).isInstanceOf(Outcome.Stored.class);
                        }
                        return false;
                    }

                    @Override
                    public Candidate next() {
                        given = true;
                        return candidate;
                    }
                };
        return store.submit(campaign(TYPE, 200, () -> candidates));
    }

    @Test
    void anIndexIsRefusedIfTheDataLayerShrinksMeanwhile() {
        stored(100, data(80, 81));

        Outcome outcome = submitWhile(campaign(TYPE, 150, data(80)), index(1, 1));

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.toString())
                .contains("crate1 (bank 1) at run 200 points to entry 1, the data layer has 1");
        assertThat(store.sequence()).isEqualTo(2);
    }

    @Test
    void aDataLayerMayNotShrinkIfAnIndexCameMeanwhile() {
        stored(100, data(80, 81));

        Outcome outcome = submitWhile(campaign(TYPE, 150, index(1, 1)), data(80));

        assertThat(outcome.toString()).contains("crate1 (bank 1) at run 200 points to entry 1");
        assertThat(store.sequence()).isEqualTo(2);
    }

    @Test
    void theSameLayersAgainStoreNothing() {
        Campaign campaign = campaign(TYPE, 100, data(80), index(1, 0));
        store.submit(campaign);

        assertThat(store.submit(campaign)).isInstanceOf(Outcome.AlreadyStored.class);
    }

    @Test
    void cutsOnValuesJudgeTheDataLayer() {
        CalibrationType type = type(new Check.Difference("pedestal", 2));
        store.submit(campaign(type, 100, data(80, 81), index(1, 0, 1)));

        assertThat(store.submit(campaign(type, 200, data(80, 91))).toString())
                .contains("data-layer (bank -1)")
                .contains("91.0, expected 81.0");
        assertThat(store.submit(campaign(type, 200, data(80, 82), index(1, 1, 0))))
                .isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void verificationLooksIntoTheStoredDataLayer() {
        stored(100, data(80, 81), index(1, 0, 1));

        assertThat(store.verify(campaign(TYPE, 150, data(80, 81), index(1, 1, 1))))
                .isInstanceOf(Outcome.StillValid.class);
        assertThat(store.verify(campaign(TYPE, 150, index(1, 1, 2))).toString())
                .contains("points to entry 2, the data layer has 2 entries");
    }
}
