package tare.calibrate.graph;

/// Sums of weights and weighted values from the first run on, by channel, so that any stretch of
/// runs costs two look-ups.
///
/// Values are taken from the channel's first one with a weight, so that a pedestal of a million
/// loses no digits.
///
/// @param weight by run and channel, one row more than runs
record PrefixSums(int channels, double[][] weight, double[][] weighted) {
    static PrefixSums of(RunValues values) {
        int runs = values.runs().size();
        int channels = runs == 0 ? 0 : values.value()[0].length;
        double[][] weight = new double[runs + 1][channels];
        double[][] weighted = new double[runs + 1][channels];
        double[] origin = origins(values, channels);
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < channels; i++) {
                double w = values.weight()[run][i];
                weight[run + 1][i] = weight[run][i] + w;
                double distance = w == 0 ? 0 : values.value()[run][i] - origin[i];
                weighted[run + 1][i] = weighted[run][i] + w * distance;
            }
        }
        return new PrefixSums(channels, weight, weighted);
    }

    private static double[] origins(RunValues values, int channels) {
        double[] origin = new double[channels];
        for (int run = values.runs().size() - 1; run >= 0; run--) {
            for (int i = 0; i < channels; i++) {
                if (values.weight()[run][i] > 0) origin[i] = values.value()[run][i];
            }
        }
        return origin;
    }

    double weight(int channel, int from, int to) {
        return weight[to][channel] - weight[from][channel];
    }

    /// Mean of a stretch from the channel's origin.
    double mean(int channel, int from, int to) {
        double sum = weighted[to][channel] - weighted[from][channel];
        return sum / weight(channel, from, to);
    }
}
