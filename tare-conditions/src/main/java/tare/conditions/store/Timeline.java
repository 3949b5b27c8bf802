package tare.conditions.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tare.conditions.type.TypeVersion;
import tare.core.hash.Sha256;
import tare.core.time.IntervalOfValidity;

/// All rows of one bank of one tag, by begin and then by commit. Immutable.
final class Timeline {
    static final Timeline EMPTY = new Timeline(new Row[0]);

    private static final Comparator<Row> ORDER =
            Comparator.comparingLong(Row::since).thenComparingLong(Row::sequence);

    private final Row[] rows;
    private final long[] since;
    private final long[] sequence;

    /// From `since` on this payload holds; none if it is null.
    ///
    /// @param candidate what was submitted, where validation changed it
    record Row(
            long since,
            long sequence,
            @Nullable Sha256 payload,
            TypeVersion type,
            long journalId,
            @Nullable Sha256 candidate) {
        /// Whether this content was submitted for it, or is what holds.
        boolean isOf(Sha256 content) {
            return content.equals(payload) || content.equals(candidate);
        }
    }

    private Timeline(Row[] sorted) {
        rows = sorted;
        since = Arrays.stream(sorted).mapToLong(Row::since).toArray();
        sequence = Arrays.stream(sorted).mapToLong(Row::sequence).toArray();
    }

    Timeline with(List<Row> more) {
        return new Timeline(
                Stream.concat(Arrays.stream(rows), more.stream())
                        .sorted(ORDER)
                        .toArray(Row[]::new));
    }

    List<Row> rows() {
        return List.of(rows);
    }

    /// The row that counts at a moment, as of a commit; null if none begins before.
    @Nullable Row at(long moment, long asOf) {
        // Rows at or before the moment end here; the last visible one has the latest begin and,
        // among those, the latest commit.
        for (int i = firstAfter(moment) - 1; i >= 0; i--) {
            if (sequence[i] <= asOf) return rows[i];
        }
        return null;
    }

    /// The first begin after a moment, as of a commit; open if there is none.
    long nextSince(long moment, long asOf) {
        for (int i = firstAfter(moment); i < rows.length; i++) {
            if (sequence[i] <= asOf) return since[i];
        }
        return IntervalOfValidity.OPEN;
    }

    /// The last begin at or before a moment, as of a commit; 0 if there is none.
    long lastSince(long moment, long asOf) {
        Row row = at(moment, asOf);
        return row == null ? 0 : row.since();
    }

    private int firstAfter(long moment) {
        int low = 0;
        int high = since.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (since[middle] <= moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
