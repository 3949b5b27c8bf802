package tare.synthetic.pixel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tare.detectors.pixel.raw.PixelWordKind;

/// How often the read-out errs.
///
/// @param wordsPerBlock mean number of error and status words by kind, see [#WORDS]; time-outs come
///     as pairs of words, of which this counts the first
/// @param blocks probability that a block's frame is broken, by kind
/// @param straysPerBlock mean number of 64-bit words after a block that belong to none
/// @param lostEvents probability that an event is not written; the first and the last of a scan
///     always are
/// @param crossTalk probability that a hit is seen in a neighbouring pixel, too
/// @param noiseHits probability that a noisy pixel that is not pulsed gives a hit in an event
public record ReadoutFaults(
        Map<PixelWordKind, Double> wordsPerBlock,
        Map<BlockFault, Double> blocks,
        double straysPerBlock,
        double lostEvents,
        double crossTalk,
        double noiseHits) {
    /// Kinds of words that can be injected.
    public static final Set<PixelWordKind> WORDS =
            Set.of(
                    PixelWordKind.DISABLED_CHANNEL,
                    PixelWordKind.GAP,
                    PixelWordKind.FILL,
                    PixelWordKind.FIFO_NEARLY_FULL,
                    PixelWordKind.TIMEOUT,
                    PixelWordKind.TBM_TRAILER,
                    PixelWordKind.TBM_OVERFLOW,
                    PixelWordKind.EVENT_NUMBER,
                    PixelWordKind.INVALID_ROC,
                    PixelWordKind.INVALID_PIXEL);

    public static final ReadoutFaults NONE = new ReadoutFaults(Map.of(), Map.of(), 0, 0, 0, 0);

    /// A little of everything.
    public static final ReadoutFaults SOME = alike(2e-3, 1e-4, 5e-4);

    public ReadoutFaults {
        wordsPerBlock = ordered(PixelWordKind.class, wordsPerBlock);
        blocks = ordered(BlockFault.class, blocks);
        if (!WORDS.containsAll(wordsPerBlock.keySet())) {
            throw new IllegalArgumentException(
                    "only " + WORDS + " can be injected, got " + wordsPerBlock.keySet());
        }
        wordsPerBlock.forEach((kind, mean) -> requireMean(kind.label(), mean));
        blocks.forEach(
                (kind, rate) -> PixelFaultRates.requireProbability(kind + " per block", rate));
        requireMean("stray words", straysPerBlock);
        PixelFaultRates.requireProbability("lost event", lostEvents);
        PixelFaultRates.requireProbability("cross-talk", crossTalk);
        PixelFaultRates.requireProbability("noise hit", noiseHits);
    }

    /// Sorted by kind, for random numbers to be drawn in the same order at every run.
    private static <K extends Enum<K>> Map<K, Double> ordered(Class<K> kinds, Map<K, Double> map) {
        var ordered = new EnumMap<K, Double>(kinds);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }

    private static void requireMean(String what, double value) {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException(
                    "mean number of " + what + " per block must be 0..100, got " + value);
        }
    }

    /// Every kind of fault, equally often.
    ///
    /// @param perBlock mean number of words of each kind, and of stray words
    /// @param broken probability of each kind of broken block, and of a lost event
    /// @param offPattern probability of cross-talk and of noise hits
    public static ReadoutFaults alike(double perBlock, double broken, double offPattern) {
        return new ReadoutFaults(
                WORDS.stream().collect(Collectors.toMap(kind -> kind, kind -> perBlock)),
                Set.of(BlockFault.values()).stream()
                        .collect(Collectors.toMap(kind -> kind, kind -> broken)),
                perBlock,
                broken,
                offPattern,
                offPattern);
    }
}
