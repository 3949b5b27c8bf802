package tare.detectors.pixel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.core.channel.FitStatus;

class CurveAgreementTest {
    private static final int[] LOW = {50, 100, 150, 200, 250};
    private static final int[] HIGH = {30, 50, 70, 90, 200};

    @TempDir private Path folder;

    @Test
    void tellsHowFarTwoSetsOfCurvesAreApart() throws IOException {
        RocCurves one = curves("one.dat", "0.0025 0.75 110 120");
        RocCurves higher = curves("higher.dat", "0.0025 0.75 110 121");

        CurveAgreement agreement = CurveAgreement.of(scan(), one, higher);

        assertThat(agreement.pixels()).isEqualTo(4160);
        assertThat(agreement.points()).isEqualTo(41_600);
        assertThat(agreement.curveRmsAdc()).isCloseTo(1, within(1e-9));
        assertThat(agreement.worstCurveRmsAdc()).isCloseTo(1, within(1e-9));
        assertThat(agreement.firstResidualRmsAdc()).isLessThan(agreement.secondResidualRmsAdc());
        assertThat(CurveAgreement.medianRelativeDifference(one, higher, 3))
                .isCloseTo(1 / 121.0, within(1e-12));
        assertThat(CurveAgreement.medianRelativeDifference(one, higher, 0)).isZero();
    }

    /// Cut-off fractions move a curve down by half an ADC and scatter it by 1/sqrt(12) of one.
    @Test
    void findsTheCurvesBehindAWrittenFile() throws IOException {
        LabScan scan = scan();
        RocCurves found =
                RocCurves.fit(
                        scan,
                        new PulseHeightFit(CurveFamily.HYPERBOLIC_TANGENT, FitRules.LEAST_SQUARES));

        assertThat(found.count(FitStatus.OK)).isEqualTo(4160);
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            for (double vcal : new double[] {100, 300, 600}) {
                assertThat(found.adc(pixel, vcal))
                        .isCloseTo(truth().adc(vcal + 0.5) - 0.5, within(0.5));
            }
        }
    }

    private static HyperbolicTangent truth() {
        return new HyperbolicTangent(0.0025, 0.75, 110, 120);
    }

    private LabScan scan() throws IOException {
        return LabFile.read(
                LabFiles.write(
                        folder.resolve("scan.dat"),
                        LOW,
                        HIGH,
                        (pixel, vcal) -> truth().adc(vcal + 0.5)));
    }

    private RocCurves curves(String name, String parameters) throws IOException {
        var lines =
                new ArrayList<>(
                        List.of(
                                "Parameters of the vcal vs. pulse height fits",
                                CurveFamily.HYPERBOLIC_TANGENT.formula(),
                                ""));
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            lines.add(parameters + "     " + LabFiles.address(pixel));
        }
        return LabFitFile.read(Files.write(folder.resolve(name), lines));
    }
}
