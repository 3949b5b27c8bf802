package tare.export.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/// Draws a page on any surface whose unit is one point.
final class PageDrawing {
    private PageDrawing() {}

    static void draw(Graphics2D g, Page page) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, page.width(), page.height()));
        double top = 0;
        if (!page.title().isEmpty()) {
            drawTitle(g, page);
            top = Page.TITLE_HEIGHT;
        }
        for (Page.Row row : page.rows()) {
            double width = (double) page.width() / row.plots().size();
            for (int i = 0; i < row.plots().size(); i++) {
                var area = new Rectangle2D.Double(i * width, top, width, row.height());
                draw(g, area, row.plots().get(i));
            }
            top += row.height();
        }
    }

    /// Returns the inside of the plot's frame.
    static Rectangle2D draw(Graphics2D g, Rectangle2D area, Plot plot) {
        return switch (plot) {
            case Distribution distribution -> DistributionDrawing.draw(g, area, distribution);
            case Graph graph -> GraphDrawing.draw(g, area, graph);
            case DetectorMap map -> MapDrawing.draw(g, area, map);
            case CategoryMap map -> MapDrawing.draw(g, area, map);
        };
    }

    private static void drawTitle(Graphics2D g, Page page) {
        g.setFont(Look.PAGE_TITLE);
        g.setPaint(Look.INK);
        double width = g.getFontMetrics().stringWidth(page.title());
        g.drawString(page.title(), (float) ((page.width() - width) / 2), Page.TITLE_HEIGHT * 0.72f);
    }
}
