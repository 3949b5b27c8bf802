package tare.export.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.function.DoubleToIntFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;

/// Draws a grid of cells as one raster image, with what its colours mean to the right of it.
final class MapDrawing {
    private static final double LEGEND_GAP = 14;
    private static final Stroke BLOCK_LINE = new BasicStroke(1);
    private static final Color BLOCK_COLOR = new Color(255, 255, 255, 190);

    private MapDrawing() {}

    /// Returns the inside of the frame.
    static Rectangle2D draw(Graphics2D g, Rectangle2D area, DetectorMap map) {
        Limits limits = map.colourLimits();
        BufferedImage image = image(map.grid(), value -> Viridis.rgb(value, limits));
        Rectangle2D frame = draw(g, area, map.title(), map.grid(), image, ColourBar.WIDTH);
        ColourBar.draw(g, frame, map, limits);
        return frame;
    }

    /// Returns the inside of the frame.
    static Rectangle2D draw(Graphics2D g, Rectangle2D area, CategoryMap map) {
        BufferedImage image = image(map.codes(), code -> map.hue(code).rgb());
        Legend legend = legend(map);
        double width = legend.size(g).getWidth() + LEGEND_GAP;
        Rectangle2D frame = draw(g, area, map.title(), map.codes(), image, width);
        legend.draw(g, frame.getMaxX() + LEGEND_GAP, frame.getY());
        return frame;
    }

    private static Rectangle2D draw(
            Graphics2D g,
            Rectangle2D area,
            String title,
            Grid grid,
            BufferedImage image,
            double right) {
        NumberAxis x = axis(grid.columnAxis(), grid.columns(), grid.blockColumns());
        NumberAxis y = axis(grid.rowAxis(), grid.rows(), grid.blockRows());
        XYPlot plot = Look.plot(x, y);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        Rectangle2D frame = Look.draw(g, area, title, plot, right);
        var cells = AffineTransform.getTranslateInstance(frame.getX(), frame.getY());
        cells.scale(frame.getWidth() / grid.columns(), frame.getHeight() / grid.rows());
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image, cells, null);
        drawBlocks(g, frame, grid);
        return frame;
    }

    private static NumberAxis axis(PlotAxis described, int cells, int blocks) {
        NumberAxis axis = Look.axis(described, new Limits(0, cells));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        if (blocks > 1) {
            axis.setTickUnit(new NumberTickUnit((double) cells / blocks), false, true);
        }
        return axis;
    }

    private static BufferedImage image(Grid grid, DoubleToIntFunction colour) {
        var image = new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double value = grid.value(row, column);
                int rgb = Double.isNaN(value) ? Look.NO_DATA.getRGB() : colour.applyAsInt(value);
                image.setRGB(column, grid.rows() - 1 - row, rgb);
            }
        }
        return image;
    }

    private static void drawBlocks(Graphics2D g, Rectangle2D frame, Grid grid) {
        g.setPaint(BLOCK_COLOR);
        g.setStroke(BLOCK_LINE);
        for (int i = 1; i < grid.blockColumns(); i++) {
            double x = frame.getX() + i * frame.getWidth() / grid.blockColumns();
            g.draw(new Line2D.Double(x, frame.getMinY(), x, frame.getMaxY()));
        }
        for (int i = 1; i < grid.blockRows(); i++) {
            double y = frame.getY() + i * frame.getHeight() / grid.blockRows();
            g.draw(new Line2D.Double(frame.getMinX(), y, frame.getMaxX(), y));
        }
        g.setPaint(Look.INK);
        g.draw(frame);
    }

    private static Legend legend(CategoryMap map) {
        return new Legend(
                map.categories().stream()
                        .map(
                                category ->
                                        Legend.Entry.of(
                                                new Legend.Sample.Patch(
                                                        new Color(category.hue().rgb())),
                                                category.label(),
                                                String.format(
                                                        Locale.ROOT, "%,d", map.count(category))))
                        .toList());
    }
}
