package tare.detectors;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import tare.core.digi.DigiBatch;
import tare.decode.Tally;

/// Random hits of a detector on their way through its encoder and its decoder.
final class RawHits {
    record Hit(long event, int channel, int value) {}

    private final RawFormat raw;
    private final int channels;
    private final SplittableRandom random;
    private final List<Hit> written = new ArrayList<>();
    private final List<Hit> read = new ArrayList<>();
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private int cut = Integer.MAX_VALUE;

    RawHits(RawFormat raw, int channels, long seed) {
        this.raw = raw;
        this.channels = channels;
        random = new SplittableRandom(seed);
    }

    void event(int event, int hits) {
        event(event, hits, _ -> {});
    }

    /// Encodes an event of distinct hits, and lets its bytes be changed.
    void event(int event, int hits, Consumer<byte[]> change) {
        var batch = new DigiBatch(Math.max(hits, 1));
        random.ints(0, channels)
                .distinct()
                .limit(hits)
                .forEach(channel -> add(event, channel, batch));
        byte[] bytes = raw.encode(event, batch);
        change.accept(bytes);
        stream.writeBytes(bytes);
    }

    private void add(int event, int channel, DigiBatch batch) {
        int value = random.nextInt(raw.maxValue() + 1);
        batch.add(channel, value);
        written.add(new Hit(event, channel, value));
    }

    /// Keeps only the first bytes.
    void cut(int bytes) {
        cut = bytes;
    }

    Tally<?> decode() {
        byte[] all = stream.toByteArray();
        byte[] bytes = Arrays.copyOf(all, Math.min(all.length, cut));
        return raw.decode(
                MemorySegment.ofArray(bytes),
                (event, channel, value) -> read.add(new Hit(event, channel, value)));
    }

    long sizeBytes() {
        return stream.size();
    }

    List<Hit> written() {
        return written;
    }

    List<Hit> read() {
        return read;
    }
}
