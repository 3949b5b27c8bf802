package tare.detectors.pixel.lab;

import java.util.Arrays;
import tare.detectors.pixel.gain.ChargeAxis;
import tare.detectors.pixel.gain.FitResults;
import tare.detectors.pixel.gain.FitSettings;
import tare.detectors.pixel.gain.GainStatus;
import tare.detectors.pixel.gain.MeanFit;

/// The production straight line through the pulse heights of every pixel of a ROC, as columns by
/// pixel index: ADC = pedestal + charge / gain. Immutable.
///
/// Where there is no line, gain and pedestal are NaN.
public final class RocLines {
    private static final int LANES = 64;

    private final ChargeAxis axis;
    private final double[] gain = column();
    private final double[] pedestal = column();
    private final double[] lowCharge = column();
    private final double[] highCharge = column();
    private final GainStatus[] statuses = new GainStatus[LabRoc.PIXELS];

    private RocLines(ChargeAxis axis) {
        this.axis = axis;
    }

    private static double[] column() {
        double[] column = new double[LabRoc.PIXELS];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    /// Fits every pixel of a ROC by the rules of production, on the charges of an unirradiated
    /// chip: 47 e/VCal and -60 e, VCal in steps of the low range.
    public static RocLines fit(LabScan scan, FitSettings settings) {
        var axis =
                new ChargeAxis(
                        scan.vcalLow(), 1, ChargeAxis.DEFAULT_SLOPE, ChargeAxis.DEFAULT_OFFSET);
        var lines = new RocLines(axis);
        var fit = new MeanFit(axis, LANES, settings);
        var results = new FitResults(LANES);
        for (int first = 0; first < LabRoc.PIXELS; first += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                for (int point = 0; point < scan.points(); point++) {
                    fit.set(lane, point, scan.meanAdc(first + lane, point));
                }
            }
            fit.fit(LANES, results);
            for (int lane = 0; lane < LANES; lane++) lines.set(first + lane, lane, results);
        }
        return lines;
    }

    private void set(int pixel, int lane, FitResults results) {
        statuses[pixel] = results.status(lane);
        if (results.points(lane) == 0) return;
        gain[pixel] = results.gain(lane);
        pedestal[pixel] = results.pedestal(lane);
        lowCharge[pixel] = results.lowCharge(lane);
        highCharge[pixel] = results.highCharge(lane);
    }

    /// How the fit of a pixel ended.
    public GainStatus status(int pixel) {
        return statuses[pixel];
    }

    /// Gain of a pixel [e/ADC].
    public double gain(int pixel) {
        return gain[pixel];
    }

    /// Pedestal of a pixel [ADC].
    public double pedestal(int pixel) {
        return pedestal[pixel];
    }

    /// Pulse height on the line [ADC].
    ///
    /// @param vcalLow in steps of the low range
    public double adc(int pixel, double vcalLow) {
        return pedestal[pixel] + charge(vcalLow) / gain[pixel];
    }

    /// Whether a VCal lies between the lowest and the highest that the line of a pixel was fitted
    /// to.
    public boolean covers(int pixel, double vcalLow) {
        // The limits are kept in single precision.
        float charge = (float) charge(vcalLow);
        return charge >= lowCharge[pixel] && charge <= highCharge[pixel];
    }

    private double charge(double vcalLow) {
        return vcalLow * axis.slope() + axis.offset();
    }
}
