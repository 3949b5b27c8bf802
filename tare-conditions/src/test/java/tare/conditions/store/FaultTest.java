package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.conditions.json.JournalJson;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.conditions.payload.Payload;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.core.bank.Bank;
import tare.core.journal.Journal;

/// What must survive: killed writers, damaged files, two writers, tampering.
class FaultTest {
    @TempDir private Path folder;
    private Path database;
    private ConditionsStore store;

    @BeforeEach
    void open() {
        database = folder.resolve("tare.db");
        ConditionsStore.init(url());
        store = ConditionsStore.open(url());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String url() {
        return "sqlite:" + database;
    }

    /// About 1.6 MB that do not compress, so that its payload is a file.
    private static Bank large(int crate) {
        var random = new Random(crate);
        float[] noise = new float[400_000];
        for (int i = 0; i < noise.length; i++) noise[i] = Float.intBitsToFloat(random.nextInt());
        return Samples.bank(crate, noise);
    }

    private Path storeLarge() {
        Bank bank = large(1);
        store.submit(campaign(Samples.type(), 100, candidate(1, bank)));
        return new PayloadFiles(folder.resolve("tare.db.payloads")).path(BankFormat.identity(bank));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("tare.db"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calibration_type",
                "payload",
                "journal",
                "tag",
                "bank",
                "log",
                "iov",
                "log_tag",
                "type_change"
            })
    void sqlCanNeitherChangeNorRemoveARow(String table) {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        String column =
                switch (table) {
                    case "iov", "bank", "log_tag" -> "tag_id";
                    case "type_change" -> "type_id";
                    default -> "rowid";
                };

        for (String attempt :
                List.of("DELETE FROM " + table, "UPDATE " + table + " SET " + column + " = 7")) {
            assertThatThrownBy(() -> sql(attempt)).as(attempt).hasMessageContaining("append-only");
        }
    }

    /// As if killed between the payload file and the commit.
    @Test
    void aPayloadFileWithoutACommitIsHarmless() throws IOException {
        Payload payload = BankFormat.write(large(1), Compression.SMALLER);
        var files = new PayloadFiles(folder.resolve("tare.db.payloads"));
        files.publish(Map.of(payload.identity(), files.stage(payload.container())));
        files.stage(payload.container());

        assertThat(store.history().tags()).isEmpty();
        assertThat(store.submit(campaign(Samples.type(), 100, candidate(1, large(1)))))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(large(1).differences(store.view(run(100)).bank(TAG, 1).bank())).isEmpty();
    }

    @Test
    void aTransactionThatFailsAtItsLastStatementLeavesNothing() throws Exception {
        sql("CREATE TRIGGER fault BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'injected'); END");
        Campaign campaign =
                campaign(
                        Samples.type(),
                        100,
                        candidate(1, large(1)),
                        candidate(2, Samples.bank(2, 80)));

        assertThatThrownBy(() -> store.submit(campaign))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("tare.db")
                .hasMessageContaining("injected");
        assertThat(store.sequence()).isZero();
        assertThat(store.history().payloads("")).isEmpty();
        assertThat(store.history().types()).isEmpty();

        sql("DROP TRIGGER fault");
        assertThat(store.submit(campaign)).isInstanceOf(Outcome.Stored.class);
        assertThat(store.view(run(100)).entries(TAG)).hasSize(2);
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void aSourceOfCandidatesThatFailsLeavesNothing() throws IOException {
        Iterator<Candidate> candidates =
                new Iterator<>() {
                    private int given;

                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public Candidate next() {
                        if (given == 2) throw new IllegalStateException("the fit crashed");
                        return candidate(++given, large(given));
                    }
                };

        assertThatThrownBy(() -> store.submit(campaign(Samples.type(), 100, () -> candidates)))
                .hasMessageContaining("the fit crashed");
        assertThat(store.sequence()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void aRejectedCampaignLeavesNoFiles() throws IOException {
        CalibrationType type =
                Samples.type(new FailureLimit.FewerThan(1), new Check.Range("entries", 1, 1000));
        int[] flags = new int[1];
        flags[0] = 1;
        Candidate wrong = candidate(2, Samples.bank(2, flags, new float[] {1}));
        CalibrationType strict =
                Samples.type(new FailureLimit.FewerThan(1), new Check.FlagRequired(1, 0));

        assertThat(store.submit(campaign(strict, 100, candidate(1, large(1)), wrong)))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(files()).isEmpty();
        assertThat(store.submit(campaign(type, 100, candidate(1, large(1)), wrong)))
                .isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void aTruncatedPayloadFileIsNamedAndMendedByTheSameContent() throws IOException {
        Path file = storeLarge();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> store.view(run(100)).bank(TAG, 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("corrupt");

        assertThat(store.submit(campaign(Samples.type(), 100, candidate(1, large(1)))))
                .isInstanceOf(Outcome.AlreadyStored.class);
        assertThat(large(1).differences(store.view(run(100)).bank(TAG, 1).bank())).isEmpty();
    }

    @Test
    void aFlippedBitAndAMissingFileAreNamed() throws IOException {
        Path file = storeLarge();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(() -> store.view(run(100)).bank(TAG, 1))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("corrupt payload container at byte");

        Files.delete(file);
        assertThatThrownBy(() -> store.view(run(100)).bank(TAG, 1))
                .hasMessageContaining(file + ": it is missing");
    }

    @Test
    void aDamagedBodyInTheDatabaseIsMendedByTheSameContent() throws Exception {
        Bank bank = Samples.bank(1, 80);
        store.submit(campaign(Samples.type(), 100, candidate(1, bank)));
        sql("DROP TRIGGER payload_update");
        sql("UPDATE payload SET body = CAST(substr(body, 1, length(body) - 1) AS BLOB)");

        assertThat(store.submit(campaign(Samples.type(), 100, candidate(1, bank))))
                .isInstanceOf(Outcome.AlreadyStored.class);

        assertThat(bank.differences(store.view(run(100)).bank(TAG, 1).bank())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag SELECT id, 'other', type_name, axis FROM tag",
                "tag SELECT 9, name, 'other', axis FROM tag",
                "bank SELECT tag_id, bank, 'other' FROM bank",
                "payload SELECT id, sha256, 1, 1, zeroblob(1) FROM payload",
                "payload SELECT 9, sha256, 1, 1, zeroblob(1) FROM payload",
                "journal SELECT id, head, '[]' FROM journal",
                "calibration_type SELECT id, name, version, sha256, '{}' FROM calibration_type",
                "log SELECT seq, time, 'other', place, action, details, why, prev_hash, hash FROM log",
                "iov SELECT tag_id, bank, since, seq, NULL, type_id, journal_id, NULL FROM iov",
                "log_tag SELECT tag_id, seq FROM log_tag",
                "type_change SELECT name, seq, NULL FROM type_change"
            })
    void sqlCannotReplaceARow(String attempt) throws Exception {
        Bank bank = Samples.bank(1, 80);
        store.submit(campaign(Samples.type(), 100, candidate(1, bank)));

        try {
            sql("INSERT OR REPLACE INTO " + attempt);
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("append-only");
        }

        try (var again = ConditionsStore.open(url())) {
            assertThat(again.history().firstBroken()).isEmpty();
            var resolved = again.view(run(100)).bank(TAG, "crate1");
            assertThat(bank.differences(resolved.bank())).isEmpty();
            assertThat(resolved.bank().journal().firstBroken()).isEmpty();
            assertThat(resolved.bank().journal().entries()).isNotEmpty();
            assertThat(again.history().type(resolved.entry().type())).isEqualTo(Samples.type());
        }
    }

    /// Rows that SQL adds under an old commit, the next one, and one far ahead.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 9})
    void rowsOfNoCommitAreRefusedOrStayInvisible(long sequence) throws Exception {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        String row =
                "INSERT INTO iov SELECT tag_id, bank, 150, "
                        + sequence
                        + ", payload_id, type_id, journal_id, NULL FROM iov";
        if (sequence == 1) {
            assertThatThrownBy(() -> sql(row)).hasMessageContaining("this commit is closed");
            return;
        }
        sql(row);

        assertThat(store.history().intervals(TAG, store.sequence())).hasSize(1);
        assertThatThrownBy(
                        () -> store.submit(campaign(Samples.type(), 300, candidate(1, large(1)))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("past the gate");
        assertThat(store.sequence()).isEqualTo(1);
    }

    @Test
    void aPayloadWithoutAnIntervalIsInvisible() throws Exception {
        sql("INSERT INTO payload VALUES (1, zeroblob(32), 1, 1, zeroblob(1))");

        assertThat(store.history().payloads("")).isEmpty();
    }

    @Test
    void anotherJournalInPlaceOfAStoredOneIsRefused() throws Exception {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        Journal forged =
                Journal.EMPTY.append(
                        Samples.WHEN, Samples.AUTHOR, "fit", Map.of("file", "other"), "");
        sql("DROP TRIGGER journal_update");
        sql("UPDATE journal SET json = '" + JournalJson.write(forged) + "'");

        assertThatThrownBy(() -> store.view(run(100)).bank(TAG, 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was altered after it was stored");
    }

    @Test
    void aDamagedBodyInTheDatabaseIsNamed() throws Exception {
        store.submit(campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))));
        sql("DROP TRIGGER payload_update");
        sql("UPDATE payload SET body = CAST(substr(body, 1, length(body) - 1) AS BLOB)");

        assertThatThrownBy(() -> store.view(run(100)).bank(TAG, 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in the database: corrupt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log SET why = 'another reason' WHERE seq = 2",
                "UPDATE iov SET since = 150 WHERE seq = 2",
                "UPDATE iov SET payload_id = 1 WHERE seq = 2",
                "DELETE FROM iov WHERE seq = 2"
            })
    void tamperingWithACommitShows(String attempt) throws Exception {
        for (int i = 1; i <= 3; i++) {
            store.submit(campaign(Samples.type(), 100L * i, candidate(1, Samples.bank(1, i))));
        }
        assertThat(store.history().firstBroken()).isEmpty();
        for (String table : List.of("log", "iov")) {
            sql("DROP TRIGGER " + table + "_update");
            sql("DROP TRIGGER " + table + "_delete");
        }
        sql(attempt);

        assertThat(store.history().firstBroken()).hasValue(2);
    }

    @Test
    void twoWritersAtOnceBothStoreEverything() throws Exception {
        Callable<List<Outcome>> odd = () -> storeMany(1);
        Callable<List<Outcome>> even = () -> storeMany(2);
        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<List<Outcome>> future : threads.invokeAll(List.of(odd, even))) {
                outcomes.addAll(future.get());
            }
        }

        assertThat(outcomes).hasSize(60).allMatch(Outcome.Stored.class::isInstance);
        assertThat(outcomes.stream().map(o -> ((Outcome.Stored) o).sequence()).sorted())
                .isEqualTo(IntStream.rangeClosed(1, 60).mapToObj(Long::valueOf).toList());
        assertThat(store.sequence()).isEqualTo(60);
        assertThat(store.history().firstBroken()).isEmpty();
        assertThat(store.view(run(1000)).entries(TAG)).hasSize(2);
    }

    private List<Outcome> storeMany(int bank) {
        var outcomes = new ArrayList<Outcome>();
        try (var own = ConditionsStore.open(url())) {
            for (int i = 0; i < 30; i++) {
                Candidate candidate = candidate(bank, Samples.bank(bank, i));
                outcomes.add(own.submit(campaign(Samples.type(), 10 + i, candidate)));
            }
        }
        return outcomes;
    }

    @Test
    void initializingTwiceAtOnceGivesOneStore() throws Exception {
        String fresh = "sqlite:" + folder.resolve("fresh.db");
        Callable<ConditionsStore.Initialized> init = () -> ConditionsStore.init(fresh);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var found = new ArrayList<ConditionsStore.Initialized>();
            for (var future : threads.invokeAll(List.of(init, init))) found.add(future.get());
            assertThat(found).containsExactlyInAnyOrder(ConditionsStore.Initialized.values());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains("fresh"))).hasSize(1);
        }
        try (var both = ConditionsStore.open(fresh)) {
            assertThat(both.sequence()).isZero();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        String nowhere = "sqlite:" + folder.resolve("no/such/folder/tare.db");
        assertThatThrownBy(() -> ConditionsStore.init(nowhere))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no/such/folder/tare.db")
                .hasMessageContaining("create it first");
        assertThatThrownBy(() -> ConditionsStore.init("sqlite:" + folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(folder + " is a folder; name a file in it");
    }

    /// Another writer changes the reference after the candidate was judged and before it is stored.
    @Test
    void aCandidateIsJudgedAgainIfItsReferenceChanged() {
        CalibrationType type =
                Samples.type(new FailureLimit.FewerThan(1), new Check.Difference("pedestal", 2));
        store.submit(campaign(type, 100, candidate(1, Samples.bank(1, 80))));
        Iterator<Candidate> candidates =
                new Iterator<>() {
                    private int given;

                    @Override
                    public boolean hasNext() {
                        if (given == 1) {
                            try (var other = ConditionsStore.open(url())) {
                                other.submit(
                                        campaign(type, 150, candidate(1, Samples.bank(1, 79))));
                            }
                        }
                        return given < 1;
                    }

                    @Override
                    public Candidate next() {
                        given++;
                        return candidate(1, Samples.bank(1, 81.5f));
                    }
                };

        Outcome outcome = store.submit(campaign(type, 200, () -> candidates));

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.toString()).contains("81.5").contains("79.0 ± 2.0");
        assertThat(store.sequence()).isEqualTo(2);
    }
}
