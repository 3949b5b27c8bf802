package tare.detectors.dirc;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import tare.decode.BlockSource;
import tare.decode.RawFile;
import tare.decode.Tally;

/// Where the frames of a TDC file stand: a pass over its words that checks every checksum.
///
/// A frame counts only if its length agrees at both ends and its checksum is right. Otherwise the
/// search goes on at the next word, or behind the frame if only the checksum is wrong; what was
/// passed over is refused. Immutable; any number of threads may read.
final class DircIndex implements BlockSource {
    private final MemorySegment bytes;
    private final long words;
    private final Tally<DircWordKind> framing = new Tally<>(DircWordKind.class);
    private long[] frameAt = new long[1024];
    private int size;
    private long firstRefusedAt = -1;

    private DircIndex(MemorySegment bytes) {
        this.bytes = bytes;
        this.words = bytes.byteSize() / Integer.BYTES;
    }

    /// @throws IOException if the file holds no whole frame
    static DircIndex of(RawFile file) throws IOException {
        DircIndex index = of(file.bytes());
        if (index.size > 0) return index;
        throw new IOException(
                String.format(
                        Locale.ROOT,
                        "%s: no whole frame in %d bytes %s; is it a TDC file of the DIRC?",
                        file.path(),
                        file.sizeBytes(),
                        index.framing.nonZero()));
    }

    /// The frames of any bytes, also of none.
    static DircIndex of(MemorySegment bytes) {
        var index = new DircIndex(bytes);
        long at = 0;
        while (at < index.words) at = index.next(at);
        if (bytes.byteSize() % Integer.BYTES != 0) index.refuse(DircWordKind.LEFT_OVER, at, 1);
        return index;
    }

    /// Takes the frame that begins at a word, or refuses the word.
    ///
    /// @return where to go on
    private long next(long at) {
        int header = word(at);
        int length = DircFrame.words(DircFrame.hits(header));
        if (!DircFrame.begins(header) || !isClosed(at, length, header)) {
            refuse(DircWordKind.STRAY, at, 1);
            return at + 1;
        }
        if (DircFrame.checksum(bytes, at * Integer.BYTES, length - 1) != word(at + length - 1)) {
            refuse(DircWordKind.CHECKSUM, at, length);
        } else if (DircFrame.version(header) != DircFrame.VERSION) {
            refuse(DircWordKind.OTHER_VERSION, at, length);
        } else {
            add(at);
        }
        return at + length;
    }

    private boolean isClosed(long at, int length, int header) {
        if (at + length > words) return false;
        return word(at + length - DircFrame.TRAILER_WORDS)
                == DircFrame.trailer(DircFrame.hits(header));
    }

    private void add(long at) {
        if (size == frameAt.length) frameAt = Arrays.copyOf(frameAt, 2 * size);
        frameAt[size++] = at;
        framing.read(DircFrame.HEADER_WORDS + DircFrame.TRAILER_WORDS);
        framing.add(DircWordKind.HEADER, DircFrame.HEADER_WORDS);
        framing.add(DircWordKind.TRAILER, DircFrame.TRAILER_WORDS);
    }

    private void refuse(DircWordKind kind, long at, long count) {
        if (firstRefusedAt < 0) firstRefusedAt = at * Integer.BYTES;
        framing.read(count);
        framing.add(kind, count);
    }

    private int word(long at) {
        return bytes.get(DircFrame.WORD, at * Integer.BYTES);
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
        return (frameAt[block] + DircFrame.HEADER_WORDS) * Integer.BYTES;
    }

    @Override
    public long payloadWords(int block) {
        return DircFrame.hits(word(frameAt[block]));
    }

    int crate(int block) {
        return DircFrame.crate(word(frameAt[block]));
    }

    /// Number of the flash that a frame belongs to.
    long flash(int block) {
        return Integer.toUnsignedLong(word(frameAt[block] + 1));
    }

    /// The account of all words but those in the place of hits, which the decoder counts.
    Tally<DircWordKind> framing() {
        return framing;
    }

    /// Byte offset of the first refused word; empty if none was refused.
    OptionalLong firstRefusedOffset() {
        return firstRefusedAt < 0 ? OptionalLong.empty() : OptionalLong.of(firstRefusedAt);
    }
}
