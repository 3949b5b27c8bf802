package tare.conditions.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tare.conditions.view.GlobalTag;
import tare.core.journal.Author;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.TimeAxis;

/// Global tags through a store's connections.
record SqliteGlobalTags(SqliteStore store) implements GlobalTags {
    @Override
    public Result<Long> create(String name, Map<String, String> tags, Author author, String why) {
        Index before = store.current();
        return store.write(
                handle -> {
                    Index now = SqliteStore.upToDate(before, new Queries(handle));
                    return resolve(now, name, tags)
                            .then(wanted -> create(handle, now, wanted, author, why));
                });
    }

    /// The tags by the names that the store has for them.
    private static Result<GlobalTag> resolve(Index now, String name, Map<String, String> tags) {
        var found = new TreeMap<String, Index.Tag>();
        List<String> missing =
                tags.values().stream().filter(tag -> now.tag(tag) == null).sorted().toList();
        if (!missing.isEmpty()) {
            return Result.failed(ErrorCode.NOT_FOUND, "the store has no tags " + missing);
        }
        tags.forEach((label, tag) -> found.put(label, Objects.requireNonNull(now.tag(tag))));
        List<TimeAxis> axes = found.values().stream().map(Index.Tag::axis).distinct().toList();
        if (axes.size() != 1) {
            return Result.failed(
                    ErrorCode.BAD_ARGUMENT,
                    "the tags of a global tag are on one axis, got "
                            + axes
                            + " of "
                            + found.keySet());
        }
        var names = new TreeMap<String, String>();
        found.forEach((label, tag) -> names.put(label, tag.name()));
        return Result.of(new GlobalTag(name, axes.getFirst(), names));
    }

    private Result<Long> create(
            Handle handle, Index now, GlobalTag wanted, Author author, String why) {
        var there = now.globalTags().get(wanted.name().toLowerCase(Locale.ROOT));
        if (there != null && there.content().tags().equals(wanted.tags())) {
            return Result.of(there.sequence());
        }
        if (there != null) {
            return Result.failed(
                    ErrorCode.CONFLICT,
                    "global tag "
                            + there.content().name()
                            + " has the tags "
                            + there.content().tags()
                            + "; other tags need another name");
        }
        long sequence = now.sequence() + 1;
        new GlobalTagRows(handle).insert(wanted, sequence);
        var details = new TreeMap<String, String>();
        details.put("global tag", wanted.name());
        wanted.tags().forEach((label, tag) -> details.put("label " + label, tag));
        var inserts = new Inserts(handle);
        List<Long> tags =
                wanted.tags().values().stream()
                        .map(now::tag)
                        .map(Objects::requireNonNull)
                        .map(tag -> inserts.tag(tag.name(), tag.type(), tag.axis()))
                        .distinct()
                        .toList();
        inserts.commit(sequence, tags, store.clock().instant(), author, "global tag", details, why);
        return Result.of(sequence);
    }

    @Override
    public List<GlobalTag> all() {
        return store.current().globalTags().values().stream()
                .map(Index.StoredGlobalTag::content)
                .toList();
    }

    @Override
    public Optional<GlobalTag> named(String name) {
        return Optional.ofNullable(store.current().globalTags().get(name.toLowerCase(Locale.ROOT)))
                .map(Index.StoredGlobalTag::content);
    }
}
