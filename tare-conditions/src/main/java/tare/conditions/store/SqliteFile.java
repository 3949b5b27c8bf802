package tare.conditions.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/// A database file: how it is created, recognised and connected to.
///
/// A store is known by SQLite's `application_id`, its schema by `user_version`; both are set by the
/// migrations. Nothing else is ever written to a file that is not a store.
record SqliteFile(Path path) {
    private static final int APPLICATION_ID = 0x54415245; // TARE

    /// Of SQLite's file header, where the number stands big-endian (sqlite.org/fileformat2.html).
    private static final int APPLICATION_ID_OFFSET = 68;

    private static final int SCHEMA_VERSION = 2;
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;

    /// Creates the store under another name and then links it into its place, so that there is
    /// never half a store, and of two who do this at once one finds that it was there.
    ConditionsStore.Initialized init() {
        if (Files.exists(path)) {
            requireStore();
            return ConditionsStore.Initialized.WAS_THERE;
        }
        Path folder = path.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new StoreException(
                    "cannot create a conditions store at "
                            + path
                            + ": there is no folder "
                            + folder
                            + "; create it first",
                    null);
        }
        Path draft = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
        try {
            new SqliteFile(draft).migrate();
            Files.createLink(path, draft);
            return ConditionsStore.Initialized.CREATED;
        } catch (FileAlreadyExistsException e) {
            return init();
        } catch (IOException | FlywayException e) {
            throw new StoreException(
                    "cannot create a conditions store at " + path + ": " + root(e), e);
        } finally {
            discard(draft);
        }
    }

    private void migrate() {
        var source = new SQLiteDataSource(config(TransactionMode.IMMEDIATE));
        source.setUrl(url());
        Flyway.configure(SqliteFile.class.getClassLoader())
                .dataSource(source)
                .loggers("slf4j")
                .locations("classpath:tare/conditions/store/migration")
                .load()
                .migrate();
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new StoreException("cannot remove the draft " + draft, e);
        }
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }

    /// Makes sure that this is a store, without touching it.
    void requireStore() {
        if (!Files.exists(path)) {
            throw new StoreException(
                    "no conditions store at "
                            + path
                            + "; create one with: tare conditions init --store sqlite:"
                            + path,
                    null);
        }
        if (Files.isDirectory(path)) {
            throw new StoreException(path + " is a folder; name a file in it", null);
        }
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer id = ByteBuffer.allocate(Integer.BYTES);
            if (channel.read(id, APPLICATION_ID_OFFSET) == Integer.BYTES
                    && id.getInt(0) == APPLICATION_ID) {
                return;
            }
        } catch (AccessDeniedException e) {
            throw new StoreException("cannot read " + path + ": permission denied", e);
        } catch (IOException e) {
            throw new StoreException("cannot read " + path + ": " + e.getMessage(), e);
        }
        throw new StoreException(
                path + " is not a conditions store; nothing was changed in it", null);
    }

    /// A connection that may write if the mode is `IMMEDIATE`: then every transaction begins by
    /// taking the store's one write lock, and waits for it.
    Connection connect(TransactionMode mode) {
        SQLiteConfig config = config(mode);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try {
            Connection connection = config.createConnection(url());
            requireKnownVersion(connection);
            return connection;
        } catch (SQLException e) {
            throw new StoreException("cannot open " + path + ": " + e.getMessage(), e);
        }
    }

    /// Applies the migrations that this store lacks, in one transaction each.
    boolean upgrade() {
        requireStore();
        try (Connection connection = config(TransactionMode.DEFERRED).createConnection(url())) {
            int found = version(connection);
            if (found > SCHEMA_VERSION) throw tooNew(found);
            if (found == SCHEMA_VERSION) return false;
        } catch (SQLException e) {
            throw new StoreException("cannot open " + path + ": " + e.getMessage(), e);
        }
        try {
            migrate();
            return true;
        } catch (FlywayException e) {
            throw new StoreException("cannot upgrade " + path + ", it is as it was: " + root(e), e);
        }
    }

    private void requireKnownVersion(Connection connection) throws SQLException {
        int found = version(connection);
        if (found == SCHEMA_VERSION) return;
        connection.close();
        if (found > SCHEMA_VERSION) throw tooNew(found);
        throw new StoreException(
                path
                        + " has schema version "
                        + found
                        + ", this program works with "
                        + SCHEMA_VERSION
                        + "; bring it there with: tare conditions upgrade --store sqlite:"
                        + path,
                null);
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.getInt(1);
        }
    }

    private StoreException tooNew(int found) {
        return new StoreException(
                path
                        + " has schema version "
                        + found
                        + ", this program knows "
                        + SCHEMA_VERSION
                        + ": use a newer one",
                null);
    }

    private static SQLiteConfig config(TransactionMode mode) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setTransactionMode(mode);
        return config;
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }
}
