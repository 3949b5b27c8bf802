package tare.conditions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tare.conditions.history.Commit;
import tare.conditions.history.StoredPayload;
import tare.conditions.json.JournalJson;
import tare.conditions.json.Json;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.TypeVersion;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tare.core.time.TimeAxis;

/// The questions asked of the tables of the migrations, through one connection.
record Queries(Handle handle) {
    /// A payload's row.
    ///
    /// @param body null if the container is in a file
    record StoredBody(Sha256 identity, long rawBytes, long storedBytes, byte @Nullable [] body) {}

    /// Changes when another connection has committed.
    long dataVersion() {
        return handle.createQuery("PRAGMA data_version").mapTo(Long.class).one();
    }

    long lastSequence() {
        return handle.createQuery("SELECT coalesce(max(seq), 0) FROM log").mapTo(Long.class).one();
    }

    /// When a detector or type was last added, changed or retired.
    Optional<Instant> lastChangeOfTypes() {
        return handle.createQuery(
                        """
                        SELECT time FROM log WHERE seq = (
                            SELECT max(seq) FROM (SELECT seq FROM type_change
                                                  UNION ALL SELECT seq FROM system_definition))
                        """)
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse);
    }

    /// Makes sure that nobody added rows under the number that the next commit will take.
    void requireNoStrays() {
        boolean strays =
                handle.createQuery(
                                """
                                SELECT EXISTS (SELECT 1 FROM iov WHERE seq > :last)
                                    OR EXISTS (SELECT 1 FROM reference WHERE seq > :last)
                                    OR EXISTS (SELECT 1 FROM type_change WHERE seq > :last)
                                    OR EXISTS (SELECT 1 FROM system_definition WHERE seq > :last)
                                    OR EXISTS (SELECT 1 FROM global_tag_label WHERE seq > :last)
                                    OR EXISTS (SELECT 1 FROM global_tag WHERE seq > :last)
                                    OR EXISTS (SELECT 1 FROM log_tag WHERE seq > :last)
                                """)
                        .bind("last", lastSequence())
                        .mapTo(Boolean.class)
                        .one();
        if (!strays) return;
        throw new StoreException(
                "there are rows that belong to no commit: somebody wrote past the gate;"
                        + " restore the store from a backup",
                null);
    }

    /// What all commits after a sequence added.
    Index.Additions additionsAfter(long sequence) {
        return new Index.Additions(
                intervalsAfter(sequence),
                referencesAfter(sequence),
                new GlobalTagRows(handle).after(sequence));
    }

    private List<Index.StoredRow> referencesAfter(long sequence) {
        return handle.createQuery(
                        """
                        SELECT tag.name, reference.type_name, tag.axis, bank.bank, bank.name, since,
                               seq, payload.sha256, journal_id
                        FROM reference
                        JOIN tag ON tag.id = reference.tag_id
                        JOIN bank ON bank.tag_id = reference.tag_id AND bank.bank = reference.bank
                        JOIN payload ON payload.id = payload_id
                        WHERE seq > :sequence AND seq <= (SELECT max(seq) FROM log)
                        """)
                .bind("sequence", sequence)
                .map(
                        (row, _) ->
                                new Index.StoredRow(
                                        row.getString(1),
                                        row.getString(2),
                                        TimeAxis.valueOf(row.getString(3)),
                                        new BankName(row.getInt(4), row.getString(5)),
                                        new Timeline.Row(
                                                row.getLong(6),
                                                row.getLong(7),
                                                Sha256.at(row.getBytes(8), 0),
                                                new TypeVersion(row.getString(2), 0),
                                                row.getLong(9),
                                                null)))
                .list();
    }

    private List<Index.StoredRow> intervalsAfter(long sequence) {
        var payloads = new HashMap<Long, Sha256>();
        var types = new HashMap<TypeVersion, TypeVersion>();
        return handle.createQuery(
                        """
                        SELECT tag.name, tag.type_name, tag.axis, bank.bank, bank.name, since, seq,
                               payload_id, payload.sha256, type.name, type.version, journal_id,
                               candidate
                        FROM iov
                        JOIN tag ON tag.id = iov.tag_id
                        JOIN bank ON bank.tag_id = iov.tag_id AND bank.bank = iov.bank
                        JOIN calibration_type AS type ON type.id = iov.type_id
                        LEFT JOIN payload ON payload.id = iov.payload_id
                        WHERE seq > :sequence AND seq <= (SELECT max(seq) FROM log)
                        """)
                .bind("sequence", sequence)
                .map((row, _) -> storedRow(row, payloads, types))
                .list();
    }

    /// Rows share the objects of a payload and of a type, for there are millions of rows.
    private static Index.StoredRow storedRow(
            ResultSet row, Map<Long, Sha256> payloads, Map<TypeVersion, TypeVersion> types)
            throws SQLException {
        byte[] digest = row.getBytes(9);
        Sha256 payload = digest == null ? null : payloads.get(row.getLong(8));
        if (digest != null && payload == null) {
            payload = Sha256.at(digest, 0);
            payloads.put(row.getLong(8), payload);
        }
        var type = new TypeVersion(row.getString(10), row.getInt(11));
        return new Index.StoredRow(
                row.getString(1),
                row.getString(2),
                TimeAxis.valueOf(row.getString(3)),
                new BankName(row.getInt(4), row.getString(5)),
                new Timeline.Row(
                        row.getLong(6),
                        row.getLong(7),
                        payload,
                        types.computeIfAbsent(type, same -> same),
                        row.getLong(12),
                        digest(row.getBytes(13))));
    }

    private static @Nullable Sha256 digest(byte @Nullable [] bytes) {
        return bytes == null ? null : Sha256.at(bytes, 0);
    }

    /// Commits, newest first.
    List<Commit> log(int limit) {
        return commits(
                handle.createQuery("SELECT * FROM log ORDER BY seq DESC LIMIT :limit")
                        .bind("limit", limit));
    }

    /// Commits to one tag, newest first.
    List<Commit> log(String tag, int limit) {
        return commits(
                handle.createQuery(
                                """
                                SELECT log.* FROM log JOIN log_tag USING (seq)
                                JOIN tag ON tag.id = log_tag.tag_id
                                WHERE tag.name = :tag ORDER BY seq DESC LIMIT :limit
                                """)
                        .bind("tag", tag)
                        .bind("limit", limit));
    }

    private static List<Commit> commits(Query query) {
        return query.map((row, _) -> new Commit(row.getLong("seq"), entry(row))).list();
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                Instant.parse(row.getString("time")),
                new Author(row.getString("who"), row.getString("place")),
                row.getString("action"),
                JournalJson.details(Json.read(row.getString("details"))),
                row.getString("why"),
                Sha256.at(row.getBytes("prev_hash"), 0),
                Sha256.at(row.getBytes("hash"), 0));
    }

    List<TypeVersion> types() {
        return handle.createQuery(
                        "SELECT name, version FROM calibration_type ORDER BY name, version")
                .map((row, _) -> new TypeVersion(row.getString(1), row.getInt(2)))
                .list();
    }

    Optional<CalibrationType> type(TypeVersion type) {
        return handle.createQuery(
                        "SELECT json FROM calibration_type WHERE name = :name AND version = :version")
                .bind("name", type.name())
                .bind("version", type.version())
                .mapTo(String.class)
                .findOne()
                .map(CalibrationType::parse);
    }

    /// The commits' chain covers the head of a journal, so that is what its content must end in.
    ///
    /// @throws StoreException if it does not
    Journal journal(long id) {
        return handle.createQuery("SELECT head, json FROM journal WHERE id = :id")
                .bind("id", id)
                .map(
                        (row, _) -> {
                            Sha256 head = Sha256.at(row.getBytes("head"), 0);
                            Journal journal = JournalJson.read(row.getString("json"));
                            if (journal.head().equals(head)) return journal;
                            throw new StoreException(
                                    "journal "
                                            + head
                                            + " was altered after it was stored;"
                                            + " restore the store from a backup",
                                    null);
                        })
                .one();
    }

    Optional<StoredBody> payload(Sha256 identity) {
        return handle.createQuery("SELECT * FROM payload WHERE sha256 = :digest")
                .bind("digest", identity.toBytes())
                .map(
                        (row, _) ->
                                new StoredBody(
                                        identity,
                                        row.getLong("raw_len"),
                                        row.getLong("stored_len"),
                                        row.getBytes("body")))
                .findOne();
    }

    /// Payloads whose hash begins with hexadecimal digits and that an interval refers to; others
    /// are nobody's.
    List<StoredPayload> payloads(String prefix, PayloadFiles files) {
        return handle.createQuery(
                        """
                        SELECT sha256, raw_len, stored_len, body IS NULL AS in_file FROM payload
                        WHERE substr(hex(sha256), 1, length(:prefix)) = :prefix
                          AND EXISTS (SELECT 1 FROM iov WHERE payload_id = payload.id)
                        """)
                .bind("prefix", prefix.toUpperCase(Locale.ROOT))
                .map((row, _) -> storedPayload(row, files))
                .list();
    }

    private static StoredPayload storedPayload(ResultSet row, PayloadFiles files)
            throws SQLException {
        Sha256 identity = Sha256.at(row.getBytes("sha256"), 0);
        return new StoredPayload(
                identity,
                row.getLong("raw_len"),
                row.getLong("stored_len"),
                row.getBoolean("in_file") ? Optional.of(files.path(identity)) : Optional.empty());
    }
}
