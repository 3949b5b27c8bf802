package tare.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table in plain text: every column as wide as its widest cell, numbers to the right, two spaces
/// between. Columns beyond the width of a terminal follow below, the first column repeated.
final class TextTable {
    private static final int GAP = 2;

    /// Side to which cells of a column keep.
    enum Side {
        LEFT,
        RIGHT
    }

    record Heading(String text, Side side) {}

    private final List<Heading> headings;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Heading... headings) {
        this.headings = List.of(headings);
    }

    static Heading left(String text) {
        return new Heading(text, Side.LEFT);
    }

    static Heading right(String text) {
        return new Heading(text, Side.RIGHT);
    }

    /// Adds a row, one cell per heading.
    void row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(
                    headings.size() + " columns, got " + cells.length + " cells");
        }
        rows.add(Stream.of(cells).map(String::valueOf).toList());
    }

    void print(Output out) {
        lines().forEach(line -> out.line("%s", line));
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        for (List<Integer> columns : blocks(widths)) {
            if (!lines.isEmpty()) lines.add("");
            lines.add(line(headings.stream().map(Heading::text).toList(), columns, widths));
            for (List<String> row : rows) lines.add(line(row, columns, widths));
        }
        return lines;
    }

    /// Columns that stand beside each other.
    private static List<List<Integer>> blocks(int[] widths) {
        var blocks = new ArrayList<List<Integer>>();
        var block = new ArrayList<>(List.of(0));
        int width = widths[0];
        for (int column = 1; column < widths.length; column++) {
            if (block.size() > 1 && width + GAP + widths[column] > Words.WIDTH) {
                blocks.add(block);
                block = new ArrayList<>(List.of(0));
                width = widths[0];
            }
            block.add(column);
            width += GAP + widths[column];
        }
        blocks.add(block);
        return blocks;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).text().length(), Math::max);
    }

    private String line(List<String> cells, List<Integer> columns, int[] widths) {
        var line = new StringBuilder();
        for (int column : columns) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            if (column != columns.getFirst()) line.append(" ".repeat(GAP));
            line.append(headings.get(column).side() == Side.LEFT ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }
}
