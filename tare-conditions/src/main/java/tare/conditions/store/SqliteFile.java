package tare.conditions.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    private static final long APPLICATION_ID = 0x54415245; // TARE
    private static final long SCHEMA_VERSION = 1;
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;

    ConditionsStore.Initialized init() {
        if (Files.exists(path) && !isBlank()) {
            requireStore();
            return ConditionsStore.Initialized.WAS_THERE;
        }
        if (!Files.isDirectory(path.resolveSibling("."))) {
            throw new StoreException(
                    "cannot create a conditions store at " + path + ": create the folder first",
                    null);
        }
        var source = new SQLiteDataSource(config(TransactionMode.IMMEDIATE));
        source.setUrl(url());
        try {
            Flyway.configure(SqliteFile.class.getClassLoader())
                    .dataSource(source)
                    .loggers("slf4j")
                    .locations("classpath:tare/conditions/store/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "cannot create a conditions store at " + path + ": " + root(e).getMessage(), e);
        }
        return ConditionsStore.Initialized.CREATED;
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }

    /// Makes sure that this is a store that this program understands.
    void requireStore() {
        if (!Files.exists(path)) {
            throw new StoreException(
                    "no conditions store at "
                            + path
                            + "; create one with: tare conditions init --store sqlite:"
                            + path,
                    null);
        }
        if (ask("PRAGMA application_id") != APPLICATION_ID) {
            throw new StoreException(
                    path + " is not a conditions store; nothing was changed in it", null);
        }
        long version = ask("PRAGMA user_version");
        if (version > SCHEMA_VERSION) {
            throw new StoreException(
                    path
                            + " has schema version "
                            + version
                            + ", this program knows "
                            + SCHEMA_VERSION
                            + ": use a newer one",
                    null);
        }
    }

    /// A connection that may write if the mode is `IMMEDIATE`: then every transaction begins by
    /// taking the store's one write lock, and waits for it.
    Connection connect(TransactionMode mode) {
        SQLiteConfig config = config(mode);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try {
            return config.createConnection(url());
        } catch (SQLException e) {
            throw new StoreException("cannot open " + path + ": " + e.getMessage(), e);
        }
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

    /// An empty file, or one whose creation was interrupted.
    private boolean isBlank() {
        return ask("PRAGMA application_id") == 0
                && ask("SELECT count(*) FROM sqlite_master WHERE tbl_name NOT LIKE 'flyway%'") == 0;
    }

    private long ask(String question) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        try (Connection connection = config.createConnection(url());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new StoreException(
                    path + " cannot be read as a conditions store: " + e.getMessage(), e);
        }
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }
}
