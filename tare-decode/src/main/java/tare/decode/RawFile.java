package tare.decode;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import tare.core.hash.Sha256;

/// A raw file of any size, mapped into memory, read-only.
///
/// Any number of threads may read it until it is closed. The file must not shrink meanwhile.
public final class RawFile implements AutoCloseable {
    private static final long WINDOW_BYTES = 1L << 25;

    private final Path path;
    private final Arena arena;
    private final MemorySegment bytes;

    private RawFile(Path path, Arena arena, MemorySegment bytes) {
        this.path = path;
        this.arena = arena;
        this.bytes = bytes;
    }

    /// @throws NoSuchFileException if there is no such file
    /// @throws IOException if it is a folder or cannot be mapped
    public static RawFile open(Path path) throws IOException {
        if (!Files.exists(path))
            throw new NoSuchFileException(path.toString(), null, "no such file");
        if (!Files.isRegularFile(path)) throw new IOException(path + " is not a file");
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new RawFile(path, arena, bytes);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /// The whole file, from byte 0; valid until [#close].
    public MemorySegment bytes() {
        return bytes;
    }

    public long sizeBytes() {
        return bytes.byteSize();
    }

    /// Digest of the whole content; reads the file once.
    public Sha256 sha256() {
        MessageDigest digest = Sha256.digester();
        for (long at = 0; at < sizeBytes(); at += WINDOW_BYTES) {
            long length = Math.min(WINDOW_BYTES, sizeBytes() - at);
            Sha256.update(digest, bytes.asSlice(at, length));
            release(bytes, at, length);
        }
        return Sha256.finish(digest);
    }

    /// Gives back the memory behind bytes that have been read for now. They stay readable, from the
    /// operating system's cache; without this a process seems to grow by the size of its files.
    /// Does nothing for bytes that are not mapped.
    public static void release(MemorySegment bytes, long offset, long length) {
        if (bytes.isMapped() && length > 0) bytes.asSlice(offset, length).unload();
    }

    @Override
    public void close() {
        arena.close();
    }
}
