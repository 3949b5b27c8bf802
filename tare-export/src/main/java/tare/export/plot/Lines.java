package tare.export.plot;

import java.awt.Paint;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Lines to be drawn in a plot, the first at the back.
final class Lines {
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);

    Lines() {
        renderer.setDrawSeriesLineAsPath(true);
    }

    void add(List<XY> points, Paint paint, Stroke stroke) {
        int index = data.getSeriesCount();
        var series = new XYSeries(index, false, true);
        points.forEach(point -> series.add(point.x(), point.y(), false));
        data.addSeries(series);
        renderer.setSeriesPaint(index, paint);
        renderer.setSeriesStroke(index, stroke);
    }

    XYLineAndShapeRenderer renderer() {
        return renderer;
    }

    void addTo(XYPlot plot, int layer) {
        plot.setDataset(layer, data);
        plot.setRenderer(layer, renderer);
    }
}
