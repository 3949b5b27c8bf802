package tare.export.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.export.file.WholeFile;

/// Columns as an NPZ file, which `numpy.load` opens: a ZIP archive with one `name.npy` per column.
///
/// The same columns give the same bytes: entries carry the earliest date a ZIP can hold. Source:
/// NumPy manual, `numpy.savez_compressed`.
public final class Npz {
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /// The arrays `id`, `flag` and one per field of the layout, of shape (channels, length) for an
    /// array field; writes the file whole or not at all.
    ///
    /// @throws IllegalArgumentException if a field is called `id` or `flag`
    public static void write(Path file, Bank bank) throws IOException {
        var arrays = new LinkedHashMap<String, Npy>();
        arrays.put("id", new Npy(bank.ids(), 1));
        arrays.put("flag", new Npy(bank.flags(), 1));
        for (int i = 0; i < bank.columns().size(); i++) {
            FieldDefinition field = bank.layout().fields().get(i);
            String name = field.name();
            if (arrays.put(name, new Npy(bank.columns().get(i), field.length())) != null) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "layout %s has a field '%s', which NPZ needs for the bank's own; write CSV instead",
                                bank.layout(),
                                name));
            }
        }
        WholeFile.write(file, out -> write(out, arrays));
    }

    /// One array per column, in the map's order; writes the file whole or not at all.
    public static void write(Path file, SequencedMap<String, Column> arrays) throws IOException {
        var ofOneDimension = new LinkedHashMap<String, Npy>();
        arrays.forEach((name, column) -> ofOneDimension.put(name, new Npy(column, 1)));
        WholeFile.write(file, out -> write(out, ofOneDimension));
    }

    private static void write(OutputStream out, Map<String, Npy> arrays) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var array : arrays.entrySet()) {
                var entry = new ZipEntry(array.getKey() + ".npy");
                entry.setTimeLocal(NO_DATE);
                zip.putNextEntry(entry);
                array.getValue().write(zip);
                zip.closeEntry();
            }
        }
    }
}
