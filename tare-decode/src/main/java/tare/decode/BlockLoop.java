package tare.decode;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import tare.core.digi.DigiBatch;

/// The one loop from raw words to a sink: copy words out of the mapped file, decode, hand on.
///
/// Words pass through two buffers that stay in the first-level cache; nothing is allocated per
/// block. Copying first is faster than decoding in place (ADR 3). One loop per thread.
public final class BlockLoop {
    /// Words per step: the event of a full FED in the pixel scan (about 1,700) fits.
    private static final int STEP_WORDS = 2048;

    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final BlockSource source;
    private final int[] words = new int[STEP_WORDS];
    private final DigiBatch hits = new DigiBatch(STEP_WORDS);

    public BlockLoop(BlockSource source) {
        this.source = source;
    }

    /// Decodes one block into the sink.
    public void run(int block, BlockDecoder decoder, DigiSink sink) {
        if (!decoder.begin(block)) return;
        sink.begin(block);
        MemorySegment bytes = source.bytes();
        long at = source.payloadOffset(block);
        long left = source.payloadWords(block);
        while (left > 0) {
            int count = (int) Math.min(left, STEP_WORDS);
            MemorySegment.copy(bytes, WORD, at, words, 0, count);
            decoder.decode(words, count, hits);
            sink.accept(hits);
            at += (long) count * Integer.BYTES;
            left -= count;
        }
    }
}
