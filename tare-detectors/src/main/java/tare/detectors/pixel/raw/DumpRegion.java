package tare.detectors.pixel.raw;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tare.decode.Tally;

/// Neighbouring 64-bit words of a dump, to be explained one after the other in their context.
///
/// @param from first word, counted from the start of the file
/// @param until one beyond the last word
public record DumpRegion(DumpIndex index, long from, long until) {
    public DumpRegion {
        if (from < 0 || until <= from || until > words(index)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the file has 64-bit words 0..%d, got a region of words %d..%d",
                            words(index) - 1,
                            from,
                            until - 1));
        }
    }

    private static long words(DumpIndex index) {
        return index.bytes().byteSize() / Long.BYTES;
    }

    /// One block with header and trailer.
    ///
    /// @throws IllegalArgumentException if there is no such block
    public static DumpRegion ofBlock(DumpIndex index, int block) {
        if (block < 0 || block >= index.size()) {
            throw new IllegalArgumentException(
                    index.size() == 0
                            ? "the file has no complete block; look at its bytes"
                            : "the file has blocks 0.." + (index.size() - 1) + ", got " + block);
        }
        long from = index.offset(block) / Long.BYTES;
        return new DumpRegion(index, from, from + index.length64(block));
    }

    /// The blocks that carry an event number, in the order of the file; more than one if several
    /// FEDs share it.
    public static List<DumpRegion> ofEvent(DumpIndex index, int event) {
        return IntStream.range(0, index.size())
                .filter(block -> index.header(block).eventNumber() == event)
                .mapToObj(block -> ofBlock(index, block))
                .toList();
    }

    /// Words from a byte offset on, as many as the file has.
    ///
    /// @param offset in bytes; the word that holds this byte is the first
    /// @throws IllegalArgumentException if the file ends before
    public static DumpRegion ofBytes(DumpIndex index, long offset, long count) {
        if (offset < 0 || offset >= words(index) * Long.BYTES || count < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the file has whole words in bytes 0..%d, got %d words from byte %d",
                            words(index) * Long.BYTES - 1,
                            count,
                            offset));
        }
        long from = offset / Long.BYTES;
        return new DumpRegion(index, from, from + Math.min(count, words(index) - from));
    }

    /// The first words of this region.
    public DumpRegion first(long count) {
        return count < until - from ? new DumpRegion(index, from, from + count) : this;
    }

    /// Words of 64 bits.
    public long size() {
        return until - from;
    }

    /// Refused words directly before this region.
    public long refusedBefore() {
        return from - Math.min(from, new RegionWalk(this).endOfBlockBefore(from));
    }

    /// Explains every word in order.
    ///
    /// @param explainers by FED number
    /// @param sink takes the words
    /// @return what the words were
    public Tally<PixelWordKind> explain(
            IntFunction<WordExplainer> explainers, Consumer<PlacedWord> sink) {
        var tally = new Tally<>(PixelWordKind.class);
        new RegionWalk(this)
                .walk(
                        explainers,
                        word -> {
                            int words = word.explanation().bits() / Integer.SIZE;
                            tally.read(words);
                            tally.add(word.explanation().kind(), words);
                            sink.accept(word);
                        });
        return tally;
    }
}
