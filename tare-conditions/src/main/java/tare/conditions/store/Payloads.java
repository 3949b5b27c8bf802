package tare.conditions.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.BankFormatException;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;

/// Payloads wherever they are kept. Reading checks every byte and the identity.
record Payloads(PayloadFiles files) {
    /// What a container may need beyond its content: directory and padding of 1,024 columns.
    private static final long MAX_OVERHEAD_BYTES = 1 << 20;

    /// Whether a payload has been stored before, and still is.
    enum Keeping {
        NOT,
        WHOLE,
        DAMAGED
    }

    /// A body cannot be written again, for rows never change; the file that stands in for a damaged
    /// one can.
    ///
    /// @throws StoreException naming file and damage
    Bank read(Queries.StoredBody stored) {
        byte[] body = stored.body();
        Sha256 identity = stored.identity();
        if (body == null) return readFile(identity, stored.rawBytes());
        try {
            return read("payload " + identity + " in the database", body, identity);
        } catch (StoreException e) {
            if (Files.exists(files.path(identity))) return readFile(identity, stored.rawBytes());
            throw e;
        }
    }

    /// A payload on disk, with or without a row.
    Bank readFile(Sha256 identity, long rawBytes) {
        Path file = files.path(identity);
        String where = "payload file " + file;
        try {
            if (Files.size(file) > rawBytes + MAX_OVERHEAD_BYTES) {
                throw damaged(where, "it is longer than its content", null);
            }
            return read(where, Files.readAllBytes(file), identity);
        } catch (NoSuchFileException e) {
            throw damaged(where, "it is missing", e);
        } catch (IOException e) {
            throw damaged(where, "it cannot be read: " + e, e);
        }
    }

    private static Bank read(String where, byte[] container, Sha256 identity) {
        try {
            return BankFormat.read(MemorySegment.ofArray(container), identity);
        } catch (BankFormatException e) {
            throw damaged(where, String.valueOf(e.getMessage()), e);
        }
    }

    private static StoreException damaged(String where, String what, @Nullable Exception cause) {
        return new StoreException(
                where + ": " + what + "; restore it from a backup, or submit the same bank again",
                cause);
    }

    Keeping keeping(Optional<Queries.StoredBody> stored) {
        if (stored.isEmpty()) return Keeping.NOT;
        try {
            read(stored.get());
            return Keeping.WHOLE;
        } catch (StoreException e) {
            return Keeping.DAMAGED; // the caller writes it again
        }
    }
}
