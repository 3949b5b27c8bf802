package tare.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.digi.DigiBatch;

class BlockLoopTest {
    /// Puts the payload at an offset that is no multiple of a word.
    private static final int OFFSET = 5;

    private static BlockSource numbered(int words) {
        ByteBuffer buffer =
                ByteBuffer.allocate(OFFSET + words * Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .position(OFFSET);
        for (int i = 0; i < words; i++) buffer.putInt(i);
        MemorySegment bytes = MemorySegment.ofArray(buffer.array());
        return new BlockSource() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public MemorySegment bytes() {
                return bytes;
            }

            @Override
            public long payloadOffset(int block) {
                return OFFSET;
            }

            @Override
            public long payloadWords(int block) {
                return words;
            }
        };
    }

    /// Passes every word on as a hit, unless its block is refused.
    private record PassOn(boolean takes) implements BlockDecoder {
        @Override
        public boolean begin(int block) {
            return takes;
        }

        @Override
        public void decode(int[] words, int count, DigiBatch hits) {
            assertThat(hits.capacity()).isGreaterThanOrEqualTo(count);
            hits.clear();
            for (int i = 0; i < count; i++) hits.add(words[i], 7);
        }
    }

    private static final class Collector implements DigiSink {
        private final List<Integer> channels = new ArrayList<>();
        private int begun;

        @Override
        public void begin(int block) {
            begun++;
        }

        @Override
        public void accept(DigiBatch hits) {
            for (int i = 0; i < hits.size; i++) channels.add(hits.channel[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 2047, 2048, 2049, 4096, 10_001})
    void handsOnEveryWordOnceAndInOrder(int words) {
        var sink = new Collector();
        new BlockLoop(numbered(words)).run(0, new PassOn(true), sink);
        assertThat(sink.begun).isEqualTo(1);
        assertThat(sink.channels).hasSize(words);
        for (int i = 0; i < words; i++) assertThat(sink.channels.get(i)).isEqualTo(i);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void passesOverABlockThatTheDecoderRefuses(int words) {
        var sink = new Collector();
        new BlockLoop(numbered(words)).run(0, new PassOn(false), sink);
        assertThat(sink.begun).isZero();
        assertThat(sink.channels).isEmpty();
    }
}
