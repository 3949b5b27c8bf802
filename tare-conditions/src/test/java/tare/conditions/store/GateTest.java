package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.done;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.payload.BankFormat;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.CutTable;
import tare.conditions.type.FailureLimit;
import tare.conditions.type.Policy;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Layouts;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;
import tare.core.journal.JournalEntry;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.TimeAxis;

/// Verification, validation, override and references, through the store.
class GateTest {
    private static final Check DIFFERENCE = new Check.Difference("pedestal", 2);
    private static final FailureLimit STRICT = new FailureLimit.FewerThan(1);
    private static final CalibrationType TYPE = Samples.type(STRICT, DIFFERENCE);

    /// Marks channels; up to two of them may fail.
    private static final CalibrationType MARKING =
            new CalibrationType(
                    "pedestal",
                    Samples.LAYOUT,
                    Samples.SCHEME,
                    TimeAxis.RUN,
                    CutTable.marking(List.of(DIFFERENCE), new FailureLimit.FewerThan(3)));

    @TempDir private Path folder;
    private ConditionsStore store;

    @BeforeEach
    void open() {
        String url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        store = ConditionsStore.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Outcome submit(CalibrationType type, long since, float... pedestals) {
        return store.submit(campaign(type, since, candidate(1, Samples.bank(1, pedestals))));
    }

    @Test
    void whatStillHoldsIsMarkedAndNotStored() {
        submit(TYPE, 100, 80);
        Bank candidate = Samples.bank(1, 81);
        var content = BankFormat.identity(candidate);

        var outcome =
                (Outcome.StillValid) store.verify(campaign(TYPE, 200, candidate(1, candidate)));

        assertThat(outcome.sequence()).isEqualTo(2);
        assertThat(outcome.until()).isEqualTo(run(200));
        assertThat(outcome.holding().getFirst().valid().since()).isEqualTo(100);
        assertThat(BankFormat.identity(candidate)).isEqualTo(content);
        assertThat(store.history().tags().getFirst().intervals()).isEqualTo(1);
        JournalEntry mark = store.history().log(TAG, 1).getFirst().entry();
        assertThat(mark.what()).isEqualTo("verify");
        assertThat(mark.details())
                .containsEntry("still valid until", "run 200")
                .containsEntry("banks", "1");
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void whatHoldsNoLongerIsNotMarked() {
        submit(TYPE, 100, 80);

        assertThat(store.verify(campaign(TYPE, 200, candidate(1, Samples.bank(1, 83)))))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(store.verify(campaign(TYPE, 50, candidate(1, Samples.bank(1, 80)))).toString())
                .contains("nothing is valid in the tag at run 50");
        assertThat(store.sequence()).isEqualTo(1);
    }

    @Test
    void anOverrideNeedsTheRoleAndLeavesATrace() {
        submit(TYPE, 100, 80, 80);
        Campaign moved = campaign(TYPE, 200, candidate(1, Samples.bank(1, 80, 90)));
        Campaign insisting = moved.overriding("new tubes in crate 1");

        assertThat(store.submit(moved)).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Refused) store.submit(insisting)).code())
                .isEqualTo(ErrorCode.NOT_AUTHORISED);
        assertThat(store.sequence()).isEqualTo(1);

        var stored = (Outcome.Stored) store.submit(insisting.as(Authorisation.of(Role.OVERRIDE)));

        assertThat(stored.verdicts().getFirst().warnings().getFirst())
                .contains("override of ada: new tubes in crate 1");
        Bank bank = store.view(run(200)).bank(TAG, 1).bank();
        assertThat(new HeaderFlag(bank.header().flag()).has(HeaderFlag.OVERRIDDEN)).isTrue();
        assertThat(bank.flags().intAt(0)).isZero();
        assertThat(bank.flags().intAt(1)).isEqualTo(ChannelFlag.OVERRIDDEN);
        JournalEntry override = bank.journal().entries().get(1);
        assertThat(override.what()).isEqualTo("override");
        assertThat(override.why()).isEqualTo("new tubes in crate 1");
        assertThat(override.details())
                .containsEntry("override by", "ada")
                .hasEntrySatisfying(
                        "failure 1", text -> assertThat(text).contains("90.0, expected 80.0"));
        assertThat(store.submit(insisting.as(Authorisation.of(Role.OVERRIDE))))
                .isInstanceOf(Outcome.AlreadyStored.class);
    }

    @Test
    void structureIsNotOverridden() {
        var wrong = candidate(1, Samples.anyBank(3, new Random(1)));

        Outcome outcome =
                store.submit(
                        campaign(TYPE, 100, wrong)
                                .overriding("please")
                                .as(Authorisation.of(Role.OVERRIDE)));

        assertThat(outcome.toString()).contains("structure:");
        assertThat(store.sequence()).isZero();
    }

    @Test
    void theSameCandidateAgainStoresNothingAlthoughItWasMarked() {
        submit(MARKING, 100, 80, 80, 80);
        assertThat(submit(MARKING, 200, 80, 90, 80)).isInstanceOf(Outcome.Stored.class);
        Bank marked = store.view(run(200)).bank(TAG, 1).bank();
        assertThat(new ChannelFlag(marked.flags().intAt(1)).toString())
                .isEqualTo("validate failed, public 0x1");
        assertThat(marked.journal().entries().getLast().details())
                .containsEntry(
                        "candidate sha256", BankFormat.identity(Samples.bank(1, 80, 90, 80)).hex());

        assertThat(submit(MARKING, 200, 80, 90, 80)).isInstanceOf(Outcome.AlreadyStored.class);
        assertThat(submit(MARKING, 300, 80, 90, 80)).isInstanceOf(Outcome.AlreadyStored.class);
        assertThat(store.sequence()).isEqualTo(2);
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void aStrictTypeWantsAReferenceUnlessItBootstraps() {
        CalibrationType strict = TYPE.with(Policy.STRICT);
        Campaign first = campaign(strict, 100, candidate(1, Samples.bank(1, 80)));

        assertThat(store.submit(first).toString()).contains("no reference");
        assertThat(store.submit(first.as(Authorisation.of(Role.BOOTSTRAP))))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(submit(strict, 200, 81)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void channelsThatTheGeneralStatusCallsBadPass() {
        BankBuilder status = BankBuilder.of(Layouts.STATUS, Samples.SCHEME, 1 << 20);
        status.flags()[0] = ChannelFlag.NORMAL.with(Quality.BAD).bits();
        var statusType =
                new CalibrationType(
                        "status", Layouts.STATUS, Samples.SCHEME, TimeAxis.RUN, List.of(), STRICT);
        store.submit(
                campaign(
                        "hot-list",
                        statusType,
                        100,
                        List.of(candidate(1, status.freeze(Samples.JOURNAL)))));
        CalibrationType skipping = TYPE.with(Policy.LENIENT.skippingBadIn("hot-list"));
        submit(skipping, 100, 80, 80);

        assertThat(submit(skipping, 200, 99, 80)).isInstanceOf(Outcome.Stored.class);
        assertThat(submit(skipping, 300, 99, 99)).isInstanceOf(Outcome.Rejected.class);
    }

    private Result<OptionalLong> promote(long at, Integer... banks) {
        return store.references()
                .promote(new Promotion(TAG, run(at), Set.of(banks), Samples.AUTHOR, "good run"));
    }

    @Test
    void aPromotedReferenceIsWhatCandidatesAreComparedWith() {
        submit(TYPE, 100, 80);
        assertThat(promote(100)).isEqualTo(Result.of(OptionalLong.of(2)));
        submit(TYPE, 200, 82);

        assertThat(submit(TYPE, 300, 83))
                .as("3 from the reference, 1 from what holds")
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(submit(TYPE, 300, 78))
                .as("2 from the reference, 4 from what holds")
                .isInstanceOf(Outcome.Stored.class);
        assertThat(submit(TYPE, 50, 90))
                .as("before the reference begins, nothing to compare with")
                .isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void ofTwoPromotionsTheOlderLosesItAndHistoryShowsBoth() {
        submit(TYPE, 100, 80);
        done(promote(100, 1));
        submit(TYPE, 100, 81);

        assertThat(promote(100, 1)).isEqualTo(Result.of(OptionalLong.of(4)));
        assertThat(promote(100, 1)).as("again").isEqualTo(Result.of(OptionalLong.empty()));

        assertThat(store.references().of("pedestal"))
                .extracting(References.Promoted::sequence, References.Promoted::current)
                .containsExactly(tuple(2L, false), tuple(4L, true));
        assertThat(store.history().log(9))
                .extracting(commit -> commit.entry().what())
                .containsExactly("promote", "store", "promote", "store");
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void onlyWhatIsValidIsPromoted() {
        submit(TYPE, 100, 80);

        assertThat(promote(99).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(promote(100, 1, 7).toString()).contains("for banks [7]");
        assertThat(store.references().types()).isEmpty();
    }
}
