package tare.app.cli;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Ending;
import tare.conditions.store.Outcome;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.FailureLimit;
import tare.conditions.view.Resolved;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.channel.Quality;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.time.Moment;
import tare.core.time.RunNumber;
import tare.core.time.TimeAxis;

/// A store with a known history, filled through its own door.
///
/// | commit | tag | what |
/// | --- | --- | --- |
/// | 1 | pedestal | banks 1 `north` and 2 `south` from run 100 |
/// | 2 | pedestal | bank 1 from run 200 |
/// | 3 | pedestal | bank 1 from run 200, overwritten |
/// | 4 | pedestal | bank 2 ends at run 300 |
/// | 5 | hourly | one bank from 2026-11-20T11:00:00Z |
record SampleStore(Path database) {
    static final String RAW_FILE_SHA256 = "ab".repeat(32);

    private static final Author AUTHOR = new Author("ada", "bench tare 0.1.0");
    private static final Instant WHEN = Instant.parse("2026-11-20T11:00:00Z");
    private static final FieldScheme SCHEME =
            FieldScheme.of("test", new BitField("crate", 8), new BitField("channel", 20));
    private static final BankLayout LAYOUT =
            new BankLayout(
                    "pedestal",
                    1,
                    List.of(
                            new FieldDefinition("pedestal", "ADC", FieldType.F32),
                            new FieldDefinition("entries", "1", FieldType.I32)));

    String url() {
        return "sqlite:" + database;
    }

    static SampleStore create(Path folder) {
        var sample = new SampleStore(folder.resolve("tare.db"));
        ConditionsStore.init(sample.url());
        try (ConditionsStore store = ConditionsStore.open(sample.url())) {
            sample.submit(
                    store, "pedestal", run(100), north(80), candidate(2, "south", bank(2, 90)));
            sample.submit(store, "pedestal", run(200), north(81));
            sample.submit(store, "pedestal", run(200), north(82));
            store.end(new Ending("pedestal", run(300), Set.of(2), AUTHOR, "unplugged", WHEN));
            var eleven = new Moment(TimeAxis.UTC_NANOS, WHEN.getEpochSecond() * 1_000_000_000L);
            sample.submit(store, "hourly", eleven, candidate(0, "all", bank(0, 70)));
        }
        return sample;
    }

    private void submit(ConditionsStore store, String tag, Moment since, Candidate... candidates) {
        var type =
                new CalibrationType(
                        tag + "-type",
                        LAYOUT,
                        SCHEME,
                        since.axis(),
                        List.of(),
                        new FailureLimit.FewerThan(1));
        var campaign =
                new Campaign(
                        tag,
                        type,
                        since,
                        List.of(candidates),
                        Optional.empty(),
                        AUTHOR,
                        "morning scan",
                        WHEN);
        Outcome outcome = store.submit(campaign);
        if (!(outcome instanceof Outcome.Stored))
            throw new IllegalStateException(outcome.toString());
    }

    /// Stores a bank of one tag, as it is at a run, in another tag from that run on.
    void storeAgain(String tag, String from, long run, int bank) {
        try (ConditionsStore store = ConditionsStore.open(url())) {
            Resolved resolved = store.view(run(run)).bank(from, bank);
            submit(store, tag, run(run), new Candidate(resolved.entry().bank(), resolved.bank()));
        }
    }

    private static Moment run(long number) {
        return new RunNumber(number).moment();
    }

    private static Candidate north(float pedestal) {
        return candidate(1, "north", bank(1, pedestal));
    }

    private static Candidate candidate(int number, String name, Bank bank) {
        return new Candidate(new BankName(number, name), bank);
    }

    /// Three channels; the second is bad and has no pedestal.
    private static Bank bank(int crate, float pedestal) {
        int[] ids = new int[3];
        Arrays.setAll(ids, channel -> (int) SCHEME.pack(crate, channel));
        int[] flags = {0, ChannelFlag.NORMAL.with(Quality.BAD).bits(), 0};
        return Bank.of(
                LAYOUT,
                SCHEME,
                Header.of(10, Map.of("delay_ns", Scalar.of(25L), "source", Scalar.of("led"))),
                Column.of(ids),
                Column.of(flags),
                List.of(Column.of(pedestal, Float.NaN, pedestal + 1), Column.of(100, 0, 100)),
                journal());
    }

    private static Journal journal() {
        Map<String, String> decoded = Map.of("file", "raw 7.dmp", "file sha256", RAW_FILE_SHA256);
        Map<String, String> fitted =
                Map.of("model", "straight line", "note", "many words ".repeat(20).strip());
        return Journal.EMPTY
                .append(WHEN, AUTHOR, "decode", decoded, "")
                .append(WHEN, AUTHOR, "fit", fitted, "after the repair");
    }

    /// What a store refuses, done behind its back.
    void tamper(String table, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var sql = connection.createStatement()) {
            sql.execute("DROP TRIGGER " + table + "_update");
            sql.execute(statement);
        }
    }

    /// Runs a verb of `tare conditions` on this store.
    CommandLineRun conditions(String... arguments) {
        var all = new ArrayList<>(List.of("conditions"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--store", url()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
