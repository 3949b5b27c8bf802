package tare.detectors.pixel.raw;

import static tare.detectors.pixel.raw.PixelWordKind.FIFO_NEARLY_FULL;
import static tare.detectors.pixel.raw.PixelWordKind.INVALID_PIXEL;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.detectors.pixel.geometry.CabledRoc;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingScope;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RocPixel;

/// Explains the words of one FED, standing alone or in the order of a block. The decoder itself
/// says what a word is, so that an explanation cannot differ from a count. One thread.
///
/// Without a cabling every link is taken to carry eight ROCs, in either format of a hit word.
public final class WordExplainer {
    private static final int ANY_FED = 0;

    private final PixelGeometry geometry;
    private final @Nullable FedCabling cabling;
    private final List<PixelDecoder> decoders;

    private WordExplainer(
            PixelGeometry geometry, @Nullable FedCabling cabling, List<FedCabling> asCabled) {
        this.geometry = geometry;
        this.cabling = cabling;
        DumpIndex noDump = DumpIndex.of(MemorySegment.ofArray(new byte[0]), Counting.MENDED);
        decoders = asCabled.stream().map(it -> new PixelDecoder(noDump, it)).toList();
    }

    /// Hits come with module and position.
    public static WordExplainer of(PixelGeometry geometry, FedCabling cabling) {
        return new WordExplainer(geometry, cabling, List.of(cabling));
    }

    /// Hits come in every format that fits.
    public static WordExplainer withoutCabling(PixelGeometry geometry) {
        return new WordExplainer(
                geometry,
                null,
                IntStream.of(2, 1).mapToObj(layer -> everyLink(geometry, layer)).toList());
    }

    /// An explainer for each FED: cabled where the table has the FED.
    public static IntFunction<WordExplainer> byFed(Cabling cabling) {
        WordExplainer other = withoutCabling(cabling.geometry());
        return fed -> cabling.forFed(fed).map(it -> of(cabling.geometry(), it)).orElse(other);
    }

    private static FedCabling everyLink(PixelGeometry geometry, int layer) {
        List<PixelModule> modules = geometry.barrelLayer(layer);
        List<CabledRoc> rocs =
                IntStream.range(0, CabledRoc.LINKS * CabledRoc.ROCS_IN_LINK)
                        .mapToObj(
                                i ->
                                        new CabledRoc(
                                                ANY_FED,
                                                1 + i / CabledRoc.ROCS_IN_LINK,
                                                1 + i % CabledRoc.ROCS_IN_LINK,
                                                modules.get(i / RocPixel.ROCS).id(),
                                                i % RocPixel.ROCS))
                        .toList();
        try {
            return Cabling.of(rocs, CablingScope.BENCH).forFed(ANY_FED).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("a cabling of every link is consistent", e);
        }
    }

    public boolean isCabled() {
        return cabling != null;
    }

    /// A 64-bit word standing alone: a header, a trailer, or two words of a block, first half
    /// first.
    public List<WordExplanation> explain(long word) {
        if (FedHeader.matches(word)) return List.of(FrameExplanations.header(word));
        if (FedTrailer.matches(word)) return List.of(FrameExplanations.trailer(word));
        return List.of(explain((int) word), explain((int) (word >>> 32)));
    }

    /// A 32-bit word standing alone.
    public WordExplanation explain(int word) {
        begin();
        return next(word);
    }

    /// The module that an error speaks of: that of the ROC for an invalid address, else of the
    /// link.
    private @Nullable PixelModule module(int word, List<PixelWordKind> kinds) {
        PixelWordKind kind = kinds.getFirst();
        boolean isOfNone = PixelDecoder.errorType(kind) == 0 || kind == FIFO_NEARLY_FULL;
        if (cabling == null || isOfNone) return null;
        int module =
                kind == INVALID_PIXEL
                        ? cabling.moduleIndex(cabling.ordinal(PixelWord.linkRoc(word)))
                        : cabling.moduleOfLink(PixelWord.link(word));
        return module == FedCabling.UNCABLED ? null : geometry.module(module);
    }

    /// Begins a block.
    void begin() {
        decoders.forEach(PixelDecoder::forgetWordBefore);
    }

    /// The next word of the block.
    WordExplanation next(int word) {
        List<PixelWordKind> kinds = decoders.stream().map(it -> it.next(word)).toList();
        boolean isHit = kinds.contains(PixelWordKind.HIT);
        if (!isHit) return StatusExplanations.explain(word, kinds.getFirst(), module(word, kinds));
        return cabling == null
                ? HitExplanations.anywhere(word)
                : HitExplanations.cabled(word, cabling, geometry);
    }
}
