package tare.conditions.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.hash.Sha256;

/// Banks that were read, under their payload and journal; the least recently used leave when their
/// values fill the limit. However many threads ask for a bank at once, one reads it and the others
/// wait for that. Thread-safe.
final class BankCache {
    private final long limitBytes;
    private final Map<Key, CompletableFuture<Bank>> banks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    record Key(Sha256 payload, long journal) {}

    BankCache(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /// @param read called at most once per key while the bank stays
    Bank get(Key key, Supplier<Bank> read) {
        var mine = new CompletableFuture<Bank>();
        CompletableFuture<Bank> there = putIfAbsent(key, mine);
        if (there != null) return joined(there);
        try {
            Bank bank = read.get();
            mine.complete(bank);
            grow(bank);
            return bank;
        } catch (RuntimeException | Error e) {
            remove(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static Bank joined(CompletableFuture<Bank> there) {
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    private synchronized @Nullable CompletableFuture<Bank> putIfAbsent(
            Key key, CompletableFuture<Bank> mine) {
        CompletableFuture<Bank> there = banks.get(key);
        if (there == null) banks.put(key, mine);
        return there;
    }

    private synchronized void remove(Key key) {
        banks.remove(key);
    }

    private synchronized void grow(Bank bank) {
        bytes += size(bank);
        var oldest = banks.values().iterator();
        while (bytes > limitBytes && oldest.hasNext()) {
            CompletableFuture<Bank> one = oldest.next();
            if (!one.isDone()) continue;
            bytes -= size(one.join());
            oldest.remove();
        }
    }

    private static long size(Bank bank) {
        long size = bank.ids().bytes().byteSize() + bank.flags().bytes().byteSize();
        for (Column column : bank.columns()) size += column.bytes().byteSize();
        return size;
    }
}
