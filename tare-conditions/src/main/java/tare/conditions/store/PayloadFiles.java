package tare.conditions.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import tare.core.hash.Sha256;

/// The large payloads beside a database: `<database>.payloads/aa/bb/<sha256>`, where aa and bb are
/// the first digits of the hash.
///
/// A payload is first written under `incoming/`, forced to disk, and only then renamed, so a file
/// under its final name is whole. What a killed process leaves behind is never referred to.
record PayloadFiles(Path root) {
    /// Writes a payload durably under a temporary name.
    Path stage(MemorySegment container) throws IOException {
        Path incoming = Files.createDirectories(root.resolve("incoming"));
        Path file = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = container.asByteBuffer();
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        return file;
    }

    /// Gives staged payloads their final names, durably. Replaces what may be there, which was
    /// missing or damaged when the payload was staged.
    void publish(Map<Sha256, Path> staged) throws IOException {
        if (staged.isEmpty()) return;
        var folders = new LinkedHashSet<Path>();
        for (Map.Entry<Sha256, Path> payload : staged.entrySet()) {
            Path folder = folder(payload.getKey());
            Files.createDirectories(folder);
            Files.move(payload.getValue(), path(payload.getKey()), ATOMIC_MOVE);
            folders.add(folder);
            folders.add(folder.resolve(".."));
        }
        folders.add(root);
        folders.add(root.resolve(".."));
        for (Path folder : folders) force(folder);
    }

    Path path(Sha256 identity) {
        return folder(identity).resolve(identity.hex());
    }

    private Path folder(Sha256 identity) {
        String hex = identity.hex();
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
