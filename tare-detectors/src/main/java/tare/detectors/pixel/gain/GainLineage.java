package tare.detectors.pixel.gain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.decode.WordKind;

/// The journal of a FED's gains: which files, which scan, which constants, which rules.
///
/// @param vcalTag tag of the VCal constants, or what stands for it
/// @param vcalPayload identity of the VCal constants
/// @param cabling identity of the cabling table
public record GainLineage(String vcalTag, Sha256 vcalPayload, Sha256 cabling) {
    /// Entries for decoding, accumulating and fitting, in this order.
    public Journal journal(FedGains gains, GainSettings settings, Author author, Instant when) {
        Journal journal = Journal.EMPTY;
        for (DumpFacts dump : gains.dumps()) {
            journal = journal.append(when, author, "read", read(dump), "");
        }
        return journal.append(when, author, "decode", decode(gains, settings), "")
                .append(when, author, "accumulate", accumulate(gains, settings), "")
                .append(when, author, "fit", fit(settings), "");
    }

    private static Map<String, String> read(DumpFacts dump) {
        var details = new LinkedHashMap<String, String>();
        details.put("file", dump.path().toString());
        details.put("bytes", Long.toString(dump.bytes()));
        details.put("sha256", dump.sha256().hex());
        dump.run().ifPresent(run -> details.put("run", Long.toString(run)));
        details.put("events", dump.events().first() + ".." + dump.events().last());
        details.put("events_missing", Long.toString(dump.events().missing()));
        details.put("events_repeated", Long.toString(dump.events().repeated()));
        details.put("events_out_of_order", Long.toString(dump.events().backwards()));
        return details;
    }

    private Map<String, String> decode(FedGains gains, GainSettings settings) {
        var details = new LinkedHashMap<String, String>();
        details.put("fed", Integer.toString(gains.fed()));
        details.put("counting", settings.counting().name());
        details.put("cabling_sha256", cabling.hex());
        details.put("words_read", Long.toString(gains.tally().wordsRead()));
        gains.tally().nonZero().forEach((kind, n) -> details.put("words_" + kind, n.toString()));
        gains.errors().nonZero().forEach((type, n) -> details.put("errors_" + type, n.toString()));
        details.put(
                "words_by_group",
                gains.tally().groups().entrySet().stream()
                        .map(group -> label(group.getKey()) + " " + group.getValue())
                        .collect(Collectors.joining(", ")));
        return details;
    }

    private static String label(WordKind.Group group) {
        return group.label();
    }

    private static Map<String, String> accumulate(FedGains gains, GainSettings settings) {
        var details = new LinkedHashMap<String, String>();
        details.put("scan", settings.scan().toString());
        details.put("scan_settings", GainScanFile.format(settings.scan()));
        details.put("first_event", Integer.toString(settings.firstEvent()));
        details.put("events_absent", Integer.toString(gains.coverage().absent()));
        details.put("events_in_several_dumps", Integer.toString(gains.coverage().inSeveralDumps()));
        details.put("events_outside_scan", Long.toString(gains.fate().outsideEvents()));
        details.put("events_contradicting", Long.toString(gains.fate().contradictingEvents()));
        details.put("hits_counted", Long.toString(gains.fate().counted()));
        details.put("hits_off_pattern", Long.toString(gains.fate().offPattern()));
        details.put("hits_outside_scan", Long.toString(gains.fate().outsideScan()));
        return details;
    }

    private Map<String, String> fit(GainSettings settings) {
        var details = new LinkedHashMap<>(settings.fit().details());
        details.put("vcal_tag", vcalTag);
        details.put("vcal_payload", vcalPayload.hex());
        details.put("vcal_range_factor", Double.toString(settings.scan().range().factor()));
        return details;
    }
}
