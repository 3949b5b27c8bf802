package tare.detectors.pixel.vcal;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The plot "correction against dose" of a tag, as numbers: the model in use (drawn solid), the
/// linear model before it (dash-dotted), and a mark at each region's dose.
///
/// The vertical range is 1 to 1.2. The factor 49/47 of the endcap is not in the curve.
public final class CorrectionCurve {
    /// Bottom of the vertical axis.
    public static final double LOWEST_FACTOR = 1.0;

    /// Top of the vertical axis.
    public static final double HIGHEST_FACTOR = 1.2;

    private static final int POINTS = 100;

    private final String tagName;
    private final double[] doseMrad;
    private final double[] bandGapFactor;
    private final double[] linearFactor;
    private final Map<Region, Double> marksMrad;

    private CorrectionCurve(
            String tagName,
            double[] doseMrad,
            double[] bandGapFactor,
            double[] linearFactor,
            Map<Region, Double> marksMrad) {
        this.tagName = tagName;
        this.doseMrad = doseMrad;
        this.bandGapFactor = bandGapFactor;
        this.linearFactor = linearFactor;
        this.marksMrad = Collections.unmodifiableMap(marksMrad);
    }

    /// The curves up to the dose of a tag's most irradiated region.
    public static CorrectionCurve of(VcalCalibration calibration) {
        var marks = new EnumMap<Region, Double>(Region.class);
        calibration
                .regions()
                .forEach((region, constants) -> marks.put(region, constants.doseMrad()));
        double[] doses = doses(Collections.max(marks.values()));
        BandGapReference bandGap = calibration.correction().bandGap();
        LinearCorrection linear = LinearCorrection.old();
        return new CorrectionCurve(
                calibration.tag().name(),
                doses,
                Arrays.stream(doses).map(bandGap::ratio).toArray(),
                Arrays.stream(doses).map(linear::factor).toArray(),
                marks);
    }

    /// Right edge: the next ten above the highest dose, and 20 Mrad more for the labels.
    private static double[] doses(double highestMrad) {
        double edgeMrad = Math.ceil(highestMrad / 10) * 10 + 20;
        double[] doses = new double[POINTS];
        Arrays.setAll(doses, i -> edgeMrad * i / (POINTS - 1));
        return doses;
    }

    /// The tag that the marks belong to.
    public String tagName() {
        return tagName;
    }

    /// Abscissa: from 0 to the right edge in equal steps [Mrad]; a copy.
    public double[] doseMrad() {
        return doseMrad.clone();
    }

    /// Correction of the model in use, one per abscissa; a copy.
    public double[] bandGapFactor() {
        return bandGapFactor.clone();
    }

    /// Correction of the old model, one per abscissa; a copy.
    public double[] linearFactor() {
        return linearFactor.clone();
    }

    /// Dose of each region [Mrad], to be labelled by [Region#label].
    public Map<Region, Double> marksMrad() {
        return marksMrad;
    }

    /// Right edge of the horizontal axis [Mrad].
    public double edgeMrad() {
        return doseMrad[doseMrad.length - 1];
    }
}
