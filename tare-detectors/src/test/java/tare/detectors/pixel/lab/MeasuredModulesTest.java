package tare.detectors.pixel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.channel.FitStatus;

/// Two endcap modules measured on the bench (jsiado/Crosscalibration at a3d20e3), and the bench's
/// own fits of one ROC of each. The figures were measured with this code unless said otherwise.
class MeasuredModulesTest {
    private static final int ROCS = 16;

    @ParameterizedTest
    @CsvSource({"module-A, 10, 66557, 3, 0, 2.19", "P-A-3-15, 30, 66558, 1, 1, 1.45"})
    void findsACurveForEveryPixelThatResponds(
            String module, int points, int fitted, int silent, int weak, double meanResidualAdc)
            throws IOException {
        var fit = new PulseHeightFit(CurveFamily.HYPERBOLIC_TANGENT, FitRules.LEAST_SQUARES);
        var ended = new EnumMap<FitStatus, Integer>(FitStatus.class);
        double residuals = 0;
        for (int roc = 0; roc < ROCS; roc++) {
            LabScan scan = scan(module, roc);
            assertThat(scan.points()).isEqualTo(points);
            RocCurves curves = RocCurves.fit(scan, fit);
            for (FitStatus status : FitStatus.values()) {
                ended.merge(status, curves.count(status), Integer::sum);
            }
            residuals += Arrays.stream(curves.rmsResidualAdc()).filter(Double::isFinite).sum();
        }

        assertThat(ended)
                .containsEntry(FitStatus.OK, fitted)
                .containsEntry(FitStatus.NO_DATA, silent)
                .containsEntry(FitStatus.TOO_FEW_SAMPLES, weak)
                .containsEntry(FitStatus.NOT_FITTED, 0);
        assertThat(residuals / fitted).isCloseTo(meanResidualAdc, within(0.01));
    }

    @Test
    void repeatsTheErrorFunctionsOfTheBench() throws IOException {
        LabScan scan = scan("P-A-3-15", 0);
        RocCurves bench = fits("P-A-3-15_phCalibrationFitErr35_C0.dat.gz");
        RocCurves ours = RocCurves.fit(scan, new PulseHeightFit(bench.family(), FitRules.BENCH));

        CurveAgreement agreement = CurveAgreement.of(scan, ours, bench);

        assertThat(agreement.pixels()).isEqualTo(4160);
        assertThat(agreement.points()).isEqualTo(112_503);
        assertThat(agreement.curveRmsAdc()).isCloseTo(0.051, within(0.002));
        assertThat(agreement.medianCurveRmsAdc()).isCloseTo(0.038, within(0.002));
        assertThat(agreement.worstCurveRmsAdc()).isLessThan(0.2);
        assertThat(agreement.firstResidualRmsAdc()).isCloseTo(1.2269, within(0.0005));
        assertThat(agreement.secondResidualRmsAdc()).isCloseTo(1.2269, within(0.0005));
        assertThat(largestMedian(ours, bench)).isLessThan(0.0015);
        assertThat(pixelsWorse(scan, FitRules.BENCH, ours, bench)).isZero();
    }

    @Test
    void liesCloserToThePointsThanTheBenchsErrorFunctions() throws IOException {
        LabScan scan = scan("P-A-3-15", 0);
        RocCurves bench = fits("P-A-3-15_phCalibrationFitErr35_C0.dat.gz");
        RocCurves ours =
                RocCurves.fit(scan, new PulseHeightFit(bench.family(), FitRules.LEAST_SQUARES));

        CurveAgreement agreement = CurveAgreement.of(scan, ours, bench);

        assertThat(agreement.firstResidualRmsAdc()).isCloseTo(1.175, within(0.001));
        assertThat(agreement.secondResidualRmsAdc()).isCloseTo(1.227, within(0.001));
        assertThat(agreement.curveRmsAdc()).isCloseTo(0.350, within(0.002));
        assertThat(residualsWorse(scan, ours, bench)).isZero();
    }

    /// In the bench's file par0 is 0.002 for 93 % of the pixels and never more.
    @Test
    void showsThatTheBenchBoundsTheRateOfItsTangents() throws IOException {
        double[] rates = fits("module-A_phCalibrationFitTanH40_C0.dat.gz").parameter(0);

        assertThat(Arrays.stream(rates).max()).hasValue(FitRules.BENCH.highestRate());
        assertThat(Arrays.stream(rates).filter(rate -> rate == 0.002).count()).isEqualTo(3867);
    }

    /// With that bound, 5 % errors and bin centres the bench's tangents come out to 5 digits. Where
    /// they do not, one pixel by 3.7 ADC, the bench's curve lies farther from the points than ours.
    @Test
    void repeatsTheTangentsOfTheBench() throws IOException {
        LabScan scan = scan("module-A", 0);
        RocCurves bench = fits("module-A_phCalibrationFitTanH40_C0.dat.gz");
        RocCurves ours = RocCurves.fit(scan, new PulseHeightFit(bench.family(), FitRules.BENCH));

        CurveAgreement agreement = CurveAgreement.of(scan, ours, bench);

        assertThat(agreement.pixels()).isEqualTo(4160);
        assertThat(agreement.medianCurveRmsAdc()).isLessThan(0.0005);
        assertThat(agreement.curveRmsAdc()).isCloseTo(0.098, within(0.002));
        assertThat(largestMedian(ours, bench)).isLessThan(1.1e-5);
        assertThat(ours.count(FitStatus.AT_BOUND)).isCloseTo(4019, within(3));
        assertThat(pixelsWorse(scan, FitRules.BENCH, ours, bench)).isZero();
    }

    @Test
    void liesTwiceAsCloseToThePointsWithoutThatBound() throws IOException {
        LabScan scan = scan("module-A", 0);
        RocCurves bench = fits("module-A_phCalibrationFitTanH40_C0.dat.gz");
        RocCurves ours =
                RocCurves.fit(scan, new PulseHeightFit(bench.family(), FitRules.LEAST_SQUARES));

        CurveAgreement agreement = CurveAgreement.of(scan, ours, bench);

        assertThat(agreement.firstResidualRmsAdc()).isCloseTo(2.155, within(0.001));
        assertThat(agreement.secondResidualRmsAdc()).isCloseTo(4.760, within(0.001));
        assertThat(agreement.curveRmsAdc()).isCloseTo(4.118, within(0.002));
        assertThat(residualsWorse(scan, ours, bench)).isZero();
    }

    /// The straight-line reference was made from the same points: order and values must be its own.
    @Test
    void ordersPointsAsTheReferenceOfTheStraightLineFit() throws IOException {
        Map<String, LabScan> scans = new HashMap<>();
        int rows = 0;
        try (CsvReader<NamedCsvRecord> table =
                CsvReader.builder().ofNamedCsvRecord(LabFiles.measuredFits())) {
            for (NamedCsvRecord row : table) {
                String key = row.getField("module") + " " + row.getField("roc");
                LabScan scan = scans.get(key);
                if (scan == null) {
                    scan = scan(row.getField("module"), number(row, "roc"));
                    scans.put(key, scan);
                }
                double[] adc = new double[scan.points()];
                scan.meanAdc(LabRoc.pixel(number(row, "col"), number(row, "row")), adc);
                assertThat(scan.vcalLow()).isEqualTo(numbers(row, "vcal_low_equivalent"));
                assertThat(adc).as(row.toString()).isEqualTo(numbers(row, "adc_mean"));
                rows++;
            }
        }
        assertThat(rows).isEqualTo(1200);
    }

    private static LabScan scan(String module, int roc) throws IOException {
        return LabFile.read(LabFiles.measured(module + "_phCalibration_C" + roc + ".dat.gz"));
    }

    private static RocCurves fits(String name) throws IOException {
        return LabFitFile.read(LabFiles.measured(name));
    }

    /// Of the four parameters' median relative differences the largest.
    private static double largestMedian(RocCurves ours, RocCurves bench) {
        return IntStream.range(0, 4)
                .mapToDouble(k -> CurveAgreement.medianRelativeDifference(ours, bench, k))
                .max()
                .orElseThrow();
    }

    /// Pixels in which our chi2 is above that of the bench's curve, both under the bench's rules.
    private static long pixelsWorse(LabScan scan, FitRules rules, RocCurves ours, RocCurves bench) {
        double[] vcal = scan.vcalLow();
        double[] adc = new double[vcal.length];
        double[] chi2 = ours.chi2();
        long worse = 0;
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            scan.meanAdc(pixel, adc);
            double best = chi2[pixel];
            double other =
                    ResponsePoints.of(vcal, adc, rules).chi2(bench.curve(pixel).orElseThrow());
            if (best > other * (1 + 1e-6)) worse++;
        }
        return worse;
    }

    /// Pixels in which our root mean squared residual is above that of the bench's curve.
    private static long residualsWorse(LabScan scan, RocCurves ours, RocCurves bench) {
        double[] vcal = scan.vcalLow();
        double[] adc = new double[vcal.length];
        double[] residuals = ours.rmsResidualAdc();
        long worse = 0;
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            scan.meanAdc(pixel, adc);
            double other =
                    ResponsePoints.of(vcal, adc, FitRules.BENCH)
                            .rmsResidualAdc(bench.curve(pixel).orElseThrow());
            if (residuals[pixel] > other * (1 + 1e-6)) worse++;
        }
        return worse;
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }

    private static double[] numbers(NamedCsvRecord row, String field) {
        return Arrays.stream(row.getField(field).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
