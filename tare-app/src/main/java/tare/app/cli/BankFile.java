package tare.app.cli;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.BankFormatException;
import tare.conditions.type.CalibrationType;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.hash.Sha256;
import tare.core.journal.Journal;
import tare.export.table.BankCsv;

/// A bank in a file that somebody brings: its journal begins with the file's name and hash.
final class BankFile {
    private BankFile() {}

    /// @param type whose layout a CSV has
    /// @throws IOException naming the file and what is wrong in it
    static Bank read(Path file, CalibrationType type, Instant when, String why) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, String> details =
                Map.of(
                        "file", String.valueOf(file.getFileName()),
                        "file sha256", Sha256.of(bytes).hex());
        Journal journal = Journal.EMPTY.append(when, Program.author(), "read", details, why);
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return BankCsv.read(file, type.layout(), type.idScheme(), Header.EMPTY, journal);
        }
        try {
            return BankFormat.read(MemorySegment.ofArray(bytes)).with(journal);
        } catch (BankFormatException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
