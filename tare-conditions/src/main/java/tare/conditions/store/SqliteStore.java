package tare.conditions.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tare.conditions.history.History;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.DetectorDefinition;
import tare.conditions.type.Gatekeeper;
import tare.conditions.type.Policy;
import tare.conditions.type.Rules;
import tare.conditions.type.SystemDefinition;
import tare.conditions.view.GlobalTag;
import tare.conditions.view.GlobalView;
import tare.conditions.view.MissingConditionsException;
import tare.conditions.view.View;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;
import tare.core.time.Moment;

/// A store in one SQLite file, large payloads beside it.
///
/// One connection writes, one reads; each is used by one thread at a time. Answers come from the
/// index; the read connection notices commits of others.
final class SqliteStore implements ConditionsStore {
    private static final long MAX_CACHE_BYTES = 256L << 20;

    private final SqliteFile file;
    private final InstantSource clock;
    private final Rules rules = Rules.installed();
    private final Map<Sha256, DetectorDefinition> definitions = new ConcurrentHashMap<>();
    private final Payloads payloads;
    private final BankCache cache = new BankCache(cacheBytes());
    private final Connection writing;
    private final Connection reading;
    private final Jdbi writer;
    private final Jdbi reader;
    private final ReentrantLock writeLock = new ReentrantLock();
    private final ReentrantLock readLock = new ReentrantLock();

    private Index index = Index.EMPTY; // under readLock
    private long dataVersion = -1; // under readLock

    SqliteStore(SqliteFile file, InstantSource clock) {
        this.clock = clock;
        file.requireStore();
        this.file = file;
        Path path = file.path();
        payloads =
                new Payloads(
                        new PayloadFiles(path.resolveSibling(path.getFileName() + ".payloads")));
        writing = file.connect(TransactionMode.IMMEDIATE);
        reading = file.connect(TransactionMode.DEFERRED);
        writer = Jdbi.create(writing);
        reader = Jdbi.create(reading);
        requireIntactDefinitions();
    }

    /// An eighth of the heap at most: the banks of a view, not those of a detector of millions.
    private static long cacheBytes() {
        return Math.min(MAX_CACHE_BYTES, Runtime.getRuntime().maxMemory() / 8);
    }

    private void requireIntactDefinitions() {
        try {
            new SqliteTypes(this).definitions();
        } catch (StoreException e) {
            close();
            throw e;
        }
    }

    @Override
    public Outcome submit(List<Campaign> campaigns) {
        try (var submission = new Submission(this, campaigns)) {
            return submission.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Outcome verify(Campaign campaign) {
        try {
            return new Verification(this, campaign).run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public OptionalLong end(Ending ending) {
        return write(
                handle -> {
                    Index now = upToDate(current(), new Queries(handle));
                    return Closing.of(now, ending).requireFit(new Layers(this::read)).write(handle);
                });
    }

    @Override
    public View view(Moment moment) {
        Index now = current();
        return new IndexView(this, now, moment, now.sequence());
    }

    @Override
    public View view(Moment moment, long asOfSequence) {
        Index now = current();
        if (asOfSequence < 0 || asOfSequence > now.sequence()) {
            throw new IllegalArgumentException(
                    "the store has commits 1 to "
                            + now.sequence()
                            + ", asked as of "
                            + asOfSequence);
        }
        return new IndexView(this, now, moment, asOfSequence);
    }

    @Override
    public GlobalView view(String globalTag, Moment moment) {
        return view(globalTag, view(moment));
    }

    @Override
    public GlobalView view(String globalTag, Moment moment, long asOfSequence) {
        return view(globalTag, view(moment, asOfSequence));
    }

    private GlobalView view(String name, View view) {
        return globalTag(name, view.sequence())
                .map(found -> GlobalView.of(found, view))
                .orElseThrow(
                        () ->
                                new MissingConditionsException(
                                        "no global tag '"
                                                + name
                                                + "' as of sequence "
                                                + view.sequence()
                                                + "; there are "
                                                + globalTags().all().stream()
                                                        .map(GlobalTag::name)
                                                        .toList()));
    }

    private Optional<GlobalTag> globalTag(String name, long asOf) {
        return Optional.ofNullable(current().globalTags().get(name.toLowerCase(Locale.ROOT)))
                .filter(found -> found.sequence() <= asOf)
                .map(Index.StoredGlobalTag::content);
    }

    @Override
    public long sequence() {
        return current().sequence();
    }

    @Override
    public Types types() {
        return new SqliteTypes(this);
    }

    @Override
    public References references() {
        return new SqliteReferences(this);
    }

    @Override
    public GlobalTags globalTags() {
        return new SqliteGlobalTags(this);
    }

    InstantSource clock() {
        return clock;
    }

    /// The gate for a campaign that was admitted: with the store's own definition of its detector.
    Gatekeeper gatekeeper(Campaign campaign) {
        CalibrationType type = campaign.type();
        Optional<SystemDefinition> system =
                type.isOfDetector()
                        ? types().definition(type.detector())
                                .flatMap(
                                        d ->
                                                d.division(type.idScheme())
                                                        .map(SystemDefinition.class::cast))
                        : campaign.system();
        var gate = new Gatekeeper(type, system, rules);
        return campaign.authorisation().grants(Role.BOOTSTRAP)
                ? new Gatekeeper(type, system, rules, Policy.MissingReference.WARN)
                : gate;
    }

    /// A stored definition, which must be what was stored.
    ///
    /// @throws StoreException if it was altered
    DetectorDefinition parsed(Registry.StoredDefinition stored) {
        if (!stored.isIntact()) {
            throw new StoreException(
                    "the definition of detector "
                            + stored.detector()
                            + " in "
                            + file.path()
                            + " was altered after it was stored; restore the store from a backup",
                    null);
        }
        return definitions.computeIfAbsent(
                stored.identity(), _ -> DetectorDefinition.parse(stored.json()));
    }

    @Override
    public History history() {
        return new SqliteHistory(this);
    }

    /// The index as of the newest commit of any process.
    Index current() {
        return ask(
                queries -> {
                    long version = queries.dataVersion();
                    if (version != dataVersion) {
                        index = upToDate(index, queries);
                        dataVersion = version;
                    }
                    return index;
                });
    }

    /// An index and all that was committed since; complete under the write lock.
    static Index upToDate(Index old, Queries queries) {
        long sequence = queries.lastSequence();
        return sequence == old.sequence()
                ? old
                : old.with(sequence, queries.additionsAfter(old.sequence()));
    }

    Payloads payloads() {
        return payloads;
    }

    /// Payloads are decoded outside the lock.
    Bank read(Sha256 identity) {
        return payloads.read(
                ask(queries -> queries.payload(identity)).orElseThrow(() -> noPayload(identity)));
    }

    /// A bank with the journal of a row, kept for who asks next.
    Bank bank(Sha256 payload, Timeline.Row row) {
        return cache.get(
                new BankCache.Key(payload, row.journalId()), () -> read(payload, row.journalId()));
    }

    /// Decoded outside the lock, too.
    private Bank read(Sha256 payload, long journalId) {
        Stored stored =
                ask(
                        queries ->
                                new Stored(
                                        queries.payload(payload)
                                                .orElseThrow(() -> noPayload(payload)),
                                        queries.journal(journalId)));
        return payloads.read(stored.body()).with(stored.journal());
    }

    private record Stored(Queries.StoredBody body, Journal journal) {}

    private static StoreException noPayload(Sha256 identity) {
        return new StoreException("no payload " + identity, null);
    }

    Payloads.Keeping keeping(Sha256 identity) {
        return payloads.keeping(ask(queries -> queries.payload(identity)));
    }

    /// Reads in one transaction: what it sees belongs to one commit.
    <T> T ask(Function<Queries, T> question) {
        readLock.lock();
        try {
            return reader.inTransaction(handle -> question.apply(new Queries(handle)));
        } catch (JdbiException e) {
            throw failed(e);
        } finally {
            readLock.unlock();
        }
    }

    /// Writes in one transaction, under the store's one write lock.
    <T> T write(Function<Handle, T> work) {
        writeLock.lock();
        try {
            return writer.inTransaction(
                    handle -> {
                        new Queries(handle).requireNoStrays();
                        return work.apply(handle);
                    });
        } catch (JdbiException e) {
            throw failed(e);
        } finally {
            writeLock.unlock();
        }
    }

    private StoreException failed(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        boolean busy =
                cause instanceof SQLiteException sqlite
                        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY;
        String what = busy ? "another process keeps it locked; try again" : cause.toString();
        return new StoreException("conditions store " + file.path() + ": " + what, e);
    }

    @Override
    public void close() {
        try (reading;
                writing) {
            // Both are closed, whatever the first one does.
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
