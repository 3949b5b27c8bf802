package tare.core.histogram;

/// The running sums behind [Statistics], of one or two coordinates.
final class Moments {

    double w;
    double w2;
    double wx;
    double wx2;
    double wy;
    double wy2;
    double wxy;

    void add(double x, double weight, double squaredWeight) {
        w += weight;
        w2 += squaredWeight;
        wx += weight * x;
        wx2 += weight * x * x;
    }

    void add(double x, double y, double weight, double squaredWeight) {
        add(x, weight, squaredWeight);
        wy += weight * y;
        wy2 += weight * y * y;
        wxy += weight * x * y;
    }

    void merge(Moments other) {
        w += other.w;
        w2 += other.w2;
        wx += other.wx;
        wx2 += other.wx2;
        wy += other.wy;
        wy2 += other.wy2;
        wxy += other.wxy;
    }

    Moments copy() {
        var copy = new Moments();
        copy.merge(this);
        return copy;
    }

    Statistics x() {
        return new Statistics(w, w2, wx, wx2);
    }

    Statistics2D xy() {
        return new Statistics2D(x(), new Statistics(w, w2, wy, wy2), wxy);
    }
}
