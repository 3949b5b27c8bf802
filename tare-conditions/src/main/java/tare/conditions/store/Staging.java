package tare.conditions.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Payload;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;

/// Payloads on their way: small ones in memory until they go into the database, large ones on disk
/// under temporary names, removed again unless [#publish]ed.
final class Staging implements AutoCloseable {
    /// Larger payloads go to files, as do all once the bodies fill the second limit.
    private static final long MAX_BODY_BYTES = 1L << 20;

    private static final long MAX_BODIES_BYTES = 64L << 20;

    private final PayloadFiles files;
    private final Map<Sha256, Path> temporary = new LinkedHashMap<>();
    private final Map<Sha256, Path> onDisk = new HashMap<>();
    private final Map<Sha256, byte[]> bodies = new HashMap<>();
    private long bodiesBytes;

    Staging(PayloadFiles files) {
        this.files = files;
    }

    /// Takes a payload in.
    ///
    /// @return the body for the database, or null if the container is on disk
    byte @Nullable [] add(Payload payload) throws IOException {
        byte[] known = bodies.get(payload.identity());
        if (known != null) return known;
        MemorySegment container = payload.container();
        long size = container.byteSize();
        if (size > MAX_BODY_BYTES || bodiesBytes + size > MAX_BODIES_BYTES) return addFile(payload);
        bodiesBytes += size;
        byte[] body = container.toArray(ValueLayout.JAVA_BYTE);
        bodies.put(payload.identity(), body);
        return body;
    }

    /// Takes a payload in that belongs on disk.
    byte @Nullable [] addFile(Payload payload) throws IOException {
        if (!onDisk.containsKey(payload.identity())) {
            Path file = files.stage(payload.container());
            temporary.put(payload.identity(), file);
            onDisk.put(payload.identity(), file);
        }
        return null;
    }

    /// The content of a payload that was taken in, with an empty journal.
    Optional<Bank> content(Sha256 identity) throws IOException {
        byte[] body = bodies.get(identity);
        Path file = onDisk.get(identity);
        if (body == null && file != null) body = Files.readAllBytes(file);
        return body == null
                ? Optional.empty()
                : Optional.of(BankFormat.read(MemorySegment.ofArray(body), identity));
    }

    /// Puts the files where they belong, durably.
    void publish() throws IOException {
        files.publish(temporary);
        temporary.clear();
        onDisk.replaceAll((identity, _) -> files.path(identity));
    }

    @Override
    public void close() throws IOException {
        for (Path file : temporary.values()) Files.deleteIfExists(file);
    }
}
