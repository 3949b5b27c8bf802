package tare.detectors.pixel.vcal;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The plot "correction against dose" of a tag, as numbers: the model in use (drawn solid), the
/// linear
/// model before it (dash-dotted), and a mark at each region's dose.
///
/// The vertical range is 1 to 1.2. The factor 49/47 of the endcap is not in the curve.
///
/// @param tagName what the marks belong to
/// @param doseMrad abscissa, from 0 to the right edge in equal steps [Mrad]
/// @param bandGapFactor correction of the model in use, one per abscissa
/// @param linearFactor correction of the old model, one per abscissa
/// @param marksMrad dose of each region [Mrad], to be labelled by [Region#label]
public record CorrectionCurve(
        String tagName,
        double[] doseMrad,
        double[] bandGapFactor,
        double[] linearFactor,
        Map<Region, Double> marksMrad) {
    /// Range of the vertical axis.
    public static final double LOWEST_FACTOR = 1.0;

    public static final double HIGHEST_FACTOR = 1.2;

    private static final int POINTS = 100;

    public CorrectionCurve {
        if (doseMrad.length != bandGapFactor.length || doseMrad.length != linearFactor.length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the curves must have one value per dose, got %d and %d for %d doses",
                            bandGapFactor.length,
                            linearFactor.length,
                            doseMrad.length));
        }
        marksMrad = Collections.unmodifiableMap(new EnumMap<>(marksMrad));
    }

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

    /// Right edge of the horizontal axis [Mrad].
    public double edgeMrad() {
        return doseMrad[doseMrad.length - 1];
    }
}
