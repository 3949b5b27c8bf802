package tare.export.plot;

import java.util.List;
import java.util.Locale;

/// Plots in rows, one picture. Lengths are points: a PNG at [Resolution#SCREEN] has one pixel each.
///
/// @param title above all plots; empty for none
/// @param rows from top to bottom
public record Page(String title, int width, List<Row> rows) {
    static final int TITLE_HEIGHT = 40;
    private static final int MAX_LENGTH = 8192;

    /// Plots side by side, equally wide.
    public record Row(int height, List<Plot> plots) {
        public Row {
            plots = List.copyOf(plots);
            if (plots.isEmpty()) throw new IllegalArgumentException("a row needs a plot");
            if (height < 240) {
                throw new IllegalArgumentException(
                        "a row is 240 points high or more, got " + height);
            }
        }

        public static Row of(int height, Plot... plots) {
            return new Row(height, List.of(plots));
        }
    }

    public Page {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) throw new IllegalArgumentException("page '" + title + "' has no row");
        int height = height(title, rows);
        if (width < 200 || width > MAX_LENGTH || height > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a page is 200 to %d points wide and at most %d high, got %d x %d",
                            MAX_LENGTH,
                            MAX_LENGTH,
                            width,
                            height));
        }
    }

    public static Page of(String title, int width, Row... rows) {
        return new Page(title, width, List.of(rows));
    }

    /// One plot in a size that suits a document.
    public static Page of(Plot plot) {
        return switch (plot) {
            case DetectorMap _, CategoryMap _ -> of("", 960, Row.of(440, plot));
            case Distribution _, Graph _ -> of("", 800, Row.of(520, plot));
        };
    }

    public int height() {
        return height(title, rows);
    }

    private static int height(String title, List<Row> rows) {
        int all = rows.stream().mapToInt(Row::height).sum();
        return title.isEmpty() ? all : all + TITLE_HEIGHT;
    }
}
