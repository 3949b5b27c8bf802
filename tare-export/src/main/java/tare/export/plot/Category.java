package tare.export.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One of the values of a [CategoryMap].
public record Category(int code, String label, Hue hue) {
    /// From the calm to the striking; the first is for the normal case.
    private static final List<Hue> HUES =
            List.of(
                    Hue.PALE_BLUE,
                    Hue.VERMILION,
                    Hue.BLACK,
                    Hue.ORANGE,
                    Hue.PURPLE,
                    Hue.GREEN,
                    Hue.BLUE,
                    Hue.YELLOW,
                    Hue.GREY);

    /// Categories with the codes 0, 1, 2 …, each in another colour; 0 is the normal case and pale.
    ///
    /// @throws IllegalArgumentException if there are more labels than colours
    public static List<Category> numbered(String... labels) {
        if (labels.length > HUES.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "there are %d colours, got %d labels",
                            HUES.size(),
                            labels.length));
        }
        return IntStream.range(0, labels.length)
                .mapToObj(code -> new Category(code, labels[code], HUES.get(code)))
                .toList();
    }
}
