package tare.synthetic.pixel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tare.decode.Tally;
import tare.detectors.pixel.raw.PixelWordKind;

/// The account of everything that a simulation wrote.
///
/// Counts are what a decoder has to find by Tare's own rules (`Counting.MENDED`): the words of
/// blocks that it has to refuse are counted as refused, not as what they were. One writer;
/// merges.
public final class Injected {
    private final Tally<PixelWordKind> words = new Tally<>(PixelWordKind.class);
    private final Map<BlockFault, Long> brokenBlocks = new EnumMap<>(BlockFault.class);
    private final List<Integer> missingEvents = new ArrayList<>();
    private long blocks;
    private long patternHits;
    private long crossTalkHits;
    private long noiseHits;

    Injected() {}

    void add(PixelWordKind kind, long count) {
        words.add(kind, count);
        words.read(count);
    }

    void block() {
        blocks++;
    }

    void broken(BlockFault fault) {
        brokenBlocks.merge(fault, 1L, Long::sum);
    }

    void missing(int event) {
        missingEvents.add(event);
    }

    void hits(long pattern, long crossTalk, long noise) {
        patternHits += pattern;
        crossTalkHits += crossTalk;
        noiseHits += noise;
        add(PixelWordKind.HIT, pattern + crossTalk + noise);
    }

    /// Adds the account of another part of the same scan.
    void merge(Injected other) {
        words.merge(other.words);
        other.brokenBlocks.forEach((fault, count) -> brokenBlocks.merge(fault, count, Long::sum));
        missingEvents.addAll(other.missingEvents);
        blocks += other.blocks;
        patternHits += other.patternHits;
        crossTalkHits += other.crossTalkHits;
        noiseHits += other.noiseHits;
    }

    /// Words by kind, which the decoder's account has to equal.
    public Tally<PixelWordKind> words() {
        return words;
    }

    public long brokenBlocks(BlockFault fault) {
        return brokenBlocks.getOrDefault(fault, 0L);
    }

    /// Numbers of the events that cannot be found: not written, or without a trailer; ascending.
    public List<Integer> missingEvents() {
        return Collections.unmodifiableList(missingEvents);
    }

    /// Blocks that a decoder can find.
    public long blocks() {
        return blocks;
    }

    /// Hits of pulsed pixels in blocks that are not refused.
    public long patternHits() {
        return patternHits;
    }

    /// Hits in neighbours of pulsed pixels.
    public long crossTalkHits() {
        return crossTalkHits;
    }

    /// Hits of noisy pixels that were not pulsed.
    public long noiseHits() {
        return noiseHits;
    }

    /// All hits of pixels that were not pulsed.
    public long offPatternHits() {
        return crossTalkHits + noiseHits;
    }
}
