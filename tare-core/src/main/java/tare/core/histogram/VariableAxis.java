package tare.core.histogram;

import java.util.Arrays;

/// Bins between given edges.
final class VariableAxis implements Axis {

    private final double[] edges;
    private final String title;
    private final String unit;

    VariableAxis(double[] edges, String title, String unit) {
        this.edges = Arrays.stream(edges).map(VariableAxis::withoutNegativeZero).toArray();
        this.title = title;
        this.unit = unit;
        checkRising(this.edges);
    }

    private static void checkRising(double[] edges) {
        if (edges.length < 2)
            throw new IllegalArgumentException(
                    "a variable axis needs 2 edges or more, got " + edges.length);
        for (int i = 0; i < edges.length; i++)
            if (!Double.isFinite(edges[i]) || (i > 0 && !(edges[i - 1] < edges[i])))
                throw new IllegalArgumentException(
                        "edges must be finite and rise, got " + edges[i] + " as edge " + i);
    }

    /// `Arrays.binarySearch` holds -0.0 to be less than 0.0; to a physicist and to ROOT they are
    /// one.
    private static double withoutNegativeZero(double x) {
        return x + 0.0;
    }

    @Override
    public Axis labelled(String title, String unit) {
        return new VariableAxis(edges, title, unit);
    }

    @Override
    public int bins() {
        return edges.length - 1;
    }

    @Override
    public double min() {
        return edges[0];
    }

    @Override
    public double max() {
        return edges[edges.length - 1];
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public int bin(double x) {
        if (x < min()) return 0;
        if (!(x < max())) return edges.length; // catches NaN
        int found = Arrays.binarySearch(edges, withoutNegativeZero(x));
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public double lowEdge(int bin) {
        boolean isEdge = bin >= 1 && bin <= edges.length;
        return isEdge ? edges[bin - 1] : min() + (bin - 1) * ((max() - min()) / bins());
    }

    @Override
    public double centre(int bin) {
        if (!isInside(bin)) return Axis.super.centre(bin);
        return edges[bin - 1] + 0.5 * (edges[bin] - edges[bin - 1]);
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariableAxis that
                && Arrays.equals(edges, that.edges)
                && title.equals(that.title)
                && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(edges) + title.hashCode()) + unit.hashCode();
    }

    @Override
    public String toString() {
        return "VariableAxis[edges="
                + Arrays.toString(edges)
                + ", title="
                + title
                + ", unit="
                + unit
                + "]";
    }
}
