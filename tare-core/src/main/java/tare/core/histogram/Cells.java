package tare.core.histogram;

/// Sums of weights by cell, and of squared weights from the moment they differ from the former.
final class Cells {

    /// Under- and overflow included. Virtual machines refuse arrays of nearly 2^31 elements.
    static final int MAX_CELLS = Integer.MAX_VALUE - 16;

    private static final double[] NOT_KEPT = {};

    private final double[] sumW;
    private double[] sumW2;
    private long entries;
    private long nanFills;

    Cells(int size) {
        this(new double[size], NOT_KEPT, 0, 0);
    }

    private Cells(double[] sumW, double[] sumW2, long entries, long nanFills) {
        this.sumW = sumW;
        this.sumW2 = sumW2;
        this.entries = entries;
        this.nanFills = nanFills;
    }

    void add(int cell, double weight) {
        if (weight != 1) keepSumW2();
        sumW[cell] += weight;
        if (keepsSumW2()) sumW2[cell] += weight * weight;
        entries++;
    }

    void countNan() {
        nanFills++;
    }

    /// Until now every weight was 1, so the contents are the sums of squared weights.
    void keepSumW2() {
        if (!keepsSumW2()) sumW2 = sumW.clone();
    }

    boolean keepsSumW2() {
        return sumW2 != NOT_KEPT;
    }

    void merge(Cells other) {
        if (other.keepsSumW2()) keepSumW2();
        if (keepsSumW2()) for (int i = 0; i < sumW2.length; i++) sumW2[i] += other.sumW2(i);
        for (int i = 0; i < sumW.length; i++) sumW[i] += other.sumW[i];
        entries += other.entries;
        nanFills += other.nanFills;
    }

    Cells copy() {
        return new Cells(sumW.clone(), keepsSumW2() ? sumW2.clone() : NOT_KEPT, entries, nanFills);
    }

    double sumW(int cell) {
        return sumW[cell];
    }

    /// Squared error of the cell.
    double sumW2(int cell) {
        return keepsSumW2() ? sumW2[cell] : Math.abs(sumW[cell]);
    }

    double[] toArray() {
        return sumW.clone();
    }

    long entries() {
        return entries;
    }

    long nanFills() {
        return nanFills;
    }
}
