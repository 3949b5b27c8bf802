package tare.core.hash;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 digest (FIPS 180-4), the identity of a payload, a file or a journal entry.
///
/// @param hex 64 lower-case hexadecimal digits
public record Sha256(String hex) {
    private static final int DIGITS = 64;
    private static final int CHUNK_BYTES = 1 << 20;

    public Sha256 {
        boolean valid =
                hex.length() == DIGITS
                        && hex.chars()
                                .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!valid) {
            throw new IllegalArgumentException(
                    "a SHA-256 is 64 lower-case hexadecimal digits, got '" + hex + "'");
        }
    }

    public static Sha256 of(byte[] bytes) {
        return at(digester().digest(bytes), 0);
    }

    /// Digest of a text's UTF-8 bytes.
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Digest of a heap, native or mapped segment of any size.
    public static Sha256 of(MemorySegment segment) {
        MessageDigest digest = digester();
        update(digest, segment);
        return finish(digest);
    }

    /// A fresh digest for content that comes in pieces; hand it to [#finish].
    public static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Adds a segment of any size to a digest.
    public static void update(MessageDigest digest, MemorySegment segment) {
        for (long at = 0; at < segment.byteSize(); at += CHUNK_BYTES) {
            long length = Math.min(CHUNK_BYTES, segment.byteSize() - at);
            digest.update(segment.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    public static Sha256 finish(MessageDigest digest) {
        return at(digest.digest(), 0);
    }

    /// The digest whose 32 bytes stand at an offset of an array.
    public static Sha256 at(byte[] digest, int offset) {
        return new Sha256(HexFormat.of().formatHex(digest, offset, offset + DIGITS / 2));
    }

    public byte[] toBytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// The first 12 digits, enough for a person to tell two apart.
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
