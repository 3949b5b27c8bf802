package tare.export.plot;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ui.Size2D;
import org.jspecify.annotations.Nullable;

/// A small table in a box: a sample of each line, its label, and numbers under their headings.
record Legend(List<Entry> entries) {
    private static final double PADDING = 8;
    private static final double GAP = 12;
    private static final double SAMPLE = 22;
    private static final double LINE_SPACING = 1.25;
    private static final Color PAPER = new Color(255, 255, 255, 225);
    private static final Color BORDER = new Color(0xBBBBBB);

    /// One line of the table.
    ///
    /// @param cells label first, to the left; the others to the right
    record Entry(@Nullable Sample sample, List<String> cells) {
        static Entry of(Sample sample, String... cells) {
            return new Entry(sample, List.of(cells));
        }

        static Entry text(String... cells) {
            return new Entry(null, List.of(cells));
        }
    }

    /// What stands beside a label.
    sealed interface Sample {
        record Line(Paint paint, Stroke stroke) implements Sample {}

        record Patch(Paint paint) implements Sample {}

        record Dot(Paint paint) implements Sample {}
    }

    /// The samples and labels alone.
    Legend withoutNumbers() {
        return new Legend(
                entries.stream()
                        .filter(entry -> !entry.cells().getFirst().isEmpty())
                        .map(entry -> new Entry(entry.sample(), entry.cells().subList(0, 1)))
                        .toList());
    }

    Size2D size(Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics(Look.TEXT);
        double width = 2 * PADDING + sampleWidth();
        for (int column = 0; column < columns(); column++) {
            width += columnWidth(metrics, column) + (column == 0 ? 0 : GAP);
        }
        for (Entry entry : entries) {
            if (entry.cells().size() > 1) continue;
            double alone = metrics.stringWidth(entry.cells().getFirst());
            width = Math.max(width, 2 * PADDING + sampleWidth() + alone);
        }
        return new Size2D(width, 2 * PADDING + entries.size() * lineHeight(metrics));
    }

    void draw(Graphics2D g, double x, double y) {
        Size2D size = size(g);
        var box = new Rectangle2D.Double(x, y, size.getWidth(), size.getHeight());
        g.setPaint(PAPER);
        g.fill(box);
        g.setPaint(BORDER);
        g.setStroke(Look.HAIRLINE);
        g.draw(box);
        g.setFont(Look.TEXT);
        FontMetrics metrics = g.getFontMetrics(Look.TEXT);
        double baseline = y + PADDING + metrics.getAscent();
        for (Entry entry : entries) {
            draw(g, metrics, entry, x + PADDING, baseline);
            baseline += lineHeight(metrics);
        }
    }

    private void draw(Graphics2D g, FontMetrics metrics, Entry entry, double x, double baseline) {
        if (entry.sample() != null)
            draw(g, entry.sample(), x, baseline - metrics.getAscent() * 0.36);
        g.setPaint(Look.INK);
        double right = x + sampleWidth();
        for (int column = 0; column < entry.cells().size(); column++) {
            String text = entry.cells().get(column);
            double left = right;
            right += columnWidth(metrics, column) + GAP;
            double at = column == 0 ? left : right - GAP - metrics.stringWidth(text);
            g.drawString(text, (float) at, (float) baseline);
        }
    }

    private static void draw(Graphics2D g, Sample sample, double x, double middle) {
        switch (sample) {
            case Sample.Line(Paint paint, Stroke stroke) -> {
                g.setPaint(paint);
                g.setStroke(stroke);
                g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
            }
            case Sample.Patch(Paint paint) -> {
                g.setPaint(paint);
                g.fill(new Rectangle2D.Double(x + 4, middle - 5.5, 14, 11));
            }
            case Sample.Dot(Paint paint) -> {
                g.setPaint(paint);
                g.draw(new Line2D.Double(x + SAMPLE / 2, middle - 6, x + SAMPLE / 2, middle + 6));
                g.fill(PointMark.at(x + SAMPLE / 2, middle, 1));
            }
        }
    }

    private double sampleWidth() {
        return entries.stream().allMatch(entry -> entry.sample() == null) ? 0 : SAMPLE + 8;
    }

    private int columns() {
        return entries.stream().mapToInt(entry -> entry.cells().size()).max().orElse(0);
    }

    /// Lines of one cell only do not widen the first column of a table.
    private double columnWidth(FontMetrics metrics, int column) {
        boolean table = columns() > 1;
        return entries.stream()
                .filter(entry -> entry.cells().size() > (table ? Math.max(1, column) : column))
                .mapToDouble(entry -> metrics.stringWidth(entry.cells().get(column)))
                .max()
                .orElse(0);
    }

    private static double lineHeight(FontMetrics metrics) {
        return metrics.getAscent() * LINE_SPACING + 3;
    }
}
