package tare.conditions.store;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import tare.core.hash.Sha256;

/// Digest of everything that one commit wrote. The log's chain covers it, so that a row that was
/// added, altered or removed behind the program's back shows.
record CommitContent(Handle handle) {
    /// Name of the detail of a commit that holds the digest.
    static final String NAME = "rows";

    /// Its name, and its form, in stores of schema version 1.
    static final String NAME_IN_VERSION_1 = "content";

    /// Whether the rows of a commit are those that it wrote.
    boolean isIntact(long sequence, Map<String, String> details) {
        return details.containsKey(NAME)
                ? of(sequence).hex().equals(details.get(NAME))
                : inVersion1(sequence).hex().equals(details.get(NAME_IN_VERSION_1));
    }

    Sha256 of(long sequence) {
        return digest(
                sequence,
                """
                SELECT 'iov ' || tag.name || ' ' || iov.bank || ' ' || since
                       || ' ' || coalesce(hex(payload.sha256), 'end')
                       || ' ' || coalesce(hex(candidate), 'same')
                       || ' ' || type.name || '/' || type.version || ' ' || hex(journal.head)
                FROM iov
                JOIN tag ON tag.id = iov.tag_id
                JOIN calibration_type AS type ON type.id = iov.type_id
                JOIN journal ON journal.id = iov.journal_id
                LEFT JOIN payload ON payload.id = iov.payload_id
                WHERE iov.seq = :sequence
                UNION ALL
                SELECT 'reference ' || reference.type_name || ' ' || reference.bank || ' ' || since
                       || ' ' || hex(payload.sha256) || ' ' || tag.name || ' ' || hex(journal.head)
                FROM reference
                JOIN tag ON tag.id = reference.tag_id
                JOIN payload ON payload.id = reference.payload_id
                JOIN journal ON journal.id = reference.journal_id
                WHERE reference.seq = :sequence
                UNION ALL
                SELECT 'system ' || detector || ' ' || hex(sha256) || ' ' || status_type
                FROM system_definition WHERE seq = :sequence
                UNION ALL
                SELECT 'type ' || type_change.name || ' ' || coalesce(hex(type.sha256), 'retired')
                FROM type_change LEFT JOIN calibration_type AS type ON type.id = type_id
                WHERE seq = :sequence
                UNION ALL
                SELECT 'global tag ' || name || ' ' || axis FROM global_tag WHERE seq = :sequence
                UNION ALL
                SELECT 'label ' || global_tag.name || ' ' || label || ' ' || tag.name
                FROM global_tag_label
                JOIN global_tag ON global_tag.id = global_tag_id JOIN tag ON tag.id = tag_id
                WHERE global_tag_label.seq = :sequence
                UNION ALL
                SELECT 'tag ' || tag.name || ' ' || tag.type_name || ' ' || tag.axis
                FROM log_tag JOIN tag ON tag.id = log_tag.tag_id WHERE log_tag.seq = :sequence
                ORDER BY 1
                """);
    }

    private Sha256 inVersion1(long sequence) {
        return digest(
                sequence,
                """
                SELECT iov.bank || ' ' || since || ' ' || coalesce(hex(payload.sha256), 'end')
                       || ' ' || type.name || '/' || type.version || ' ' || hex(journal.head)
                FROM iov
                JOIN calibration_type AS type ON type.id = iov.type_id
                JOIN journal ON journal.id = iov.journal_id
                LEFT JOIN payload ON payload.id = iov.payload_id
                WHERE seq = :sequence
                ORDER BY iov.bank
                """);
    }

    private Sha256 digest(long sequence, String lines) {
        var text = new StringBuilder();
        handle.createQuery(lines)
                .bind("sequence", sequence)
                .mapTo(String.class)
                .forEach(line -> text.append(line).append('\n'));
        return Sha256.of(text.toString());
    }
}
