package tare.detectors.pixel.gain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tare.detectors.pixel.raw.DumpBuilder;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.FedTrailer;

/// Damages a file in one to four random ways; a seed always does the same damage.
final class Damage {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private static final int WORD = Long.BYTES;

    private final RandomGenerator random;

    Damage(long seed) {
        random = RANDOM.create(seed);
    }

    byte[] apply(byte[] sound) {
        byte[] file = sound.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) file = once(file);
        return file;
    }

    private byte[] once(byte[] file) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> flipBits(file);
            case 2, 3 -> overwriteBytes(file);
            case 4 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
            case 5 -> insert(file, random.nextInt(WORD), randomBytes(random.nextInt(1, WORD)));
            case 6 -> insert(file, 0, words(random.nextInt(1, 20)));
            case 7 -> delete(file, range(file));
            case 8 -> duplicate(file, range(file));
            case 9, 10 -> swap(file, range(file));
            case 11 -> insert(file, file.length, randomBytes(random.nextInt(1, 100)));
            case 12 -> overwriteWord(file);
            default -> random.nextInt(8) == 0 ? whole() : overwriteWord(file);
        };
    }

    private byte[] flipBits(byte[] file) {
        for (int times = 1 + random.nextInt(3); times > 0 && file.length > 0; times--) {
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }

    private byte[] overwriteBytes(byte[] file) {
        for (int times = 1 + random.nextInt(8); times > 0 && file.length > 0; times--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        return file;
    }

    private byte[] overwriteWord(byte[] file) {
        int words = file.length / WORD;
        if (words > 0) System.arraycopy(words(1), 0, file, WORD * random.nextInt(words), WORD);
        return file;
    }

    /// A whole file of chance: noise, or words that look like frames.
    private byte[] whole() {
        return switch (random.nextInt(3)) {
            case 0 -> new byte[0];
            case 1 -> randomBytes(random.nextInt(2000));
            default -> words(random.nextInt(250));
        };
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] words(int count) {
        ByteBuffer buffer = ByteBuffer.allocate(count * WORD).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) buffer.putLong(word());
        return buffer.array();
    }

    /// Often a header or a trailer, with and without flags, with lengths that may agree.
    private long word() {
        return switch (random.nextInt(7)) {
            case 0 -> FedHeader.of(random.nextInt(80), 0, DumpBuilder.FED).word();
            case 1 -> FedHeader.of(random.nextInt(1 << 24), 0, random.nextInt(1 << 12)).word();
            case 2 -> FedTrailer.of(random.nextInt(12), 0).word();
            case 3 -> FedTrailer.of(random.nextInt(12), 0).word() | 1L << random.nextInt(16);
            case 4 -> 0;
            case 5 -> pair(DumpBuilder.status(random.nextInt(12), 25 + random.nextInt(7)));
            default -> random.nextLong();
        };
    }

    private static long pair(int word) {
        return (long) word << 32 | word & 0xFFFF_FFFFL;
    }

    /// A range of whole words, as often as not from header to header.
    private int[] range(byte[] file) {
        int words = file.length / WORD;
        int from = toHeader(file, random.nextInt(words + 1));
        int until = toHeader(file, random.nextInt(words + 1));
        return new int[] {WORD * Math.min(from, until), WORD * Math.max(from, until)};
    }

    private int toHeader(byte[] file, int start) {
        if (random.nextBoolean()) return start;
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = start;
        while (at < file.length / WORD && !FedHeader.matches(buffer.getLong(at * WORD))) at++;
        return at;
    }

    private byte[] insert(byte[] file, int offsetInWord, byte[] more) {
        int at =
                Math.min(file.length, WORD * random.nextInt(file.length / WORD + 1) + offsetInWord);
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }

    private static byte[] delete(byte[] file, int[] range) {
        return ByteBuffer.allocate(file.length - (range[1] - range[0]))
                .put(file, 0, range[0])
                .put(file, range[1], file.length - range[1])
                .array();
    }

    private byte[] duplicate(byte[] file, int[] range) {
        return insert(file, 0, Arrays.copyOfRange(file, range[0], range[1]));
    }

    /// Swaps the two halves of a range, cut at a word or a header.
    private byte[] swap(byte[] file, int[] range) {
        int words = (range[1] - range[0]) / WORD;
        int middle = range[0] + WORD * random.nextInt(words + 1);
        return ByteBuffer.allocate(file.length)
                .put(file, 0, range[0])
                .put(file, middle, range[1] - middle)
                .put(file, range[0], middle - range[0])
                .put(file, range[1], file.length - range[1])
                .array();
    }
}
