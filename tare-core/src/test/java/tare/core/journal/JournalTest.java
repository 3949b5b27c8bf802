package tare.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.hash.Sha256;

class JournalTest {

    private static final Instant WHEN = Instant.parse("2026-11-20T11:00:00.000000001Z");
    private static final Author ANNA = new Author("anna", "lxbatch12 tare 0.1.0");
    private static final Map<String, String> DETAILS = Map.of("points", "29", "input", "ba7816bf");

    private static final Journal FOUR =
            Journal.EMPTY
                    .append(WHEN, ANNA, "decode", DETAILS, "")
                    .append(WHEN.plusSeconds(1), ANNA, "fit", Map.of(), "first try")
                    .append(WHEN.plusSeconds(2), ANNA, "fit", Map.of(), "second try")
                    .append(WHEN.plusSeconds(3), ANNA, "store", Map.of(), "");

    @Test
    void aChainOfAppendedEntriesIsIntact() {
        assertThat(FOUR.entries()).hasSize(4);
        assertThat(FOUR.firstBroken()).isEmpty();
        assertThat(Journal.EMPTY.firstBroken()).isEmpty();
    }

    @Test
    void eachEntryHoldsTheHashOfTheOneBefore() {
        assertThat(FOUR.entries().getFirst().previous()).isEqualTo(JournalEntry.START);
        for (int i = 1; i < 4; i++) {
            assertThat(FOUR.entries().get(i).previous())
                    .isEqualTo(FOUR.entries().get(i - 1).hash());
        }
        assertThat(FOUR.head()).isEqualTo(FOUR.entries().getLast().hash());
        assertThat(Journal.EMPTY.head()).isEqualTo(JournalEntry.START);
    }

    @Test
    void appendingLeavesTheOldJournalAlone() {
        var longer = FOUR.append(WHEN, ANNA, "copy", Map.of(), "");
        assertThat(FOUR.entries()).hasSize(4);
        assertThat(longer.entries()).hasSize(5).startsWith(FOUR.entries().getFirst());
    }

    static Stream<UnaryOperator<JournalEntry>> alterations() {
        return Stream.of(
                e -> altered(e, e.when().plusNanos(1), e.author(), e.what(), e.details(), e.why()),
                e -> altered(e, e.when(), author("bert", ANNA.where()), "fit", e.details(), ""),
                e -> altered(e, e.when(), author("anna", "x"), e.what(), e.details(), e.why()),
                e -> altered(e, e.when(), e.author(), "fits", e.details(), e.why()),
                e -> altered(e, e.when(), e.author(), e.what(), e.details(), e.why() + "!"),
                e -> altered(e, e.when(), e.author(), e.what(), details("points", "28"), e.why()));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void anAlteredEntryIsFound(UnaryOperator<JournalEntry> alteration) {
        for (int i = 0; i < 4; i++) {
            var entries = new ArrayList<>(FOUR.entries());
            entries.set(i, alteration.apply(entries.get(i)));
            assertThat(new Journal(entries).firstBroken()).hasValue(i);
        }
    }

    @Test
    void anAlteredEntryWithAFittingHashBreaksTheNextOne() {
        var entries = new ArrayList<>(FOUR.entries());
        entries.set(1, forged(entries.get(0).hash()));
        assertThat(new Journal(entries).firstBroken()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aDroppedEntryIsFound(int dropped) {
        var entries = new ArrayList<>(FOUR.entries());
        entries.remove(dropped);
        assertThat(new Journal(entries).firstBroken()).hasValue(dropped);
    }

    /// What remains is a chain of its own; that it is shorter shows only beside the full one.
    @Test
    void aDroppedLastEntryShowsInTheHead() {
        var shorter = new Journal(FOUR.entries().subList(0, 3));
        assertThat(shorter.firstBroken()).isEmpty();
        assertThat(shorter.head()).isNotEqualTo(FOUR.head());
        assertThat(shorter.continues(FOUR)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void swappedEntriesAreFound(int first) {
        var entries = new ArrayList<>(FOUR.entries());
        Collections.swap(entries, first, first + 1);
        assertThat(new Journal(entries).firstBroken()).hasValue(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anInsertedEntryIsFoundWhereTheChainDoesNotGoOn(int place) {
        var entries = new ArrayList<>(FOUR.entries());
        Sha256 before = place == 0 ? JournalEntry.START : entries.get(place - 1).hash();
        entries.add(place, forged(before));
        assertThat(new Journal(entries).firstBroken()).hasValue(place + 1);
    }

    @Test
    void aRepeatedEntryIsFound() {
        var entries = new ArrayList<>(FOUR.entries());
        entries.add(2, entries.get(1));
        assertThat(new Journal(entries).firstBroken()).hasValue(2);
    }

    @Test
    void aJournalContinuesItsOwnBeginnings() {
        for (int n = 0; n <= 4; n++) {
            assertThat(FOUR.continues(new Journal(FOUR.entries().subList(0, n)))).isTrue();
        }
    }

    @Test
    void aJournalDoesNotContinueALongerOrAnotherOne() {
        var longer = FOUR.append(WHEN, ANNA, "copy", Map.of(), "");
        var other = Journal.EMPTY.append(WHEN, ANNA, "decode", DETAILS, "other");
        assertThat(FOUR.continues(longer)).isFalse();
        assertThat(FOUR.continues(other)).isFalse();
        assertThat(FOUR.continues(new Journal(FOUR.entries().subList(1, 4)))).isFalse();
    }

    @Test
    void laterChangesOfTheListDoNotReachTheJournal() {
        var entries = new ArrayList<>(FOUR.entries());
        var journal = new Journal(entries);
        entries.clear();
        assertThat(journal).isEqualTo(FOUR);
        List<JournalEntry> view = journal.entries();
        assertThatThrownBy(view::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static JournalEntry forged(Sha256 previous) {
        return JournalEntry.after(previous, WHEN, ANNA, "forge", Map.of(), "");
    }

    private static Author author(String who, String where) {
        return new Author(who, where);
    }

    private static SortedMap<String, String> details(String name, String value) {
        return new TreeMap<>(Map.of(name, value));
    }

    private static JournalEntry altered(
            JournalEntry entry,
            Instant when,
            Author author,
            String what,
            SortedMap<String, String> details,
            String why) {
        return new JournalEntry(when, author, what, details, why, entry.previous(), entry.hash());
    }
}
