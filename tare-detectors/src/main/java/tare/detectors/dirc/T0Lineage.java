package tare.detectors.dirc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tare.core.journal.Author;
import tare.core.journal.Journal;

/// The journal of T0 constants: which files, which words, which rules.
final class T0Lineage {
    private T0Lineage() {}

    /// Entries for each file, for decoding and for the fit, in this order.
    static Journal journal(T0Calibration calibration, Author author, Instant when) {
        Journal journal = Journal.EMPTY;
        for (TdcFacts file : calibration.files()) {
            journal = journal.append(when, author, "read", file.details(), "");
        }
        return journal.append(when, author, "decode", decode(calibration), "")
                .append(when, author, "fit", Map.of("model", "mean of all times"), "");
    }

    private static Map<String, String> decode(T0Calibration calibration) {
        DircSetup setup = calibration.detector().setup();
        var details = new LinkedHashMap<String, String>();
        details.put("setup", setup.sectors() + " sectors with " + setup.modules() + " modules");
        details.put("nanos_per_count", Double.toString(DircTimes.NANOS_PER_COUNT));
        details.put("words_read", Long.toString(calibration.tally().wordsRead()));
        calibration
                .tally()
                .nonZero()
                .forEach((kind, words) -> details.put("words_" + kind, Long.toString(words)));
        return details;
    }
}
