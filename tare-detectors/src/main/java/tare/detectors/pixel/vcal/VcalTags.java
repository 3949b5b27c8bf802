package tare.detectors.pixel.vcal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The published tags, oldest first, from the table `vcal-tags.csv` beside this class.
///
/// @param tags at least one, in the order of their luminosity
public record VcalTags(List<VcalTag> tags) {
    private static final String TABLE = "vcal-tags.csv";

    public VcalTags {
        tags = List.copyOf(tags);
        if (tags.isEmpty()) throw new IllegalArgumentException("a table of tags has at least one");
    }

    /// The tags that Tare knows.
    public static VcalTags published() {
        try (InputStream bytes = VcalTags.class.getResourceAsStream(TABLE)) {
            if (bytes == null)
                throw new IllegalStateException(TABLE + " is missing from the program");
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    private static VcalTags read(Reader text) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            return new VcalTags(rows.stream().map(VcalTags::tag).toList());
        }
    }

    private static VcalTag tag(NamedCsvRecord row) {
        return new VcalTag(
                row.getField("tag"),
                Double.parseDouble(row.getField("lumi_run3_fb")),
                RingRule.of(row.getField("rings")));
    }

    /// The tag of a name.
    ///
    /// @throws IllegalArgumentException if there is no such tag; it names those there are
    public VcalTag tag(String name) {
        return tags.stream()
                .filter(tag -> tag.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        String.format(
                                                Locale.ROOT,
                                                "no VCal tag '%s', only %s",
                                                name,
                                                tags.stream().map(VcalTag::name).toList())));
    }

    public VcalTag latest() {
        return tags.getLast();
    }
}
