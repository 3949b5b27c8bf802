package tare.calibrate.fit;

/// Where a histogram's peak stands: the bins around the fullest place down to a fraction of its
/// content.
final class PeakWindow {
    private final double fraction;
    private int peak;
    private int from;
    private int until;

    /// @param fraction of the peak's content, 0 for all bins, below 1
    PeakWindow(double fraction) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "a fraction of the peak is at least 0 and below 1, got " + fraction);
        }
        this.fraction = fraction;
    }

    void find(double[] content) {
        peak = fullest(content);
        double least = fraction * content[peak];
        from = peak;
        until = peak + 1;
        while (from > 0 && belongs(content[from - 1], least)) from--;
        while (until < content.length && belongs(content[until], least)) until++;
    }

    /// A bin without content has no logarithm; only a window of all bins may hold one.
    private boolean belongs(double content, double least) {
        return content >= least && (content > 0 || fraction == 0);
    }

    /// The fullest bin of the fullest three neighbours: a single bin may be high by chance.
    private static int fullest(double[] content) {
        int place = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int bin = 0; bin < content.length; bin++) {
            double sum = content[bin];
            if (bin > 0) sum += content[bin - 1];
            if (bin + 1 < content.length) sum += content[bin + 1];
            if (sum > most) {
                most = sum;
                place = bin;
            }
        }
        int best = place;
        if (place > 0 && content[place - 1] > content[best]) best = place - 1;
        if (place + 1 < content.length && content[place + 1] > content[best]) best = place + 1;
        return best;
    }

    int peak() {
        return peak;
    }

    int from() {
        return from;
    }

    int until() {
        return until;
    }

    int bins() {
        return until - from;
    }
}
