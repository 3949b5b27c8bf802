package tare.conditions.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tare.conditions.history.History;
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
    private final SqliteFile file;
    private final Payloads payloads;
    private final Connection writing;
    private final Connection reading;
    private final Jdbi writer;
    private final Jdbi reader;
    private final ReentrantLock writeLock = new ReentrantLock();
    private final ReentrantLock readLock = new ReentrantLock();

    private Index index = Index.EMPTY; // under readLock
    private long dataVersion = -1; // under readLock

    SqliteStore(SqliteFile file) {
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
    public OptionalLong end(Ending ending) {
        return write(
                handle -> {
                    Index now = upToDate(current(), new Queries(handle));
                    return Closing.of(now, ending).write(handle);
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
    public long sequence() {
        return current().sequence();
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
                : old.with(sequence, queries.rowsAfter(old.sequence()));
    }

    Payloads payloads() {
        return payloads;
    }

    /// Payloads are decoded outside the lock.
    Bank read(Sha256 identity) {
        return payloads.read(
                ask(queries -> queries.payload(identity))
                        .orElseThrow(() -> new StoreException("no payload " + identity, null)));
    }

    Journal journal(long id) {
        return ask(queries -> queries.journal(id));
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
