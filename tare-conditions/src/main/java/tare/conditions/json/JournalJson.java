package tare.conditions.json;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A journal as a JSON list, oldest entry first.
///
/// The hashes are stored as they are, not recomputed: [Journal#firstBroken] on what was read tells
/// whether anyone touched the text.
public final class JournalJson {
    private JournalJson() {}

    public static String write(Journal journal) {
        return Json.write(Json.array(journal.entries(), JournalJson::entry));
    }

    public static Journal read(String text) {
        ObjectNode whole = Json.object();
        whole.set("journal", Json.read(text));
        return new Journal(Json.list(whole, "journal", JournalJson::entry));
    }

    private static ObjectNode entry(JournalEntry entry) {
        ObjectNode node =
                Json.object()
                        .put("when", entry.when().toString())
                        .put("who", entry.author().who())
                        .put("where", entry.author().where())
                        .put("what", entry.what());
        node.set("details", details(entry.details()));
        return node.put("why", entry.why())
                .put("previous", entry.previous().hex())
                .put("hash", entry.hash().hex());
    }

    private static JournalEntry entry(JsonNode node) {
        return new JournalEntry(
                Instant.parse(Json.text(node, "when")),
                new Author(Json.text(node, "who"), Json.text(node, "where")),
                Json.text(node, "what"),
                details(Json.property(node, "details")),
                Json.text(node, "why"),
                new Sha256(Json.text(node, "previous")),
                new Sha256(Json.text(node, "hash")));
    }

    /// The named texts of an entry.
    public static ObjectNode details(Map<String, String> details) {
        ObjectNode node = Json.object();
        details.forEach(node::put);
        return node;
    }

    /// The named texts of an entry.
    public static SortedMap<String, String> details(JsonNode node) {
        var details = new TreeMap<String, String>();
        node.properties()
                .forEach(entry -> details.put(entry.getKey(), Json.text(node, entry.getKey())));
        return details;
    }
}
