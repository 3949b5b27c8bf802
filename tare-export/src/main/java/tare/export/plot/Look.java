package tare.export.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/// The common look: fonts, colours, strokes, axes and frame. Lengths in points.
final class Look {
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font PAGE_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);

    static final Color INK = new Color(0x222222);
    static final Color NO_DATA = new Color(0xE2E2E2);
    static final Color REFERENCE = new Color(0xCC0000);
    static final Stroke HAIRLINE = new BasicStroke(0.8f);
    static final Stroke STEP = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final Color GRID = new Color(0xE4E4E4);
    private static final Color FINE_GRID = new Color(0xF3F3F3);
    private static final float LINE_WIDTH = 1.8f;
    private static final double RIGHT_PADDING = 26;
    private static final RectangleInsets AROUND_TICK_LABEL = new RectangleInsets(4, 8, 4, 6);

    private Look() {}

    /// The colour of the `index`-th line or set of points of a plot.
    static Color lineColor(int index) {
        return new Color(Hue.ofLine(index).rgb());
    }

    static Stroke stroke(LineStyle style) {
        return switch (style) {
            case SOLID -> new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
            case DASHED -> dashed(LINE_WIDTH, 7, 4);
            case DASH_DOT -> dashed(LINE_WIDTH, 9, 3, 2, 3);
        };
    }

    static Stroke dashed(float width, float... pattern) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
    }

    static NumberAxis axis(PlotAxis described, Limits limits) {
        var axis = new NumberAxis(described.label());
        axis.setStandardTickUnits(new NumberTickUnitSource());
        double largest = Math.max(Math.abs(limits.low()), Math.abs(limits.high()));
        boolean plain = largest >= 1e-3 && largest < 1e7;
        axis.setNumberFormatOverride(format(plain ? "#,##0.######" : "0.#####E0"));
        style(axis, limits);
        return axis;
    }

    static LogAxis logAxis(PlotAxis described, Limits limits) {
        var axis = new LogAxis(described.label());
        axis.setSmallestValue(Double.MIN_NORMAL);
        double decades = Math.log10(limits.high() / limits.low());
        double decadesPerTick = Math.max(1, Math.ceil(decades / 8));
        int linesPerDecade = decadesPerTick == 1 ? 9 : 0;
        axis.setTickUnit(
                new NumberTickUnit(decadesPerTick, format("0"), linesPerDecade), false, true);
        axis.setBaseSymbol("10");
        style(axis, limits);
        return axis;
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static void style(ValueAxis axis, Limits limits) {
        axis.setRange(new Range(limits.low(), limits.high()), true, false);
        axis.setLabelFont(AXIS);
        axis.setTickLabelFont(TEXT);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarkPaint(INK);
        axis.setTickMarkOutsideLength(4);
        axis.setTickLabelInsets(AROUND_TICK_LABEL);
        axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
    }

    /// An empty plot on white with a thin grid and a full frame.
    static XYPlot plot(ValueAxis x, ValueAxis y) {
        var plot = new XYPlot(null, x, y, null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setRangeMinorGridlinesVisible(y instanceof LogAxis);
        plot.setRangeMinorGridlinePaint(FINE_GRID);
        plot.setRangeMinorGridlineStroke(HAIRLINE);
        plot.setOutlinePaint(INK);
        plot.setOutlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(4, 4, 4, 4));
        return plot;
    }

    /// Draws axes, grid, data and title, and says where the frame came to stand.
    ///
    /// @param right space kept free to the right of the frame
    static Rectangle2D draw(
            Graphics2D g, Rectangle2D area, String title, XYPlot plot, double right) {
        var chart = new JFreeChart(title.isEmpty() ? null : title, TITLE, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 6, RIGHT_PADDING + right));
        if (chart.getTitle() != null) {
            chart.getTitle().setPaint(INK);
            chart.getTitle().setPadding(4, 4, 6, 4);
        }
        var info = new ChartRenderingInfo();
        chart.draw(g, area, info);
        return info.getPlotInfo().getDataArea();
    }

    /// Where the frame would come to stand.
    static Rectangle2D layOut(Rectangle2D area, String title, XYPlot plot, double right) {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Rectangle2D frame = draw(scratch, area, title, plot, right);
        scratch.dispose();
        return frame;
    }

    /// A number with four significant digits or all before the point, without an exponent where
    /// that stays readable.
    static String significant(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) return Double.toString(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int digits = size < 1000 ? 4 : (int) Math.log10(size) + 1;
        return new BigDecimal(value).round(new MathContext(digits)).toPlainString();
    }
}
