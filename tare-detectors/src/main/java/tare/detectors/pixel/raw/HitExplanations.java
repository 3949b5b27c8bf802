package tare.detectors.pixel.raw;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tare.detectors.pixel.geometry.AddressFormat;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;

/// Explains hit words: with a cabling down to the module's pixel, without one in every format that
/// fits.
final class HitExplanations {
    private HitExplanations() {}

    /// A hit of a cabled ROC.
    static WordExplanation cabled(int word, FedCabling cabling, PixelGeometry geometry) {
        int ordinal = cabling.ordinal(PixelWord.linkRoc(word));
        AddressFormat format = cabling.addressFormat(ordinal);
        PixelModule module = geometry.module(cabling.moduleIndex(ordinal));
        int position = cabling.position(ordinal);
        String hit =
                String.format(
                        Locale.ROOT,
                        "%s; module %s (%d), ROC position %d: module row %d, column %d",
                        hit(word, format),
                        module.name(),
                        module.id().value(),
                        position,
                        module.orientation().moduleRow(position, format.row(word)),
                        module.orientation().moduleColumn(position, format.column(word)));
        return explanation(word, List.of(new WordReading(fields(word, format), List.of(hit))));
    }

    /// A hit of a ROC that could sit anywhere.
    static WordExplanation anywhere(int word) {
        List<AddressFormat> possible =
                Stream.of(AddressFormat.values()).filter(it -> it.isValid(word)).toList();
        if (possible.size() == 1)
            return explanation(word, List.of(only(word, possible.getFirst())));
        return explanation(word, possible.stream().map(it -> oneOfTwo(word, it)).toList());
    }

    private static WordReading only(int word, AddressFormat format) {
        String elsewhere = format == AddressFormat.ROW_COLUMN ? "elsewhere" : "in barrel layer 1";
        return new WordReading(
                fields(word, format),
                List.of(hit(word, format), "no pixel has this address " + elsewhere));
    }

    private static WordReading oneOfTwo(int word, AddressFormat format) {
        return switch (format) {
            case DOUBLE_COLUMN ->
                    new WordReading(
                            fields(word, format),
                            List.of(hit(word, format) + ", unless in barrel layer 1"));
            case ROW_COLUMN ->
                    new WordReading(
                            fields(word, format),
                            List.of(
                                    String.format(
                                            Locale.ROOT,
                                            "row %d, column %d if in barrel layer 1",
                                            format.row(word),
                                            format.column(word)),
                                    "ambiguous: only a cabling tells the format"));
        };
    }

    private static String hit(int word, AddressFormat format) {
        return String.format(
                Locale.ROOT,
                "hit at link %d ROC %d, %d ADC: row %d, column %d",
                PixelWord.link(word),
                PixelWord.roc(word),
                PixelWord.adc(word),
                format.row(word),
                format.column(word));
    }

    private static List<WordField> fields(int word, AddressFormat format) {
        WordField link = WordField.number("link", word, 31, 26);
        WordField roc = WordField.number("ROC", word, 25, 21);
        WordField adc = WordField.number("ADC", word, 7, 0);
        return switch (format) {
            case DOUBLE_COLUMN ->
                    List.of(
                            link,
                            roc,
                            WordField.number("double column", word, 20, 16),
                            WordField.number("pixel id", word, 15, 8),
                            adc);
            case ROW_COLUMN ->
                    List.of(
                            link,
                            roc,
                            WordField.number("column", word, 20, 15),
                            WordField.number("row", word, 14, 8),
                            adc);
        };
    }

    private static WordExplanation explanation(int word, List<WordReading> readings) {
        return new WordExplanation(32, Integer.toUnsignedLong(word), PixelWordKind.HIT, readings);
    }
}
