package tare.detectors.pixel.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tare.detectors.pixel.geometry.PixelModule;

/// Explains the 32-bit words that are no hits: what the FED reports, and what to do.
///
/// Meanings: PixelDataFormatter.cc of CMSSW; time-outs by the link field (cmssw issue 41715).
final class StatusExplanations {
    private StatusExplanations() {}

    /// @param module that the word speaks of, if a cabling tells
    static WordExplanation explain(int word, PixelWordKind kind, @Nullable PixelModule module) {
        var meaning = new ArrayList<String>(meaning(word, kind));
        if (module != null) {
            meaning.add(at("module " + module.name() + " (%d)", module.id().value()));
        }
        return new WordExplanation(
                32,
                Integer.toUnsignedLong(word),
                kind,
                List.of(new WordReading(fields(word), meaning)));
    }

    private static List<WordField> fields(int word) {
        WordField link = WordField.number("link", word, 31, 26);
        WordField code = WordField.number("ROC", word, 25, 21);
        return switch (PixelWord.roc(word)) {
            case 29 ->
                    List.of(
                            link,
                            code,
                            WordField.number("half of the pair", word, 20, 20),
                            WordField.pattern("data", word, 19, 0));
            case 30 ->
                    List.of(
                            link,
                            code,
                            WordField.pattern("data", word, 20, 12),
                            WordField.number("TBM state", word, 11, 8),
                            WordField.pattern("data", word, 7, 0));
            default ->
                    List.of(
                            link,
                            code,
                            WordField.pattern("address", word, 20, 8),
                            WordField.number("ADC", word, 7, 0));
        };
    }

    private static List<String> meaning(int word, PixelWordKind kind) {
        int link = PixelWord.link(word);
        return switch (kind) {
            case PADDING -> List.of("padding: fills the second half of a 64-bit word");
            case DISABLED_CHANNEL ->
                    List.of(
                            at("channel of link %d is disabled by the FED (error 25)", link),
                            "its TBM was masked after errors: reset it, or leave its ROCs out of the scan");
            case DISABLED_UNCABLED ->
                    List.of(
                            at("disabled channel at link %d, which carries no module", link),
                            "nothing to do; ignored");
            case GAP -> List.of("gap word (26): no hits here; ignored");
            case FILL -> List.of("fill word (27): keeps the link busy; ignored");
            case FIFO_NEARLY_FULL ->
                    List.of(
                            at("FIFO nearly full at link %d (error 28)", link),
                            "hits may be lost: lower the trigger rate or the number of pixels per pattern");
            case TIMEOUT ->
                    List.of(
                            at("time-out of link %d (error 29), first word of a pair", link),
                            "no TBM header came in time: its hits of this event are missing; if it repeats, reset the TBM");
            case TIMEOUT_SECOND ->
                    List.of(
                            at("time-out of link %d, second word of the pair", link),
                            "belongs to the word before; counted once");
            case TBM_TRAILER ->
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "TBM trailer of link %d reports %s (error 30)",
                                    link,
                                    tbmState(word)),
                            "hits of this event are not to be trusted; check which ROCs of the link answer");
            case TBM_OVERFLOW ->
                    List.of(
                            at("TBM of link %d overflowed (error 40)", link),
                            "its stack was full: lower the trigger rate");
            case EVENT_NUMBER ->
                    List.of(
                            at("link %d sent hits of another event (error 31)", link),
                            "TBM and FED count differently: resynchronise");
            case INVALID_ROC ->
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "no ROC %d at link %d (error 36)",
                                    PixelWord.roc(word),
                                    link),
                            "never a hit; if it repeats, the cabling table is wrong or the link's signal is poor");
            case INVALID_PIXEL ->
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "link %d ROC %d: no pixel has address 0x%x (error 37)",
                                    link,
                                    PixelWord.roc(word),
                                    PixelWord.address(word)),
                            "bits were misread: check the link's phase and the ROC's analogue levels");
            default -> List.of(kind.label());
        };
    }

    private static String at(String format, int link) {
        return String.format(Locale.ROOT, format, link);
    }

    private static String tbmState(int word) {
        int state = PixelWord.tbmState(word);
        return state == 8
                ? "a wrong number of ROCs, state 8"
                : "state " + state + ", which is not expected";
    }
}
