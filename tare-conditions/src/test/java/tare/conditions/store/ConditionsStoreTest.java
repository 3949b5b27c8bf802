package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.history.BankSummary;
import tare.conditions.history.Commit;
import tare.conditions.history.StoredPayload;
import tare.conditions.history.TagSummary;
import tare.conditions.payload.BankFormat;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.conditions.type.TypeVersion;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.Resolved;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

class ConditionsStoreTest {
    @TempDir private Path folder;
    private String url;
    private ConditionsStore store;

    @BeforeEach
    void open() {
        url = "sqlite:" + folder.resolve("tare.db");
        assertThat(ConditionsStore.init(url)).isEqualTo(ConditionsStore.Initialized.CREATED);
        store = ConditionsStore.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackWhatWasStoredAndSaysWhy() {
        Bank bank = Samples.bank(1, 80, 81, 82);

        var stored =
                (Outcome.Stored) store.submit(campaign(Samples.type(), 100, candidate(1, bank)));
        Resolved found = store.view(run(150)).bank(TAG, 1);

        assertThat(bank.differences(found.bank())).isEmpty();
        Entry entry = found.entry();
        assertThat(stored.stored()).containsExactly(entry);
        assertThat(entry.toString()).contains("ped-express crate1 (bank 1) [run 100, open)");
        assertThat(entry.payload()).isEqualTo(BankFormat.identity(bank));
        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(entry.type()).isEqualTo(new TypeVersion("pedestal", 1));
        assertThat(store.view(run(150)).bank("PED-EXPRESS", "Crate1").entry()).isEqualTo(entry);
    }

    @Test
    void noEntryIsOlderThanTheOneBefore() {
        Instant later = Samples.WHEN.plusSeconds(3600);
        Journal fitted = Samples.JOURNAL.append(later, Samples.AUTHOR, "fit", Map.of(), "");
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80).with(fitted))));

        var journal = store.view(run(100)).bank(TAG, 1).bank().journal();

        assertThat(journal.entries()).extracting(JournalEntry::when).isSorted().contains(later);
        assertThat(journal.entries().getLast().when()).isEqualTo(later);
        assertThat(store.history().log(1).getFirst().entry().when()).isEqualTo(later);
    }

    @Test
    void keepsTheJournalAndAddsTheStoringToIt() {
        Bank bank = Samples.bank(1, 80);
        store.submit(campaign(Samples.type(), 100, candidate(1, bank)));

        var journal = store.view(run(100)).bank(TAG, 1).bank().journal();

        assertThat(journal.continues(Samples.JOURNAL)).isTrue();
        assertThat(journal.firstBroken()).isEmpty();
        assertThat(journal.entries()).hasSize(2);
        assertThat(journal.entries().getLast().what()).isEqualTo("store");
        assertThat(journal.entries().getLast().details())
                .containsEntry("tag", TAG)
                .containsEntry("since", "run 100");
    }

    @Test
    void anIntervalEndsWhereTheNextBegins() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        store.submit(campaign(Samples.type(), 200, candidate(1, Samples.bank(1, 81))));

        Entry first = store.view(run(199)).bank(TAG, 1).entry();
        Entry second = store.view(run(200)).bank(TAG, 1).entry();

        assertThat(first.valid().toString()).isEqualTo("[run 100, run 200)");
        assertThat(second.valid().toString()).isEqualTo("[run 200, open)");
    }

    @Test
    void sameContentAgainStoresNothingAndSaysSinceWhen() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));

        var again = store.submit(campaign(Samples.type(), 120, candidate(1, Samples.bank(1, 80))));

        assertThat(again).isInstanceOf(Outcome.AlreadyStored.class);
        Entry entry = ((Outcome.AlreadyStored) again).unchanged().getFirst();
        assertThat(entry.valid().since()).isEqualTo(100);
        assertThat(store.sequence()).isEqualTo(1);
        assertThat(store.history().tags().getFirst().intervals()).isEqualTo(1);
    }

    @Test
    void storesOnlyTheBanksThatChanged() {
        Candidate same = candidate(1, Samples.bank(1, 80));
        store.submit(campaign(Samples.type(), 100, same, candidate(2, Samples.bank(2, 80))));

        var outcome =
                (Outcome.Stored)
                        store.submit(
                                campaign(
                                        Samples.type(),
                                        120,
                                        same,
                                        candidate(2, Samples.bank(2, 81))));

        assertThat(outcome.stored()).extracting(e -> e.bank().number()).containsExactly(2);
        assertThat(outcome.unchanged()).extracting(e -> e.bank().number()).containsExactly(1);
        assertThat(store.view(run(130)).entries(TAG))
                .extracting(e -> e.valid().since())
                .containsExactly(100L, 120L);
    }

    @Test
    void aRejectedBankRejectsTheCampaignWithEveryReason() {
        CalibrationType type =
                Samples.type(new FailureLimit.FewerThan(2), new Check.Range("pedestal", 0, 255));

        var outcome =
                store.submit(
                        campaign(
                                type,
                                100,
                                candidate(1, Samples.bank(1, 80, 81)),
                                candidate(2, Samples.bank(2, 300, 301)),
                                candidate(3, Samples.bank(3, -1, Float.NaN))));

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        var verdicts = ((Outcome.Rejected) outcome).verdicts();
        assertThat(verdicts).extracting(v -> v.bank().name()).containsExactly("crate2", "crate3");
        assertThat(verdicts.getFirst().failures().getFirst().toString())
                .contains("2 of 2 channels fail, fewer than 2 may")
                .contains("crate 2 channel 0: 300.0, expected 0.0 to 255.0");
        assertThat(store.sequence()).isZero();
        assertThat(store.history().tags()).isEmpty();
        assertThat(store.history().types()).isEmpty();
        assertThat(store.history().payloads("")).isEmpty();
        assertThat(folder.resolve("tare.db.payloads")).doesNotExist();
    }

    @Test
    void comparesWithTheBankThatHeldBefore() {
        CalibrationType type =
                Samples.type(new FailureLimit.FewerThan(1), new Check.Difference("pedestal", 2));
        var first =
                (Outcome.Stored)
                        store.submit(campaign(type, 100, candidate(1, Samples.bank(1, 80, 90))));
        assertThat(first.verdicts().getFirst().warnings())
                .singleElement()
                .asString()
                .contains("no reference yet");

        assertThat(store.submit(campaign(type, 200, candidate(1, Samples.bank(1, 80, 93)))))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(store.submit(campaign(type, 200, candidate(1, Samples.bank(1, 82, 88)))))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(store.submit(campaign(type, 300, candidate(1, Samples.bank(1, 84, 86)))))
                .isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void anotherContentOfATypeIsItsNextVersion() {
        CalibrationType one = Samples.type();
        CalibrationType two =
                Samples.type(new FailureLimit.FewerThan(1), new Check.Range("pedestal", 0, 255));
        store.submit(campaign(one, 100, candidate(1, Samples.bank(1, 80))));
        store.submit(campaign(two, 200, candidate(1, Samples.bank(1, 81))));
        store.submit(campaign(one, 300, candidate(1, Samples.bank(1, 82))));

        var history = store.history();
        assertThat(history.types())
                .containsExactly(new TypeVersion("pedestal", 1), new TypeVersion("pedestal", 2));
        assertThat(history.type(new TypeVersion("pedestal", 2))).isEqualTo(two);
        assertThat(store.view(run(250)).bank(TAG, 1).entry().type().version()).isEqualTo(2);
        assertThat(store.view(run(300)).bank(TAG, 1).entry().type().version()).isEqualTo(1);
    }

    @Test
    void aViewAsOfASequenceDoesNotSeeWhatCameLater() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        View before = store.view(run(150));
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 81))));
        store.submit(campaign(Samples.type(), 140, candidate(1, Samples.bank(1, 82))));

        assertThat(pedestal(before)).isEqualTo(80);
        assertThat(pedestal(store.view(run(150), 1))).isEqualTo(80);
        assertThat(pedestal(store.view(run(150), 2))).isEqualTo(81);
        assertThat(pedestal(store.view(run(150), 3))).isEqualTo(82);
        assertThat(store.view(run(150), 2).bank(TAG, 1).entry().valid().isOpen()).isTrue();
        assertThatThrownBy(() -> store.view(run(150), 4)).hasMessageContaining("commits 1 to 3");
        assertThatThrownBy(() -> store.view(run(150), 0).bank(TAG, 1))
                .isInstanceOf(MissingConditionsException.class);
    }

    private static float pedestal(View view) {
        return view.bank(TAG, 1).bank().column("pedestal").floatAt(0);
    }

    @Test
    void anEndLeavesNothingValid() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        var ending =
                new Ending(
                        TAG, run(200), Set.of(1, 7), Samples.AUTHOR, "hardware out", Samples.WHEN);

        assertThat(store.end(ending)).isEqualTo(OptionalLong.of(2));
        assertThat(store.end(ending)).isEmpty();

        assertThat(store.view(run(199)).bank(TAG, 1).entry().valid().until()).isEqualTo(200);
        assertThat(store.view(run(200)).entries(TAG)).isEmpty();
        assertThatThrownBy(() -> store.view(run(250)).bank(TAG, 1))
                .isInstanceOf(MissingConditionsException.class)
                .hasMessageContaining("valid before [run 100, run 200)");
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void missingConditionsNameTagAndMomentAndWhatThereIs() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));

        assertThatThrownBy(() -> store.view(run(99)).bank(TAG, 1))
                .isInstanceOf(MissingConditionsException.class)
                .hasMessageContaining("tag ped-express for crate1 (bank 1) at run 99")
                .hasMessageContaining("valid after [run 100, open)");
        assertThatThrownBy(() -> store.view(run(100)).bank(TAG, 2))
                .hasMessageContaining("bank 2")
                .hasMessageContaining("the tag has crate1 (bank 1)");
        assertThatThrownBy(() -> store.view(run(100)).bank("gain", 1))
                .hasMessageContaining("no tag 'gain'; there are ped-express");
        assertThatThrownBy(() -> store.view(new Moment(TimeAxis.UTC_NANOS, 1)).bank(TAG, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("axis RUN");
    }

    @Test
    void aBankKeepsItsNameWithinATag() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        var renamed = new Candidate(new BankName(1, "other"), Samples.bank(1, 81));
        var renumbered = new Candidate(new BankName(2, "Crate1"), Samples.bank(1, 81));

        for (Candidate candidate : List.of(renamed, renumbered)) {
            Outcome outcome = store.submit(campaign(Samples.type(), 200, candidate));
            assertThat(outcome.toString()).contains("the tag already has crate1 (bank 1)");
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        Candidate one = candidate(1, Samples.bank(1, 81));
        var other =
                new CalibrationType(
                        "gain",
                        Samples.LAYOUT,
                        Samples.SCHEME,
                        TimeAxis.RUN,
                        List.of(),
                        new FailureLimit.FewerThan(1));

        assertThatThrownBy(() -> store.submit(campaign(Samples.type(), 100, one, one)))
                .hasMessageContaining("each bank once");
        assertThatThrownBy(() -> store.submit(campaign(Samples.type(), 100)))
                .hasMessageContaining("no candidates");
        assertThatThrownBy(() -> store.submit(campaign(other, 100, one)))
                .hasMessageContaining("tag ped-express holds type pedestal");
    }

    @Test
    void anotherOpenStoreSeesACommitAtOnce() {
        try (var second = ConditionsStore.open(url)) {
            assertThat(second.sequence()).isZero();
            store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
            assertThat(pedestal(second.view(run(100)))).isEqualTo(80);
            second.submit(campaign(Samples.type(), 200, candidate(1, Samples.bank(1, 81))));
            assertThat(pedestal(store.view(run(200)))).isEqualTo(81);
        }
    }

    @Test
    void historyTellsWhatThereIs() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80, 82))));
        store.submit(campaign(Samples.type(), 200, candidate(1, Samples.bank(1, 90, 92))));
        store.submit(campaign(Samples.type(), 300, candidate(1, Samples.bank(1, 80, 82))));
        var history = store.history();

        assertThat(history.tags())
                .containsExactly(new TagSummary(TAG, "pedestal", 1, 3, run(100), run(300), 3));
        List<Commit> log = history.log(2);
        assertThat(log).extracting(Commit::sequence).containsExactly(3L, 2L);
        assertThat(log.getFirst().entry().author()).isEqualTo(Samples.AUTHOR);
        assertThat(log.getFirst().entry().details()).containsEntry("banks", "1");
        assertThat(history.log("PED-express", 9)).hasSize(3);
        assertThat(history.log("nothing", 9)).isEmpty();

        Entry entry = store.view(run(100)).bank(TAG, 1).entry();
        assertThat(history.uses(entry.payload()))
                .extracting(use -> use.valid().toString())
                .containsExactly("[run 100, run 200)", "[run 300, open)");
        StoredPayload payload = history.payloads(entry.payload().brief()).getFirst();
        assertThat(history.payload(entry.payload())).isEqualTo(Optional.of(payload));
        assertThat(payload.file()).isEmpty();

        BankSummary summary = BankSummary.of(store.view(run(200)).bank(TAG, 1));
        assertThat(summary.channels()).isEqualTo(2);
        var pedestal = summary.columns().getFirst();
        assertThat(pedestal.mean()).isEqualTo(91);
        assertThat(pedestal.rms()).isEqualTo(1);
        assertThat(pedestal.min()).isEqualTo(90);
        assertThat(summary.journal().entries().getFirst().details()).containsKey("file");
    }

    @Test
    void largePayloadsAreFilesBesideTheDatabase() {
        var random = new Random(5);
        float[] noise = new float[400_000];
        for (int i = 0; i < noise.length; i++) noise[i] = Float.intBitsToFloat(random.nextInt());
        Bank bank = Samples.bank(1, noise);

        store.submit(campaign(Samples.type(), 100, candidate(1, bank)));

        Resolved found = store.view(run(100)).bank(TAG, 1);
        assertThat(bank.differences(found.bank())).isEmpty();
        String hash = found.entry().payload().hex();
        Path file =
                folder.resolve("tare.db.payloads")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2, 4))
                        .resolve(hash);
        assertThat(file).exists();
        assertThat(store.history().payload(found.entry().payload()).orElseThrow().file())
                .contains(file);
        assertThat(folder.resolve("tare.db.payloads/incoming")).isEmptyDirectory();
    }

    @Test
    void aMissingStoreSaysHowToCreateOne() {
        String missing = "sqlite:" + folder.resolve("none.db");
        assertThatThrownBy(() -> ConditionsStore.open(missing))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("create one with: tare conditions init --store " + missing);
        assertThat(folder.resolve("none.db")).doesNotExist();
        assertThatThrownBy(() -> ConditionsStore.open("postgresql://db/tare"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void initLeavesAStoreAsItIs() {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        assertThat(ConditionsStore.init(url)).isEqualTo(ConditionsStore.Initialized.WAS_THERE);
        assertThat(store.sequence()).isEqualTo(1);
    }

    @Test
    void aStoreOfANewerVersionIsRefused() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:" + url);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 3");
        }
        assertThatThrownBy(() -> ConditionsStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema version 3");
    }

    @Test
    void initTouchesNothingThatIsNotAStore() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "x".repeat(5000));
        assertThatThrownBy(() -> ConditionsStore.init("sqlite:" + text))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> ConditionsStore.open("sqlite:" + text))
                .isInstanceOf(StoreException.class);
        assertThat(text).hasContent("x".repeat(5000));

        Path foreign = folder.resolve("foreign.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE theirs (x)");
        }
        byte[] before = Files.readAllBytes(foreign);
        assertThatThrownBy(() -> ConditionsStore.init("sqlite:" + foreign))
                .hasMessageContaining("is not a conditions store");
        assertThat(foreign).hasBinaryContent(before);
    }
}
