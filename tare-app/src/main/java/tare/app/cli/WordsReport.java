package tare.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tare.decode.Tally;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.DumpRegion;
import tare.detectors.pixel.raw.PixelWordKind;
import tare.detectors.pixel.raw.PlacedWord;
import tare.detectors.pixel.raw.WordExplainer;
import tare.detectors.pixel.raw.WordExplanation;
import tare.detectors.pixel.raw.WordReading;

/// Prints explained words, as they come or as one document at the end.
final class WordsReport {
    private final Output output;
    private final boolean brief;
    private final Tally<PixelWordKind> tally = new Tally<>(PixelWordKind.class);
    private final List<Object> words = new ArrayList<>();

    WordsReport(Output output, boolean brief) {
        this.output = output;
        this.brief = brief;
    }

    /// A word standing alone.
    void word(WordExplanation word) {
        count(word);
        output.line("%s%s", word.hex(), brief ? "  " + word.headline() : "");
        body(word);
        words.add(entry(word));
    }

    /// What file the regions are of.
    void file(Path path, DumpIndex index) {
        output.line(
                "%s: %,d bytes, %,d blocks%s",
                path,
                index.bytes().byteSize(),
                index.size(),
                index.runWord().isPresent() ? ", run " + index.runWord().getAsLong() : "");
        index.firstRefusedOffset()
                .ifPresent(
                        at ->
                                output.line(
                                        "the first refused word stands at byte %d; look at it with --at %d",
                                        at, at));
        output.line("");
    }

    /// Neighbouring words of a file.
    void region(DumpRegion region, IntFunction<WordExplainer> explainers) {
        long before = region.refusedBefore();
        if (before > 0) {
            long at = (region.from() - before) * Long.BYTES;
            output.line(
                    "%d refused words stand before this; look at them with --at %d --count %d",
                    before, at, before);
        }
        tally.merge(region.explain(explainers, this::placed));
    }

    private void placed(PlacedWord placed) {
        WordExplanation word = placed.explanation();
        if (brief) {
            output.line("%8d  %-18s  %s", placed.offset(), word.hex(), word.headline());
        } else {
            output.line("byte %d, %s: %s", placed.offset(), placed.place(), word.hex());
        }
        body(word);
        if (!output.isJson()) return;
        Map<String, Object> entry = entry(word);
        entry.put("offset", placed.offset());
        entry.put("place", placed.place());
        words.add(entry);
    }

    private void body(WordExplanation word) {
        if (brief) return;
        word.lines().forEach(line -> output.line("%s", line));
        output.line("");
    }

    private void count(WordExplanation word) {
        int halves = word.bits() / Integer.SIZE;
        tally.read(halves);
        tally.add(word.kind(), halves);
    }

    /// The tally, and the document for a machine.
    void end() {
        if (tally.wordsRead() > 2) {
            output.line("%,d 32-bit words:", tally.wordsRead());
            for (PixelWordKind kind : PixelWordKind.values()) {
                if (tally.count(kind) > 0) output.line("%9d  %s", tally.count(kind), kind.label());
            }
        }
        output.document(Map.of("words", words, "tally", tally.nonZero()));
        output.flush();
    }

    private static Map<String, Object> entry(WordExplanation word) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("word", word.hex());
        entry.put("bits", word.bits());
        entry.put("kind", word.kind().label());
        entry.put("readings", word.readings().stream().map(WordsReport::reading).toList());
        return entry;
    }

    private static Map<String, Object> reading(WordReading reading) {
        return Map.of("fields", reading.fields(), "meaning", reading.meaning());
    }
}
