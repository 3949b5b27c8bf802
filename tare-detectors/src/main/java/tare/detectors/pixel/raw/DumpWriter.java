package tare.detectors.pixel.raw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a dump file; it appears under its name when it is complete, or not at all.
///
/// Until [#finish] the bytes stand in a neighbouring file with the ending `.part`, which [#close]
/// removes if the work was given up. One thread.
public final class DumpWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path path;
    private final Path part;
    private final FileChannel channel;
    private final ByteBuffer bytes =
            ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final IntBuffer halves = bytes.asIntBuffer();
    private long written;

    private DumpWriter(Path path, Path part, FileChannel channel) {
        this.path = path;
        this.part = part;
        this.channel = channel;
    }

    /// @throws IOException if the file cannot be made, for instance for want of its folder
    public static DumpWriter create(Path path) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        return new DumpWriter(
                path,
                part,
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
    }

    /// Appends what an encoder holds, and leaves it there.
    public void write(PixelEncoder encoder) throws IOException {
        int from = 0;
        while (from < encoder.halves()) {
            halves.clear();
            from = encoder.copy(from, halves);
            bytes.limit(halves.position() * Integer.BYTES).position(0);
            written += bytes.remaining();
            append();
        }
    }

    /// Names the file, which a full disk does not.
    private void append() throws IOException {
        try {
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            throw new IOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    /// Bytes written so far.
    public long sizeBytes() {
        return written;
    }

    /// Completes the file under its name, in place of one that stood there.
    public void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
