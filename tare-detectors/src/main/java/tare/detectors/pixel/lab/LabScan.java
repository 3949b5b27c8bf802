package tare.detectors.pixel.lab;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Mean pulse heights of all pixels of one ROC at some VCal settings. Immutable.
///
/// Points are sorted by VCal in steps of the low range, where a step of the high range counts 7; a
/// low and a high setting of equal charge keep this order. A mean of 0 ADC means no response; 255
/// ADC is the end of the scale. Means are whole numbers: the bench software cuts their fractions
/// off.
public final class LabScan {
    /// Steps of the low range per step of the high range, as the bench software counts.
    public static final int LOW_STEPS_PER_HIGH_STEP = 7;

    private final int[] vcalLow;
    private final short[] meanAdc;

    private LabScan(int[] vcalLow, short[] meanAdc) {
        this.vcalLow = vcalLow;
        this.meanAdc = meanAdc;
    }

    /// A scan of points in the order of the file.
    ///
    /// @param low settings of the low range
    /// @param high settings of the high range
    /// @param means pulse heights, low points before high points, one row of them per pixel
    static LabScan of(int[] low, int[] high, short[][] means) {
        int[] equivalent =
                IntStream.concat(
                                Arrays.stream(low),
                                Arrays.stream(high).map(vcal -> vcal * LOW_STEPS_PER_HIGH_STEP))
                        .toArray();
        int[] order =
                IntStream.range(0, equivalent.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> equivalent[i]))
                        .mapToInt(i -> i)
                        .toArray();
        short[] sorted = new short[means.length * order.length];
        for (int pixel = 0; pixel < means.length; pixel++) {
            for (int i = 0; i < order.length; i++) {
                sorted[pixel * order.length + i] = means[pixel][order[i]];
            }
        }
        return new LabScan(Arrays.stream(order).map(i -> equivalent[i]).toArray(), sorted);
    }

    /// Number of points, low and high.
    public int points() {
        return vcalLow.length;
    }

    /// VCal of the points in steps of the low range, ascending; a copy.
    public double[] vcalLow() {
        return Arrays.stream(vcalLow).asDoubleStream().toArray();
    }

    /// Mean pulse height of a pixel at a point [ADC], 0 for no response.
    public int meanAdc(int pixel, int point) {
        return meanAdc[pixel * vcalLow.length + point];
    }

    /// Mean pulse heights of a pixel at all points [ADC], in the order of [#vcalLow].
    ///
    /// @param pixel see [LabRoc#pixel]
    /// @param into receives them; at least as long as there are points
    public void meanAdc(int pixel, double[] into) {
        for (int i = 0; i < vcalLow.length; i++) into[i] = meanAdc(pixel, i);
    }
}
