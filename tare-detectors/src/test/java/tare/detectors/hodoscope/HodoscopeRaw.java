package tare.detectors.hodoscope;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import tare.core.channel.ChannelMap;
import tare.core.digi.DigiBatch;
import tare.decode.Tally;
import tare.detectors.RawFormat;

/// Events of 32-bit little-endian words, the kind of a word in bits 31–24:
///
/// | kind | bits | meaning |
/// | --- | --- | --- |
/// | 0xA0, header | 23–0 | event number |
/// | 0xB0, hit | 17–12 | board and input |
/// | | 11–0 | ADC |
/// | 0xC0, trailer | 23–0 | lower 24 bits of the CRC-32C of all words before |
final class HodoscopeRaw implements RawFormat {
    private static final int HEADER = 0xA0;
    private static final int HIT = 0xB0;
    private static final int TRAILER = 0xC0;
    private static final int LOW_24 = 0xFF_FFFF;
    private static final int MAX_ADC = 0xFFF;
    private static final int ADC_BITS = 12;
    private static final ValueLayout.OfInt WORD =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int[] inputOfBar;
    private final int[] barOfInput;

    HodoscopeRaw(ChannelMap map) {
        inputOfBar = new int[map.size()];
        barOfInput = new int[map.size()];
        for (int bar = 0; bar < map.size(); bar++) {
            inputOfBar[bar] = (int) map.address(bar).packed();
            barOfInput[inputOfBar[bar]] = bar;
        }
    }

    @Override
    public int maxValue() {
        return MAX_ADC;
    }

    @Override
    public byte[] encode(int event, DigiBatch hits) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * (hits.size + 2)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(HEADER << 24 | event & LOW_24);
        for (int i = 0; i < hits.size; i++) {
            int adc = hits.value[i];
            if (adc < 0 || adc > MAX_ADC) {
                throw new IllegalArgumentException("ADC must be 0..4095, got " + adc);
            }
            bytes.putInt(HIT << 24 | inputOfBar[hits.channel[i]] << ADC_BITS | adc);
        }
        int checksum = checksum(MemorySegment.ofArray(bytes.array()), 0, hits.size + 1);
        bytes.putInt(TRAILER << 24 | checksum);
        return bytes.array();
    }

    private static int checksum(MemorySegment bytes, long from, long words) {
        var checksum = new CRC32C();
        checksum.update(bytes.asSlice(4 * from, 4 * words).asByteBuffer());
        return (int) checksum.getValue() & LOW_24;
    }

    @Override
    public Tally<HodoscopeWordKind> decode(MemorySegment bytes, HitSink hits) {
        var tally = new Tally<>(HodoscopeWordKind.class);
        long words = bytes.byteSize() / 4;
        long begin = 0;
        for (long at = 0; at < words; at++) {
            int kind = word(bytes, at) >>> 24;
            if (kind == HEADER) {
                refuse(tally, bytes, begin, at);
                begin = at;
            } else if (kind == TRAILER) {
                if (isWhole(bytes, begin, at)) accept(tally, bytes, begin, at, hits);
                else refuse(tally, bytes, begin, at + 1);
                begin = at + 1;
            }
        }
        refuse(tally, bytes, begin, words);
        count(tally, HodoscopeWordKind.LEFT_OVER, bytes.byteSize() % 4 == 0 ? 0 : 1);
        return tally;
    }

    private static boolean isWhole(MemorySegment bytes, long header, long trailer) {
        return word(bytes, header) >>> 24 == HEADER
                && (word(bytes, trailer) & LOW_24) == checksum(bytes, header, trailer - header);
    }

    private void accept(
            Tally<HodoscopeWordKind> tally,
            MemorySegment bytes,
            long header,
            long trailer,
            HitSink hits) {
        for (long at = header + 1; at < trailer; at++) {
            int word = word(bytes, at);
            int bar = barOfInput[word >>> ADC_BITS & barOfInput.length - 1];
            hits.hit(word(bytes, header) & LOW_24, bar, word & MAX_ADC);
        }
        count(tally, HodoscopeWordKind.HEADER, 1);
        count(tally, HodoscopeWordKind.HIT, trailer - header - 1);
        count(tally, HodoscopeWordKind.TRAILER, 1);
    }

    /// Words that are no whole event.
    private static void refuse(
            Tally<HodoscopeWordKind> tally, MemorySegment bytes, long from, long until) {
        if (from == until) return;
        boolean isEvent = word(bytes, from) >>> 24 == HEADER;
        count(tally, isEvent ? HodoscopeWordKind.DAMAGED : HodoscopeWordKind.STRAY, until - from);
    }

    private static void count(Tally<HodoscopeWordKind> tally, HodoscopeWordKind kind, long words) {
        tally.read(words);
        tally.add(kind, words);
    }

    private static int word(MemorySegment bytes, long at) {
        return bytes.get(WORD, 4 * at);
    }
}
