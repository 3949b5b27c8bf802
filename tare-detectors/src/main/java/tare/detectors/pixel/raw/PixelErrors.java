package tare.detectors.pixel.raw;

import java.util.SortedMap;
import java.util.TreeMap;

/// Errors of a decoding by type and, where a word names one, by link.
///
/// Types are those of the CMS unpacker: 25, 28–31, 36, 37, 40 come from words, 32 (source id), 33
/// (trailer), 34 (length) and 39 (CRC flag) from block frames. A time-out (29) counts once per pair
/// of words, for the link in the words; the old block-and-bits encoding is wrong for phase-1 FEDs
/// (cmssw issue 41715). One writer; partial counts merge.
public final class PixelErrors {
    static final int WRONG_SOURCE = 32;
    static final int NO_TRAILER = 33;
    static final int WRONG_LENGTH = 34;
    static final int CRC = 39;
    private static final int TYPES = 41;

    /// Link 0 takes what belongs to no link.
    private final long[] counts = new long[TYPES * PixelWord.LINKS];

    PixelErrors() {}

    /// No errors yet, for summing up.
    public static PixelErrors none() {
        return new PixelErrors();
    }

    void add(int type, int link) {
        counts[type * PixelWord.LINKS + link]++;
    }

    /// Errors of a type at a link.
    public long count(int type, int link) {
        return counts[type * PixelWord.LINKS + link];
    }

    /// Errors of a type at all links.
    public long count(int type) {
        long sum = 0;
        for (int link = 0; link < PixelWord.LINKS; link++) sum += count(type, link);
        return sum;
    }

    /// Every type that occurred with its number of errors, for a journal or a report. Unlike a
    /// tally it has the errors of whole blocks.
    public SortedMap<Integer, Long> nonZero() {
        var map = new TreeMap<Integer, Long>();
        for (int type = 0; type < TYPES; type++) if (count(type) > 0) map.put(type, count(type));
        return map;
    }

    public void merge(PixelErrors other) {
        for (int i = 0; i < counts.length; i++) counts[i] += other.counts[i];
    }
}
