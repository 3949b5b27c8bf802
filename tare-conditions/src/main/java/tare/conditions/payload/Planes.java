package tare.conditions.payload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Shuffled bytes, compressed plane by plane: for each byte of the values, lowest first, the length
/// of its plane (4 bytes) and the plane, as it is if that is no longer than zstd makes it.
final class Planes {
    private Planes() {}

    static byte[] encode(byte[] shuffled, int width) {
        int n = shuffled.length / width;
        byte[][] planes = new byte[width][];
        int length = 0;
        for (int b = 0; b < width; b++) {
            byte[] plane = Arrays.copyOfRange(shuffled, b * n, (b + 1) * n);
            byte[] deflated = Codec.deflate(plane);
            planes[b] = deflated.length < n ? deflated : plane;
            length += Integer.BYTES + planes[b].length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] plane : planes) out.putInt(plane.length).put(plane);
        return out.array();
    }

    /// @throws IllegalArgumentException if the bytes are not exactly `width` planes of that length
    static byte[] decode(byte[] stored, int rawLength, int width) {
        int n = rawLength / width;
        byte[] shuffled = new byte[rawLength];
        ByteBuffer in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        for (int b = 0; b < width; b++) {
            byte[] plane = next(in, n);
            byte[] raw = plane.length == n ? plane : Codec.inflate(plane, n);
            System.arraycopy(raw, 0, shuffled, b * n, n);
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes after the last plane");
        }
        return shuffled;
    }

    private static byte[] next(ByteBuffer in, int longest) {
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < 0 || length > longest || length > in.remaining()) {
            throw new IllegalArgumentException("a plane of " + length + " bytes does not fit");
        }
        byte[] plane = new byte[length];
        in.get(plane);
        return plane;
    }
}
