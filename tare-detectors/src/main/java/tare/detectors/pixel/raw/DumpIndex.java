package tare.detectors.pixel.raw;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
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
/// - a trailer with error flags ends a block if its length field points at the block's header;
/// - if a trailer's length says that its block began later, at a header of the same FED or one that
///   continues the sequence of events, then a trailer before that was lost: the later block is
///   kept, the words before it are refused;
/// - a block that is never closed is refused and reported.
///
/// Immutable; any number of threads may read.
public final class DumpIndex implements BlockSource {
    private static final ValueLayout.OfLong WORD =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int PER_WORD = 2;
    private static final long WINDOW_WORDS = 1L << 22;

    /// Several blocks, for none is longer than 128 KB.
    private static final long STRETCH_BYTES = 1L << 20;

    private static final int STRETCHES = 8;

    private final MemorySegment bytes;
    private final long words;
    private final Counting counting;
    private final Tally<PixelWordKind> framing = new Tally<>(PixelWordKind.class);
    private OptionalLong runWord = OptionalLong.empty();
    private long[] headerAt = new long[1024];
    private long[] trailerAt = new long[1024];

    // The words themselves, for what only asks for numbers not to touch the file again.
    private long[] headers = new long[1024];
    private long[] trailers = new long[1024];

    /// Events up to each block, blocks in a row with the same number being one.
    private int[] eventsRead = new int[1024];

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

    /// The FEDs that wrote a dump, judged by stretches of it from its beginning to its end.
    ///
    /// @return ascending; empty if no stretch holds a whole block
    public static SortedSet<Integer> feds(RawFile file) {
        var blocksOf = new TreeMap<Integer, Integer>();
        for (MemorySegment stretch : stretches(file.bytes())) {
            of(stretch, Counting.MENDED).countBlocks(blocksOf);
        }
        return frequent(blocksOf);
    }

    /// Even stretches, for FEDs may stand one after the other; all of a small file.
    private static List<MemorySegment> stretches(MemorySegment bytes) {
        long beyond = bytes.byteSize() - STRETCH_BYTES;
        if (beyond <= STRETCHES * STRETCH_BYTES) return List.of(bytes);
        return LongStream.range(0, STRETCHES)
                .map(i -> beyond / (STRETCHES - 1) * i / Long.BYTES * Long.BYTES)
                .mapToObj(from -> bytes.asSlice(from, STRETCH_BYTES))
                .toList();
    }

    private void countBlocks(Map<Integer, Integer> blocksOf) {
        for (int block = 0; block < size; block++) {
            blocksOf.merge(header(block).fed(), 1, Integer::sum);
        }
    }

    /// FEDs that have at least a tenth as many blocks as the one with the most; a corrupt header
    /// does not make a FED.
    private static SortedSet<Integer> frequent(Map<Integer, Integer> blocksOf) {
        int most = blocksOf.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        blocksOf.values().removeIf(blocks -> 10 * blocks < most);
        return new TreeSet<>(blocksOf.keySet());
    }

    /// The FEDs that wrote this dump, judged by all its blocks.
    ///
    /// @param cabled FEDs that can be
    /// @return ascending; empty if no header names a cabled FED
    public SortedSet<Integer> feds(Collection<Integer> cabled) {
        var blocksOf = new TreeMap<Integer, Integer>();
        countBlocks(blocksOf);
        blocksOf.keySet().retainAll(cabled);
        return frequent(blocksOf);
    }

    /// The blocks of one of the FEDs that wrote this dump; of all blocks if it is the only one.
    ///
    /// Blocks whose header names none of these FEDs, and all words outside blocks, go with the
    /// first FED, so the parts' accounts add up to the account of the file.
    ///
    /// @param cabled FEDs that can be
    public DumpIndex ofFed(int fed, Collection<Integer> cabled) {
        SortedSet<Integer> feds = feds(cabled);
        if (feds.size() < 2 || !feds.contains(fed)) return this;
        var part = new DumpIndex(bytes, counting);
        boolean takesTheRest = fed == feds.first();
        for (int block = 0; block < size; block++) {
            int written = header(block).fed();
            if (written == fed || (takesTheRest && !feds.contains(written))) {
                part.addBlock(headerAt[block], trailerAt[block], eventsRead[block]);
            }
        }
        part.frame(PixelWordKind.HEADER, part.size);
        part.frame(PixelWordKind.TRAILER, part.size);
        if (takesTheRest) part.takeWordsOutsideBlocks(this);
        return part;
    }

    private void takeWordsOutsideBlocks(DumpIndex whole) {
        runWord = whole.runWord;
        firstRefusedAt = whole.firstRefusedAt;
        errors.merge(whole.errors);
        for (PixelWordKind kind : PixelWordKind.values()) {
            if (kind != PixelWordKind.HEADER && kind != PixelWordKind.TRAILER) {
                framing.add(kind, whole.framing.count(kind));
                framing.read(whole.framing.count(kind));
            }
        }
    }

    private void scan() {
        long at = 0;
        if (words > 0 && takesRunWord()) {
            if (!FedHeader.matches(word(0))) runWord = OptionalLong.of(word(0) & 0xFFFF_FFFFL);
            frame(PixelWordKind.RUN_WORD, 1);
            at = 1;
        }
        long released = 0;
        while (at < words) {
            if (FedHeader.matches(word(at))) {
                at = block(at);
            } else {
                refuse(PixelWordKind.STRAY, at, at + 1);
                at++;
            }
            if (at - released > WINDOW_WORDS) {
                RawFile.release(bytes, released * Long.BYTES, (at - released) * Long.BYTES);
                released = at;
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
        long start = startByLength(trailer);
        if (!beginsBlock(start, header, trailer)) start = header;
        if (start != header) {
            errors.add(PixelErrors.NO_TRAILER, 0);
            refuse(PixelWordKind.NO_TRAILER, header, start);
        }
        frame(PixelWordKind.HEADER, 1);
        frame(PixelWordKind.TRAILER, 1);
        addBlock(start, trailer, eventsReadUntil(word(start)));
        return trailer + 1;
    }

    private long findTrailer(long header) {
        for (long at = header + 1; at < words; at++) {
            if (FedTrailer.matches(word(at)) && closes(at, header)) return at;
        }
        return words;
    }

    private boolean closes(long trailer, long header) {
        return FedTrailer.isClean(word(trailer))
                || (counting == Counting.MENDED
                        && beginsBlock(startByLength(trailer), header, trailer));
    }

    /// The word at which a trailer's length says that its block began.
    private long startByLength(long trailer) {
        return trailer + 1 - new FedTrailer(word(trailer)).length64();
    }

    /// Whether the block that a trailer closes began at a word: at the first header, or at a later
    /// one that is no payload by chance, being of the same FED or of the same or the next event.
    private boolean beginsBlock(long start, long header, long trailer) {
        if (start == header) return true;
        boolean isInside = counting == Counting.MENDED && start > header && start < trailer;
        if (!isInside || !FedHeader.matches(word(start))) return false;
        var first = new FedHeader(word(header));
        var later = new FedHeader(word(start));
        int step = later.eventNumber() - first.eventNumber() & FedHeader.EVENT_MASK;
        return later.fed() == first.fed() || step <= 1;
    }

    private int eventsReadUntil(long header) {
        if (size == 0) return 1;
        boolean isSame = new FedHeader(header).eventNumber() == header(size - 1).eventNumber();
        return eventsRead[size - 1] + (isSame ? 0 : 1);
    }

    private void addBlock(long header, long trailer, int events) {
        if (size == headerAt.length) {
            headerAt = Arrays.copyOf(headerAt, size * 2);
            trailerAt = Arrays.copyOf(trailerAt, size * 2);
            headers = Arrays.copyOf(headers, size * 2);
            trailers = Arrays.copyOf(trailers, size * 2);
            eventsRead = Arrays.copyOf(eventsRead, size * 2);
        }
        headerAt[size] = header;
        trailerAt[size] = trailer;
        headers[size] = word(header);
        trailers[size] = word(trailer);
        eventsRead[size] = events;
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
        return new FedHeader(headers[block]);
    }

    public FedTrailer trailer(int block) {
        return new FedTrailer(trailers[block]);
    }

    /// Length of a block in 64-bit words, header and trailer included.
    public long length64(int block) {
        return trailerAt[block] - headerAt[block] + 1;
    }

    /// Where a block's header stands [bytes from the start of the file].
    public long offset(int block) {
        return headerAt[block] * Long.BYTES;
    }

    /// Event of each block if events are counted from 1 as they are read from the file, blocks in a
    /// row with the same number being one event, whichever FEDs wrote them; a copy.
    public long[] eventsInReadingOrder() {
        return Arrays.stream(eventsRead, 0, size).asLongStream().toArray();
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
