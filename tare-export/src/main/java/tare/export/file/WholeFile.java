package tare.export.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/// Writes a file beside its final place, forces it to disk, and renames it.
public final class WholeFile {
    private WholeFile() {}

    /// Who writes the bytes. The stream is buffered; closing it is allowed and does nothing
    /// harmful.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces `file` in one step. If the content fails, `file` stays as it was and nothing else
    /// is left behind.
    ///
    /// @throws NoSuchFileException if the folder does not exist
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    file.toString(), null, "there is no folder " + folder + "; create it first");
        }
        Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writeForced(part, content);
            Files.move(part, target, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            // Not the part, which nobody has heard of.
            throw new AccessDeniedException(file.toString());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // A full disk, for one, does not say which file it was.
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeForced(Path part, Content content) throws IOException {
        try (var channel = FileChannel.open(part, CREATE_NEW, WRITE)) {
            var out = new BufferedOutputStream(new StaysOpen(Channels.newOutputStream(channel)));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /// Lets a writer close its stream while the channel is still to be forced.
    private static final class StaysOpen extends OutputStream {
        private final OutputStream out;

        StaysOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
