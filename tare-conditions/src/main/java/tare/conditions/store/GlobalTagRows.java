package tare.conditions.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tare.conditions.view.GlobalTag;
import tare.core.time.TimeAxis;

/// The tables of global tags.
record GlobalTagRows(Handle handle) {
    private record Row(String name, String axis, long sequence, String label, String tag) {}

    /// Those that commits after a sequence created.
    List<Index.StoredGlobalTag> after(long sequence) {
        var byName = new LinkedHashMap<String, List<Row>>();
        handle.createQuery(
                        """
                        SELECT global_tag.name, global_tag.axis, global_tag.seq, label, tag.name
                        FROM global_tag
                        JOIN global_tag_label ON global_tag_id = global_tag.id
                        JOIN tag ON tag.id = tag_id
                        WHERE global_tag.seq > :sequence
                          AND global_tag.seq <= (SELECT max(seq) FROM log)
                        """)
                .bind("sequence", sequence)
                .map(
                        (row, _) ->
                                new Row(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5)))
                .forEach(
                        row -> byName.computeIfAbsent(row.name(), _ -> new ArrayList<>()).add(row));
        return byName.values().stream().map(GlobalTagRows::globalTag).toList();
    }

    private static Index.StoredGlobalTag globalTag(List<Row> rows) {
        Row any = rows.getFirst();
        var labels = new TreeMap<String, String>();
        rows.forEach(row -> labels.put(row.label(), row.tag()));
        var content = new GlobalTag(any.name(), TimeAxis.valueOf(any.axis()), labels);
        return new Index.StoredGlobalTag(any.sequence(), content);
    }

    void insert(GlobalTag globalTag, long sequence) {
        handle.createUpdate(
                        "INSERT INTO global_tag (name, axis, seq) VALUES (:name, :axis, :sequence)")
                .bind("name", globalTag.name())
                .bind("axis", globalTag.axis().name())
                .bind("sequence", sequence)
                .execute();
        globalTag
                .tags()
                .forEach(
                        (label, tag) ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO global_tag_label
                                                SELECT global_tag.id, :label, tag.id, :sequence
                                                FROM global_tag, tag
                                                WHERE global_tag.name = :name AND tag.name = :tag
                                                """)
                                        .bind("label", label)
                                        .bind("sequence", sequence)
                                        .bind("name", globalTag.name())
                                        .bind("tag", tag)
                                        .execute());
    }
}
