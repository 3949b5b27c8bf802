package tare.conditions.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tare.conditions.history.Commit;
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

/// The rows added to the tables of the migrations, through the connection that holds the write
/// lock.
///
/// What is known by a key of its own is added once and found again by it.
record Inserts(Handle handle) {
    /// Id of this content of a type, which is that type's content from this commit on; one that the
    /// name never had is its next version.
    long type(CalibrationType type, long sequence) {
        long id = content(type);
        handle.createUpdate(
                        """
                        INSERT INTO type_change (name, seq, type_id) SELECT :name, :sequence, :id
                        WHERE :id IS NOT (SELECT type_id FROM type_change
                                          WHERE name = :name ORDER BY seq DESC LIMIT 1)
                        """)
                .bind("name", type.name())
                .bind("sequence", sequence)
                .bind("id", id)
                .execute();
        return id;
    }

    private long content(CalibrationType type) {
        handle.createUpdate(
                        """
                        INSERT INTO calibration_type (name, version, sha256, json)
                        SELECT :name, count(*) + 1, :digest, :json
                        FROM calibration_type WHERE name = :name
                        ON CONFLICT (name, sha256) DO NOTHING
                        """)
                .bind("name", type.name())
                .bind("digest", type.identity().toBytes())
                .bind("json", type.toJson())
                .execute();
        return id("SELECT id FROM calibration_type WHERE sha256 = :key", type.identity().toBytes());
    }

    long tag(String name, String typeName, TimeAxis axis) {
        handle.createUpdate(
                        """
                        INSERT INTO tag (name, type_name, axis) VALUES (:name, :type, :axis)
                        ON CONFLICT (name) DO NOTHING
                        """)
                .bind("name", name)
                .bind("type", typeName)
                .bind("axis", axis.name())
                .execute();
        return id("SELECT id FROM tag WHERE name = :key", name);
    }

    long type(TypeVersion type) {
        return handle.createQuery(
                        "SELECT id FROM calibration_type WHERE name = :name AND version = :version")
                .bind("name", type.name())
                .bind("version", type.version())
                .mapTo(Long.class)
                .one();
    }

    void bank(long tag, BankName bank) {
        handle.createUpdate(
                        """
                        INSERT INTO bank (tag_id, bank, name) VALUES (:tag, :bank, :name)
                        ON CONFLICT (tag_id, bank) DO NOTHING
                        """)
                .bind("tag", tag)
                .bind("bank", bank.number())
                .bind("name", bank.name())
                .execute();
    }

    /// @param body null if the container is in a file
    long payload(Sha256 identity, long rawBytes, long storedBytes, byte @Nullable [] body) {
        handle.createUpdate(
                        """
                        INSERT INTO payload (sha256, raw_len, stored_len, body)
                        VALUES (:digest, :raw, :stored, :body) ON CONFLICT (sha256) DO NOTHING
                        """)
                .bind("digest", identity.toBytes())
                .bind("raw", rawBytes)
                .bind("stored", storedBytes)
                .bind("body", body)
                .execute();
        return id("SELECT id FROM payload WHERE sha256 = :key", identity.toBytes());
    }

    long journal(Journal journal) {
        byte[] head = journal.head().toBytes();
        handle.createUpdate(
                        "INSERT INTO journal (head, json) VALUES (:head, :json) ON CONFLICT (head) DO NOTHING")
                .bind("head", head)
                .bind("json", JournalJson.write(journal))
                .execute();
        return id("SELECT id FROM journal WHERE head = :key", head);
    }

    private long id(String select, Object key) {
        return handle.createQuery(select).bind("key", key).mapTo(Long.class).one();
    }

    /// @param payload null for an end
    /// @param candidate what was submitted, where validation changed it
    void interval(
            long tag,
            int bank,
            long since,
            long sequence,
            @Nullable Long payload,
            long type,
            long journal,
            @Nullable Sha256 candidate) {
        handle.createUpdate(
                        """
                        INSERT INTO iov
                            (tag_id, bank, since, seq, payload_id, type_id, journal_id, candidate)
                        VALUES
                            (:tag, :bank, :since, :sequence, :payload, :type, :journal, :candidate)
                        """)
                .bind("tag", tag)
                .bind("bank", bank)
                .bind("since", since)
                .bind("sequence", sequence)
                .bind("payload", payload)
                .bind("type", type)
                .bind("journal", journal)
                .bind("candidate", candidate == null ? null : candidate.toBytes())
                .execute();
    }

    void reference(String type, int bank, long since, long sequence, Timeline.Row row, long tag) {
        handle.createUpdate(
                        """
                        INSERT INTO reference
                            (type_name, bank, since, seq, payload_id, journal_id, tag_id)
                        SELECT :type, :bank, :since, :sequence, id, :journal, :tag
                        FROM payload WHERE sha256 = :digest
                        """)
                .bind("type", type)
                .bind("bank", bank)
                .bind("since", since)
                .bind("sequence", sequence)
                .bind("journal", row.journalId())
                .bind("tag", tag)
                .bind("digest", Objects.requireNonNull(row.payload()).toBytes())
                .execute();
    }

    /// Ends a commit: one more link in the chain of the log, over all rows added under its
    /// sequence.
    ///
    /// @param tags that it concerns
    void commit(
            long sequence,
            Collection<Long> tags,
            Instant when,
            Author author,
            String what,
            Map<String, String> details,
            String why) {
        for (long tag : tags) {
            handle.createUpdate("INSERT INTO log_tag (tag_id, seq) VALUES (:tag, :sequence)")
                    .bind("tag", tag)
                    .bind("sequence", sequence)
                    .execute();
        }
        var queries = new Queries(handle);
        var withContent = new TreeMap<>(details);
        withContent.put(CommitContent.NAME, new CommitContent(handle).of(sequence).hex());
        var last = new Journal(queries.log(1).stream().map(Commit::entry).toList());
        log(sequence, last.append(when, author, what, withContent, why).entries().getLast());
    }

    private void log(long sequence, JournalEntry entry) {
        handle.createUpdate(
                        """
                        INSERT INTO log (seq, time, who, place, action, details, why, prev_hash, hash)
                        VALUES (:sequence, :time, :who, :place, :action, :details, :why, :prev, :hash)
                        """)
                .bind("sequence", sequence)
                .bind("time", entry.when().toString())
                .bind("who", entry.author().who())
                .bind("place", entry.author().where())
                .bind("action", entry.what())
                .bind("details", Json.write(JournalJson.details(entry.details())))
                .bind("why", entry.why())
                .bind("prev", entry.previous().toBytes())
                .bind("hash", entry.hash().toBytes())
                .execute();
    }
}
