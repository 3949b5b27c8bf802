package tare.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tare.core.hash.Sha256;

class JournalEntryTest {

    private static final Instant WHEN = Instant.EPOCH;

    private static Sha256 hash(
            String who, String where, String what, Map<String, String> details, String why) {
        var author = new Author(who, where);
        return JournalEntry.after(JournalEntry.START, WHEN, author, what, details, why).hash();
    }

    @Test
    void theHashTellsWhereOneTextEndsAndTheNextBegins() {
        assertThat(hash("ab", "c", "fit", Map.of(), ""))
                .isNotEqualTo(hash("a", "bc", "fit", Map.of(), ""));
        assertThat(hash("a", "b", "fitc", Map.of(), ""))
                .isNotEqualTo(hash("a", "b", "fit", Map.of(), "c"));
        assertThat(hash("a", "b", "fit", Map.of("ab", "c"), ""))
                .isNotEqualTo(hash("a", "b", "fit", Map.of("a", "bc"), ""));
    }

    @Test
    void theHashTellsACommentFromADetail() {
        assertThat(hash("a", "b", "fit", Map.of(), "x\n1:n\n1:v"))
                .isNotEqualTo(hash("a", "b", "fit", Map.of("n", "v"), "x"));
        assertThat(hash("a", "b", "fit", Map.of("n", "v\n1:m\n1:w"), ""))
                .isNotEqualTo(hash("a", "b", "fit", Map.of("n", "v", "m", "w"), ""));
        assertThat(hash("a", "b", "fit", Map.of("n", "v"), ""))
                .isNotEqualTo(hash("a", "b", "fit", Map.of("v", "n"), ""));
    }

    @Test
    void theHashCoversTheEntryBefore() {
        var author = new Author("a", "b");
        var first = JournalEntry.after(JournalEntry.START, WHEN, author, "fit", Map.of(), "");
        var second = JournalEntry.after(first.hash(), WHEN, author, "fit", Map.of(), "");
        assertThat(second.hash()).isNotEqualTo(first.hash());
    }

    @Test
    void theOrderInWhichDetailsAreGivenDoesNotMatter() {
        var backwards = new TreeMap<String, String>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", "1", "b", "2", "c", "3"));
        assertThat(hash("a", "b", "fit", backwards, ""))
                .isEqualTo(hash("a", "b", "fit", Map.of("c", "3", "b", "2", "a", "1"), ""));
        var author = new Author("a", "b");
        var entry = JournalEntry.after(JournalEntry.START, WHEN, author, "fit", backwards, "");
        var read =
                new JournalEntry(
                        WHEN, author, "fit", backwards, "", entry.previous(), entry.hash());
        assertThat(read).isEqualTo(entry);
        assertThat(read.isIntact()).isTrue();
    }

    @Test
    void detailsCannotBeChangedLater() {
        var details = new TreeMap<>(Map.of("points", "29"));
        var author = new Author("a", "b");
        var entry = JournalEntry.after(JournalEntry.START, WHEN, author, "fit", details, "");
        details.put("points", "28");
        assertThat(entry.details()).containsExactly(Map.entry("points", "29"));
        assertThat(entry.isIntact()).isTrue();
        assertThatThrownBy(() -> entry.details().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEntryNamesItsOperationAndItsAuthor() {
        assertThatThrownBy(() -> hash("a", "b", " ", Map.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a journal entry names its operation");
        assertThatThrownBy(() -> new Author("", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a journal entry needs a name");
        assertThatThrownBy(() -> new Author("a", "\t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a journal entry needs a program");
    }
}
