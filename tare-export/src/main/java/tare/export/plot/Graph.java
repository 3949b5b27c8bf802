package tare.export.plot;

import java.util.ArrayList;
import java.util.List;

/// Curves and measured points over x, with reference lines and remarks.
///
/// @param x limits follow the data unless given
/// @param y limits follow the data unless given
/// @param remarks lines of text for the legend, such as the parameters of a fit
public record Graph(
        String title,
        PlotAxis x,
        PlotAxis y,
        List<Curve> curves,
        List<Points> points,
        List<ReferenceLine> references,
        List<String> remarks)
        implements Plot {
    public Graph {
        curves = List.copyOf(curves);
        points = List.copyOf(points);
        references = List.copyOf(references);
        remarks = List.copyOf(remarks);
    }

    /// An empty graph, to be extended by `with`.
    public static Graph of(String title, PlotAxis x, PlotAxis y) {
        return new Graph(title, x, y, List.of(), List.of(), List.of(), List.of());
    }

    public Graph with(Curve another) {
        return new Graph(title, x, y, plus(curves, another), points, references, remarks);
    }

    public Graph with(Points more) {
        return new Graph(title, x, y, curves, plus(points, more), references, remarks);
    }

    public Graph with(ReferenceLine another) {
        return new Graph(title, x, y, curves, points, plus(references, another), remarks);
    }

    public Graph withRemark(String remark) {
        return new Graph(title, x, y, curves, points, references, plus(remarks, remark));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
