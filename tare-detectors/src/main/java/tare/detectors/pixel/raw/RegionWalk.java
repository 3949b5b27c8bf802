package tare.detectors.pixel.raw;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Goes through the words of a region and tells each by its place in the file.
final class RegionWalk {
    private static final ValueLayout.OfLong WORD =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int NONE = -1;

    private final DumpIndex index;
    private final long from;
    private final long until;

    RegionWalk(DumpRegion region) {
        index = region.index();
        from = region.from();
        until = region.until();
    }

    void walk(IntFunction<WordExplainer> explainers, Consumer<PlacedWord> sink) {
        long at = from;
        if (at == 0 && index.runWord().isPresent()) {
            sink.accept(new PlacedWord(0, "start of the file", FrameExplanations.runWord(word(0))));
            at = 1;
        }
        while (at < until) {
            int block = blockAt(at);
            at = block == NONE ? gap(at, sink) : block(block, at, explainers, sink);
        }
    }

    /// Words outside blocks; returns the word after them. Once a header has opened a block that no
    /// trailer closes, all that follows belongs to it.
    private long gap(long start, Consumer<PlacedWord> sink) {
        boolean open = false;
        for (long at = endOfBlockBefore(start); at < start; at++) {
            open |= FedHeader.matches(word(at));
        }
        long at = start;
        for (; at < until && blockAt(at) == NONE; at++) {
            long word = word(at);
            open |= FedHeader.matches(word);
            WordExplanation explanation =
                    open ? FrameExplanations.unclosed(word) : FrameExplanations.stray(word);
            sink.accept(new PlacedWord(at * Long.BYTES, "between blocks", explanation));
        }
        return at;
    }

    /// The rest of a block; returns the word after it. Payload before `start` is gone through
    /// silently, as it decides what later words mean.
    private long block(
            int block,
            long start,
            IntFunction<WordExplainer> explainers,
            Consumer<PlacedWord> sink) {
        long header = index.offset(block) / Long.BYTES;
        long trailer = header + index.length64(block) - 1;
        if (start == header) {
            sink.accept(placed(header, place(block), FrameExplanations.header(word(header))));
        }
        WordExplainer explainer = explainers.apply(index.header(block).fed());
        explainer.begin();
        for (long at = header + 1; at < Math.min(trailer, until); at++) {
            payload(block, at, explainer, at < start ? _ -> {} : sink);
        }
        if (trailer < until) {
            WordExplanation end = FrameExplanations.trailer(word(trailer), index.length64(block));
            sink.accept(placed(trailer, place(block), end));
        }
        return Math.min(trailer + 1, until);
    }

    /// Two words of a payload, low half first.
    private void payload(int block, long at, WordExplainer explainer, Consumer<PlacedWord> sink) {
        long first = (at * Long.BYTES - index.payloadOffset(block)) / Integer.BYTES;
        for (int half = 0; half < 2; half++) {
            WordExplanation word = explainer.next((int) (word(at) >>> half * Integer.SIZE));
            if (index.trailer(block).hasCrcError()) word = word.as(PixelWordKind.CRC_ERROR);
            String place =
                    String.format(
                            Locale.ROOT,
                            "%s, word %d of %d",
                            place(block),
                            first + half,
                            index.payloadWords(block));
            sink.accept(new PlacedWord(at * Long.BYTES + 4L * half, place, word));
        }
    }

    private String place(int block) {
        boolean refused = index.trailer(block).hasCrcError();
        return "block " + block + (refused ? " (refused whole: CRC flag)" : "");
    }

    private static PlacedWord placed(long at, String place, WordExplanation explanation) {
        return new PlacedWord(at * Long.BYTES, place, explanation);
    }

    /// The word after the last block that begins before a word; after the run word if there is
    /// none.
    long endOfBlockBefore(long at) {
        int block = lastBeginningBefore(at);
        if (block == NONE) return index.runWord().isPresent() ? 1 : 0;
        return index.offset(block) / Long.BYTES + index.length64(block);
    }

    private int blockAt(long at) {
        int block = lastBeginningBefore(at + 1);
        return block != NONE && at < index.offset(block) / Long.BYTES + index.length64(block)
                ? block
                : NONE;
    }

    private int lastBeginningBefore(long at) {
        int low = 0;
        int high = index.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.offset(middle) / Long.BYTES < at) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private long word(long at) {
        return index.bytes().get(WORD, at * Long.BYTES);
    }
}
