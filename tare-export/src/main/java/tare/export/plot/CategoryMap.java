package tare.export.plot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A category per cell, such as the status of a pixel's fit; no data is light grey.
///
/// The legend names each category and how many cells are in it.
///
/// @param categories in the legend's order
/// @param codes whole numbers, each the code of a category, or NaN
public record CategoryMap(String title, List<Category> categories, Grid codes) implements Plot {
    public CategoryMap {
        categories = List.copyOf(categories);
        if (categories.stream().map(Category::code).distinct().count() != categories.size()) {
            throw new IllegalArgumentException(
                    "map '" + title + "': a code means two categories: " + categories);
        }
        for (int row = 0; row < codes.rows(); row++) {
            for (int column = 0; column < codes.columns(); column++) {
                double code = codes.value(row, column);
                if (!Double.isNaN(code) && find(categories, code).isEmpty()) {
                    throw new IllegalArgumentException(
                            String.format(
                                    Locale.ROOT,
                                    "map '%s': row %d column %d holds %s, which is none of %s",
                                    title,
                                    row,
                                    column,
                                    code,
                                    categories));
                }
            }
        }
    }

    /// Number of cells in a category.
    public int count(Category category) {
        int count = 0;
        for (int row = 0; row < codes.rows(); row++) {
            for (int column = 0; column < codes.columns(); column++) {
                if (codes.value(row, column) == category.code()) count++;
            }
        }
        return count;
    }

    /// The colour of a code that is in the map.
    Hue hue(double code) {
        return find(categories, code).orElseThrow().hue();
    }

    private static Optional<Category> find(List<Category> categories, double code) {
        return categories.stream().filter(category -> category.code() == code).findFirst();
    }
}
