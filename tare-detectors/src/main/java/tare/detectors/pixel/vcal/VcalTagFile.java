package tare.detectors.pixel.vcal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reader of a person's table of tags: CSV under the header `name,lumi`, a row per tag, oldest
/// first; the luminosity is what was delivered since the start of Run 3 [1/fb]. Lines that start
/// with `#` are skipped. Rings are corrected each.
public final class VcalTagFile {
    private VcalTagFile() {}

    /// @throws IOException if the file is not such a table, with the line
    public static VcalTags read(Path file) throws IOException {
        var tags = new ArrayList<VcalTag>();
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder()
                                .commentStrategy(CommentStrategy.SKIP)
                                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) tags.add(tag(file, row, tags));
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(file + ": no readable CSV: " + e.getMessage(), e);
        }
        if (tags.isEmpty()) {
            throw new IOException(file + ": no rows; give 'name,lumi' and a row per tag below it");
        }
        return new VcalTags(tags);
    }

    private static VcalTag tag(Path file, NamedCsvRecord row, List<VcalTag> before)
            throws IOException {
        if (!row.getHeader().containsAll(List.of("name", "lumi"))
                || row.getFieldCount() != row.getHeader().size()) {
            throw wrong(file, row, "the header must be name,lumi and each row have as many fields");
        }
        VcalTag tag = tag(file, row);
        if (!before.isEmpty() && tag.luminosityRun3Fb() < before.getLast().luminosityRun3Fb()) {
            throw wrong(
                    file,
                    row,
                    String.format(
                            Locale.ROOT,
                            "luminosity %s after %s; give what was delivered since the start of Run 3, oldest tag first",
                            tag.luminosityRun3Fb(),
                            before.getLast().luminosityRun3Fb()));
        }
        return tag;
    }

    private static VcalTag tag(Path file, NamedCsvRecord row) throws IOException {
        String lumi = row.getField("lumi").strip();
        try {
            return new VcalTag(
                    row.getField("name").strip(), Double.parseDouble(lumi), RingRule.EACH);
        } catch (NumberFormatException e) {
            throw wrong(file, row, "lumi must be a number in 1/fb, got '" + lumi + "'");
        } catch (IllegalArgumentException e) {
            throw wrong(file, row, String.valueOf(e.getMessage()));
        }
    }

    private static IOException wrong(Path file, NamedCsvRecord row, String what) {
        return new IOException(file + ", line " + row.getStartingLineNumber() + ": " + what);
    }
}
