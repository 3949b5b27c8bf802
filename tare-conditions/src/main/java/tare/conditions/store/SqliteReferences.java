package tare.conditions.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import tare.conditions.type.BankName;
import tare.core.hash.Sha256;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// References through a store's connections.
record SqliteReferences(SqliteStore store) implements References {
    @Override
    public Result<OptionalLong> promote(Promotion promotion) {
        Index before = store.current();
        return store.write(
                handle -> {
                    Index now = SqliteStore.upToDate(before, new Queries(handle));
                    return promote(handle, now, promotion);
                });
    }

    private Result<OptionalLong> promote(Handle handle, Index now, Promotion promotion) {
        Index.Tag tag = now.tag(promotion.tag());
        if (tag == null) {
            return Result.failed(ErrorCode.NOT_FOUND, "no tag '" + promotion.tag() + "'");
        }
        Moment at = promotion.at();
        if (tag.axis() != at.axis()) {
            return Result.failed(
                    ErrorCode.BAD_ARGUMENT,
                    "tag " + tag.name() + " is on axis " + tag.axis() + ", not " + at.axis());
        }
        Map<Integer, Timeline.Row> valid = valid(now, tag, promotion);
        Set<Integer> missing = new TreeSet<>(promotion.banks());
        missing.removeAll(valid.keySet());
        if (valid.isEmpty() || !missing.isEmpty()) {
            return Result.failed(
                    ErrorCode.NOT_FOUND,
                    "nothing is valid in tag "
                            + tag.name()
                            + " at "
                            + at
                            + (missing.isEmpty() ? "" : " for banks " + missing));
        }
        valid.entrySet()
                .removeIf(
                        bank ->
                                now.reference(tag.type(), bank.getKey(), at.value())
                                        .filter(row -> hasSamePayload(row, bank.getValue()))
                                        .isPresent());
        if (valid.isEmpty()) return Result.of(OptionalLong.empty());
        return Result.of(
                OptionalLong.of(insert(handle, now.sequence() + 1, tag, valid, promotion)));
    }

    private static boolean hasSamePayload(Timeline.Row a, Timeline.Row b) {
        return a.payload() != null && a.payload().equals(b.payload());
    }

    private static Map<Integer, Timeline.Row> valid(Index now, Index.Tag tag, Promotion promotion) {
        var valid = new TreeMap<Integer, Timeline.Row>();
        for (int bank : tag.banks().keySet()) {
            if (!promotion.banks().isEmpty() && !promotion.banks().contains(bank)) continue;
            now.valid(tag.name(), bank, promotion.at().value())
                    .ifPresent(row -> valid.put(bank, row));
        }
        return valid;
    }

    private long insert(
            Handle handle,
            long sequence,
            Index.Tag tag,
            Map<Integer, Timeline.Row> rows,
            Promotion promotion) {
        var inserts = new Inserts(handle);
        long tagId = inserts.tag(tag.name(), tag.type(), tag.axis());
        var details = new TreeMap<String, String>();
        details.put("type", tag.type());
        details.put("tag", tag.name());
        details.put("since", promotion.at().toString());
        details.put("banks", Integer.toString(rows.size()));
        rows.forEach(
                (bank, row) ->
                        inserts.reference(
                                tag.type(), bank, promotion.at().value(), sequence, row, tagId));
        inserts.commit(
                sequence,
                List.of(tagId),
                store.clock().instant(),
                promotion.author(),
                "promote",
                details,
                promotion.why());
        return sequence;
    }

    @Override
    public List<Promoted> of(String type) {
        List<Promoted> all = store.ask(queries -> rows(queries.handle(), type));
        var promoted = new ArrayList<Promoted>();
        for (int i = 0; i < all.size(); i++) {
            Promoted one = all.get(i);
            boolean last =
                    i + 1 == all.size()
                            || all.get(i + 1).bank().number() != one.bank().number()
                            || !all.get(i + 1).since().equals(one.since());
            promoted.add(last ? one : superseded(one));
        }
        return promoted;
    }

    private static Promoted superseded(Promoted one) {
        return new Promoted(
                one.type(),
                one.bank(),
                one.since(),
                one.sequence(),
                one.payload(),
                one.tag(),
                false);
    }

    private static List<Promoted> rows(Handle handle, String type) {
        return handle.createQuery(
                        """
                        SELECT bank.bank, bank.name, tag.axis, since, seq, payload.sha256, tag.name
                        FROM reference
                        JOIN tag ON tag.id = reference.tag_id
                        JOIN bank ON bank.tag_id = reference.tag_id AND bank.bank = reference.bank
                        JOIN payload ON payload.id = payload_id
                        WHERE reference.type_name = :type AND seq <= (SELECT max(seq) FROM log)
                        ORDER BY bank.bank, since, seq
                        """)
                .bind("type", type)
                .map(
                        (row, _) ->
                                new Promoted(
                                        type,
                                        new BankName(row.getInt(1), row.getString(2)),
                                        new Moment(
                                                TimeAxis.valueOf(row.getString(3)), row.getLong(4)),
                                        row.getLong(5),
                                        Sha256.at(row.getBytes(6), 0),
                                        row.getString(7),
                                        true))
                .list();
    }

    @Override
    public List<String> types() {
        return List.copyOf(store.current().references().keySet());
    }
}
