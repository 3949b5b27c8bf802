package tare.conditions.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.BankFormatException;
import tare.core.bank.Bank;
import tare.core.hash.Sha256;

/// Payloads wherever they are kept. Reading checks every byte and the identity.
record Payloads(PayloadFiles files) {
    /// What a container may need beyond its content: directory and padding of 1,024 columns.
    private static final long MAX_OVERHEAD_BYTES = 1 << 20;

    enum Keeping {
        NOT,
        WHOLE,
        DAMAGED
    }

    /// @throws StoreException naming file and damage
    Bank read(Queries queries, Sha256 identity) {
        Queries.StoredBody stored =
                queries.payload(identity)
                        .orElseThrow(() -> new StoreException("no payload " + identity, null));
        byte[] body = stored.body();
        return body == null
                ? readFile(identity, stored.rawBytes())
                : read("payload " + identity + " in the database", body, identity);
    }

    /// A payload that may be on disk without a row yet.
    Bank read(Queries queries, Sha256 identity, long rawBytes) {
        return queries.payload(identity).isPresent()
                ? read(queries, identity)
                : readFile(identity, rawBytes);
    }

    private Bank readFile(Sha256 identity, long rawBytes) {
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

    Keeping keeping(Queries queries, Sha256 identity) {
        if (queries.payload(identity).isEmpty()) return Keeping.NOT;
        try {
            read(queries, identity);
            return Keeping.WHOLE;
        } catch (StoreException e) {
            return Keeping.DAMAGED; // the caller writes it again
        }
    }
}
