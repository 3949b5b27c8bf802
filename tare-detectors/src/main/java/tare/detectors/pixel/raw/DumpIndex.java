package tare.detectors.pixel.raw;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import tare.decode.BlockSource;
import tare.decode.RawFile;
import tare.decode.Tally;

/// Where the FED blocks of a dump file stand: a framing pass over its 64-bit words.
///
/// A dump is a flat sequence of little-endian words: a run word whose low half is the run number,
/// then blocks of header, payload and trailer. A block ends at the first clean trailer, as in the
/// reference (PixelDumpDataInputSource at 0edfe3d). Beyond the reference:
///
/// - a file that begins with a header has no run word and loses nothing;
/// - a trailer with error flags ends a block if its length field agrees with the block's length;
/// - if a clean trailer's length says that its block began later, at a header of the same FED, then
///   a trailer before that was lost: the later block is kept, the words before it are refused;
/// - a block that is never closed is refused and reported.
///
/// Immutable; any number of threads may read.
public final class DumpIndex implements BlockSource {
    private static final ValueLayout.OfLong WORD =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int PER_WORD = 2;

    private final MemorySegment bytes;
    private final long words;
    private final Counting counting;
    private final Tally<PixelWordKind> framing = new Tally<>(PixelWordKind.class);
    private OptionalLong runWord = OptionalLong.empty();
    private long[] headerAt = new long[1024];
    private long[] trailerAt = new long[1024];
    private int size;
    private final PixelErrors errors = new PixelErrors();
    private long firstRefusedAt = -1;

    private DumpIndex(MemorySegment bytes, Counting counting) {
        this.bytes = bytes;
        this.words = bytes.byteSize() / Long.BYTES;
        this.counting = counting;
    }

    /// Frames a whole file.
    ///
    /// @throws IOException if it holds no complete block, saying what stands there instead
    public static DumpIndex of(RawFile file, Counting counting) throws IOException {
        DumpIndex index = of(file.bytes(), counting);
        if (index.size == 0) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s: no FED block in %d bytes (%d words are no header, %d blocks have no trailer); is it a front-end dump?",
                            file.path(),
                            file.sizeBytes(),
                            index.framing.count(PixelWordKind.STRAY) / PER_WORD,
                            index.errors.count(PixelErrors.NO_TRAILER)));
        }
        return index;
    }

    /// Frames the words of a segment, which may hold anything, also nothing.
    public static DumpIndex of(MemorySegment bytes, Counting counting) {
        var index = new DumpIndex(bytes, counting);
        index.scan();
        return index;
    }

    /// The first header of a dump.
    ///
    /// @throws IOException if it has none
    public static FedHeader firstHeader(RawFile file) throws IOException {
        for (long at = 0; at + Long.BYTES <= file.sizeBytes(); at += Long.BYTES) {
            long word = file.bytes().get(WORD, at);
            if (FedHeader.matches(word)) return new FedHeader(word);
        }
        throw new IOException(file.path() + ": no FED header; is it a front-end dump?");
    }

    private void scan() {
        long at = 0;
        if (words > 0 && takesRunWord()) {
            runWord = OptionalLong.of(word(0) & 0xFFFF_FFFFL);
            frame(PixelWordKind.RUN_WORD, 1);
            at = 1;
        }
        while (at < words) {
            if (FedHeader.matches(word(at))) {
                at = block(at);
            } else {
                refuse(PixelWordKind.STRAY, at, at + 1);
                at++;
            }
        }
        countLeftOver();
    }

    /// The reference takes the first word as the run word, whatever it is.
    private boolean takesRunWord() {
        return counting == Counting.AS_REFERENCE || !FedHeader.matches(word(0));
    }

    private void countLeftOver() {
        if (bytes.byteSize() % Long.BYTES != 0) {
            refuse(PixelWordKind.LEFT_OVER, words, words);
            framing.add(PixelWordKind.LEFT_OVER, 1);
            framing.read(1);
        }
    }

    /// Frames the block whose header stands at a word; returns the word after it.
    private long block(long header) {
        long trailer = findTrailer(header);
        if (trailer == words) {
            errors.add(PixelErrors.NO_TRAILER, 0);
            refuse(PixelWordKind.NO_TRAILER, header, words);
            return words;
        }
        long start = startByLength(header, trailer);
        if (start != header) {
            errors.add(PixelErrors.NO_TRAILER, 0);
            refuse(PixelWordKind.NO_TRAILER, header, start);
        }
        frame(PixelWordKind.HEADER, 1);
        frame(PixelWordKind.TRAILER, 1);
        addBlock(start, trailer);
        return trailer + 1;
    }

    private long findTrailer(long header) {
        for (long at = header + 1; at < words; at++) {
            long word = word(at);
            if (FedTrailer.matches(word) && closes(new FedTrailer(word), at - header + 1))
                return at;
        }
        return words;
    }

    private boolean closes(FedTrailer trailer, long length64) {
        return FedTrailer.isClean(trailer.word())
                || (counting == Counting.MENDED && trailer.length64() == length64);
    }

    /// Where the block that a trailer closes began, if its length field points at a header of the
    /// same FED inside the block; else the first header.
    private long startByLength(long header, long trailer) {
        long start = trailer + 1 - new FedTrailer(word(trailer)).length64();
        boolean pointsInside = counting == Counting.MENDED && start > header && start < trailer;
        if (!pointsInside || !FedHeader.matches(word(start))) return header;
        return new FedHeader(word(start)).fed() == new FedHeader(word(header)).fed()
                ? start
                : header;
    }

    private void addBlock(long header, long trailer) {
        if (size == headerAt.length) {
            headerAt = Arrays.copyOf(headerAt, size * 2);
            trailerAt = Arrays.copyOf(trailerAt, size * 2);
        }
        headerAt[size] = header;
        trailerAt[size] = trailer;
        size++;
    }

    private void frame(PixelWordKind kind, long words64) {
        framing.add(kind, words64 * PER_WORD);
        framing.read(words64 * PER_WORD);
    }

    private void refuse(PixelWordKind kind, long from, long until) {
        if (firstRefusedAt < 0) firstRefusedAt = from * Long.BYTES;
        frame(kind, until - from);
    }

    private long word(long index) {
        return bytes.get(WORD, index * Long.BYTES);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public MemorySegment bytes() {
        return bytes;
    }

    @Override
    public long payloadOffset(int block) {
        return (headerAt[block] + 1) * Long.BYTES;
    }

    @Override
    public long payloadWords(int block) {
        return (trailerAt[block] - headerAt[block] - 1) * PER_WORD;
    }

    public FedHeader header(int block) {
        return new FedHeader(word(headerAt[block]));
    }

    public FedTrailer trailer(int block) {
        return new FedTrailer(word(trailerAt[block]));
    }

    /// Length of a block in 64-bit words, header and trailer included.
    public long length64(int block) {
        return trailerAt[block] - headerAt[block] + 1;
    }

    /// Where a block's header stands [bytes from the start of the file].
    public long offset(int block) {
        return headerAt[block] * Long.BYTES;
    }

    /// The run number that the file begins with; empty if it begins with a header.
    public OptionalLong runWord() {
        return runWord;
    }

    public Counting counting() {
        return counting;
    }

    /// The account of all words outside payloads; payloads are counted by the decoder.
    public Tally<PixelWordKind> framing() {
        return framing;
    }

    /// Blocks whose trailer is missing (33): at the end of a truncated file, or lost in between.
    public PixelErrors errors() {
        return errors;
    }

    /// Byte offset of the first refused word; empty if none was refused.
    public OptionalLong firstRefusedOffset() {
        return firstRefusedAt < 0 ? OptionalLong.empty() : OptionalLong.of(firstRefusedAt);
    }
}
