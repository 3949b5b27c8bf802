package tare.conditions.payload;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/// How the bytes of one column are stored.
///
/// Shuffling gathers the lowest bytes of all values, then the next ones: neighbouring channels
/// share their upper bytes, so runs appear that zstd finds. Ids are first replaced by their
/// differences to the id before, modulo 2^32. Planes are shuffled bytes compressed each for itself,
/// because one entropy table for constant exponents and random low bits of a mantissa serves
/// neither. A dictionary stands for few different values ([Dictionary]).
enum Codec {
    NONE(0, 1),
    SHUFFLE_ZSTD(1, 1),
    DELTA_SHUFFLE_ZSTD(2, 1),
    PLANES_ZSTD(3, 2),
    DICTIONARY_ZSTD(4, 2);

    private static final int ZSTD_LEVEL = 3;

    private final int code;
    private final int since;

    /// @param since the version of the format that brought it
    Codec(int code, int since) {
        this.code = code;
        this.since = since;
    }

    /// Its number in the format.
    int code() {
        return code;
    }

    /// @param version of the format, in which the codec must exist
    /// @throws IllegalArgumentException if it does not
    static Codec of(int code, int version) {
        for (Codec codec : values()) {
            if (codec.code == code && codec.since <= version) return codec;
        }
        throw new IllegalArgumentException("version " + version + " has no codec " + code);
    }

    /// @param width bytes per value
    byte[] encode(byte[] raw, int width) {
        return switch (this) {
            case NONE -> raw;
            case SHUFFLE_ZSTD -> deflate(shuffle(raw, width));
            case DELTA_SHUFFLE_ZSTD -> deflate(shuffle(differences(raw), width));
            case PLANES_ZSTD -> Planes.encode(shuffle(raw, width), width);
            case DICTIONARY_ZSTD -> Dictionary.encode(raw, width);
        };
    }

    /// @param rawLength what the values need; nothing larger is allocated
    /// @throws IllegalArgumentException if the stored bytes do not give exactly that
    byte[] decode(byte[] stored, int rawLength, int width) {
        return switch (this) {
            case NONE -> stored;
            case SHUFFLE_ZSTD -> unshuffle(inflate(stored, rawLength), width);
            case DELTA_SHUFFLE_ZSTD -> sums(unshuffle(inflate(stored, rawLength), width));
            case PLANES_ZSTD -> unshuffle(Planes.decode(stored, rawLength, width), width);
            case DICTIONARY_ZSTD -> Dictionary.decode(stored, rawLength, width);
        };
    }

    static byte[] deflate(byte[] raw) {
        return Zstd.compress(raw, ZSTD_LEVEL);
    }

    /// The length that compressed bytes claim to have; not to be believed.
    static long claimedLength(byte[] stored) {
        return stored.length == 0 ? 0 : Zstd.getFrameContentSize(stored);
    }

    static byte[] inflate(byte[] stored, int rawLength) {
        long claimed = claimedLength(stored);
        if (claimed != rawLength) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "compressed data claim %d bytes, the values need %d",
                            claimed,
                            rawLength));
        }
        if (stored.length == 0) return stored;
        byte[] raw = new byte[rawLength];
        try {
            long size = Zstd.decompressByteArray(raw, 0, rawLength, stored, 0, stored.length);
            if (size == rawLength) return raw;
            throw new IllegalArgumentException(
                    "decompressed to " + size + " bytes of " + rawLength);
        } catch (ZstdException e) {
            throw new IllegalArgumentException("does not decompress: " + e.getMessage(), e);
        }
    }

    private static byte[] shuffle(byte[] raw, int width) {
        int n = raw.length / width;
        byte[] shuffled = new byte[raw.length];
        for (int b = 0; b < width; b++) {
            for (int i = 0, at = b * n; i < n; i++) shuffled[at + i] = raw[i * width + b];
        }
        return shuffled;
    }

    private static byte[] unshuffle(byte[] shuffled, int width) {
        int n = shuffled.length / width;
        byte[] raw = new byte[shuffled.length];
        for (int b = 0; b < width; b++) {
            for (int i = 0, at = b * n; i < n; i++) raw[i * width + b] = shuffled[at + i];
        }
        return raw;
    }

    private static byte[] differences(byte[] ids) {
        ByteBuffer in = littleEndian(ids);
        byte[] differences = new byte[ids.length];
        ByteBuffer out = littleEndian(differences);
        for (int previous = 0; in.hasRemaining(); ) {
            int id = in.getInt();
            out.putInt(id - previous);
            previous = id;
        }
        return differences;
    }

    private static byte[] sums(byte[] differences) {
        ByteBuffer buffer = littleEndian(differences);
        int sum = 0;
        for (int at = 0; at < differences.length; at += Integer.BYTES) {
            sum += buffer.getInt(at);
            buffer.putInt(at, sum);
        }
        return differences;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
