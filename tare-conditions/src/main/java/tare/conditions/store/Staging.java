package tare.conditions.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.Payload;
import tare.core.hash.Sha256;

/// Payloads of one campaign on their way: small ones in memory until they go into the database,
/// large ones on disk under temporary names, removed again unless [#publish]ed.
final class Staging implements AutoCloseable {
    /// Larger payloads go to files, as do all once the campaign's bodies fill the second limit.
    private static final long MAX_BODY_BYTES = 1L << 20;

    private static final long MAX_BODIES_BYTES = 64L << 20;

    private final PayloadFiles files;
    private final Map<Sha256, Path> temporary = new LinkedHashMap<>();
    private long bodiesBytes;

    Staging(PayloadFiles files) {
        this.files = files;
    }

    /// Takes a payload in.
    ///
    /// @return the body for the database, or null if the container is on disk
    byte @Nullable [] add(Payload payload) throws IOException {
        MemorySegment container = payload.container();
        long size = container.byteSize();
        if (size <= MAX_BODY_BYTES && bodiesBytes + size <= MAX_BODIES_BYTES) {
            bodiesBytes += size;
            return container.toArray(ValueLayout.JAVA_BYTE);
        }
        return addFile(payload);
    }

    /// Takes a payload in that belongs on disk.
    byte @Nullable [] addFile(Payload payload) throws IOException {
        if (!temporary.containsKey(payload.identity())) {
            temporary.put(payload.identity(), files.stage(payload.container()));
        }
        return null;
    }

    /// Puts the files where they belong, durably.
    void publish() throws IOException {
        files.publish(temporary);
        temporary.clear();
    }

    @Override
    public void close() throws IOException {
        for (Path file : temporary.values()) Files.deleteIfExists(file);
    }
}
