package tare.conditions.view;

import java.util.Collection;
import java.util.stream.Collectors;
import tare.core.hash.Sha256;

/// Which constants a job used, in one hash: over labels, tags, banks, payloads and the intervals in
/// which they really held. Two jobs of equal fingerprint used equal constants, whatever was
/// committed to the store between them.
public record Fingerprint(Sha256 hash) {
    /// @param lines one per bank, in any order
    static Fingerprint of(Collection<String> lines) {
        return new Fingerprint(
                Sha256.of(lines.stream().sorted().collect(Collectors.joining("\n", "", "\n"))));
    }

    /// What of a bank counts.
    static String line(String label, Entry entry) {
        return String.join(
                "\t",
                label,
                entry.tag(),
                Integer.toString(entry.bank().number()),
                entry.bank().name(),
                entry.valid().axis().name(),
                Long.toString(entry.valid().since()),
                Long.toString(entry.valid().until()),
                entry.payload().hex());
    }

    @Override
    public String toString() {
        return hash.hex();
    }
}
