package tare.detectors.pixel.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Explains the 64-bit words around and between blocks.
final class FrameExplanations {
    private static final int LAST_BUNCH_CROSSING = 3563;

    private FrameExplanations() {}

    static WordExplanation runWord(long word) {
        List<WordField> fields =
                List.of(
                        WordField.pattern("not used", word, 63, 32),
                        WordField.number("run", word, 31, 0));
        String meaning = "run word: the dump belongs to run " + (word & 0xFFFF_FFFFL);
        return one(word, PixelWordKind.RUN_WORD, fields, List.of(meaning));
    }

    static WordExplanation header(long word) {
        var header = new FedHeader(word);
        List<WordField> fields =
                List.of(
                        WordField.pattern("mark", word, 63, 60),
                        WordField.number("event type", word, 59, 56),
                        WordField.number("event", word, 55, 32),
                        WordField.number("bunch crossing", word, 31, 20),
                        WordField.number("FED", word, 19, 8),
                        WordField.number("version", word, 7, 4),
                        WordField.number("more headers", word, 3, 3),
                        WordField.number("zero", word, 2, 0));
        var meaning = new ArrayList<String>();
        meaning.add(
                String.format(
                        Locale.ROOT,
                        "block header: event %d, bunch crossing %d, FED %d",
                        header.eventNumber(),
                        header.bunchCrossing(),
                        header.fed()));
        if (header.bunchCrossing() > LAST_BUNCH_CROSSING) {
            meaning.add("no such bunch crossing: an orbit has 0 to 3563; check the clock's source");
        }
        return one(word, PixelWordKind.HEADER, fields, meaning);
    }

    static WordExplanation trailer(long word) {
        return one(word, PixelWordKind.TRAILER, trailerFields(word), trailerMeaning(word));
    }

    /// A trailer whose block has been framed.
    ///
    /// @param length64 words that the block really has
    static WordExplanation trailer(long word, long length64) {
        List<String> meaning = trailerMeaning(word);
        int stated = new FedTrailer(word).length64();
        if (stated != length64) {
            meaning.add(
                    String.format(
                            Locale.ROOT,
                            "length %d, but the block has %d words (error 34): words were lost or added on the way",
                            stated,
                            length64));
        }
        return one(word, PixelWordKind.TRAILER, trailerFields(word), meaning);
    }

    private static List<WordField> trailerFields(long word) {
        return List.of(
                WordField.pattern("mark", word, 63, 60),
                WordField.number("zero", word, 59, 56),
                WordField.number("length", word, 55, 32),
                WordField.pattern("CRC", word, 31, 16),
                WordField.number("wrong FED", word, 15, 15),
                WordField.number("S-LINK error", word, 14, 14),
                WordField.number("zero", word, 13, 12),
                WordField.number("event status", word, 11, 8),
                WordField.number("TTS", word, 7, 4),
                WordField.number("more trailers", word, 3, 3),
                WordField.number("CRC flag", word, 2, 2),
                WordField.number("zero", word, 1, 0));
    }

    private static List<String> trailerMeaning(long word) {
        var trailer = new FedTrailer(word);
        var meaning = new ArrayList<String>();
        meaning.add(
                String.format(
                        Locale.ROOT,
                        "block trailer: %d 64-bit words with header and trailer, CRC 0x%04x, %s",
                        trailer.length64(),
                        trailer.crc(),
                        FedTrailer.isClean(word)
                                ? "no error flag"
                                : "error flags or reserved bits set"));
        if ((word & 1L << 15) != 0)
            meaning.add("wrong FED id: the link's source number is not set as the readout expects");
        if ((word & 1L << 14) != 0)
            meaning.add("S-LINK error: bits were lost on the link; look at its cable and card");
        if (trailer.hasCrcError()) {
            meaning.add("CRC flag (error 39): the block is refused whole; look at the FED's link");
        }
        if (trailer.ttsState() != 0) meaning.add("throttling state: " + tts(trailer.ttsState()));
        return meaning;
    }

    /// States of CMS's trigger throttling system.
    private static String tts(int state) {
        return switch (state) {
            case 1 -> "1, buffers nearly full";
            case 2 -> "2, out of synchronisation";
            case 4 -> "4, busy";
            case 8 -> "8, ready";
            case 12 -> "12, error";
            case 15 -> "15, disconnected";
            default -> state + ", not defined";
        };
    }

    static WordExplanation stray(long word) {
        String meaning =
                "stray word: no header where one should be; skipped until the next header and counted as refused";
        return one(word, PixelWordKind.STRAY, halves(word), List.of(meaning));
    }

    /// A word of a block that is never closed.
    static WordExplanation unclosed(long word) {
        WordExplanation asHeader = FedHeader.matches(word) ? header(word) : null;
        List<WordField> fields =
                asHeader == null ? halves(word) : asHeader.readings().getFirst().fields();
        var meaning = new ArrayList<String>();
        if (asHeader != null) meaning.add(asHeader.headline() + ", but no trailer closes it");
        meaning.add("block without a trailer (error 33): refused; was the file cut off?");
        return one(word, PixelWordKind.NO_TRAILER, fields, meaning);
    }

    private static List<WordField> halves(long word) {
        return List.of(
                WordField.pattern("second 32-bit word", word, 63, 32),
                WordField.pattern("first 32-bit word", word, 31, 0));
    }

    private static WordExplanation one(
            long word, PixelWordKind kind, List<WordField> fields, List<String> meaning) {
        return new WordExplanation(64, word, kind, List.of(new WordReading(fields, meaning)));
    }
}
