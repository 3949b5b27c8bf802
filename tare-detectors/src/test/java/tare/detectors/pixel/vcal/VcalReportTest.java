package tare.detectors.pixel.vcal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VcalReportTest {
    private static final VcalCalibration NEWEST = calibration("2026_v0");

    @Test
    void printsTheDictionariesThatExpertsCompare() {
        assertThat(VcalReport.dictionaries(calibration("2025_v1")))
                .containsExactly(
                        "values used for 2025_v1 new model:",
                        "corrs_bpix = {1: 1.095, 2: 1.055, 3: 1.038, 4: 1.023}",
                        "corrs_fpix = {1: 1.1393, 2: 1.0908}");
    }

    @Test
    void listsAThirdRingWhereRingsShareOneFactor() {
        assertThat(VcalReport.dictionaries(calibration("2023_v0")))
                .containsExactly(
                        "values used for 2023_v0 new model:",
                        "corrs_bpix = {1: 1.038, 2: 1.031, 3: 1.02, 4: 1.011}",
                        "corrs_fpix = {1: 1.091, 2: 1.091, 3: 1.091}");
    }

    @Test
    void printsOneLinePerLadderAndPerRingOfEachDisk() {
        List<String> table = VcalReport.table(NEWEST);

        assertThat(table).hasSize(2 + 12 + 28 + 44 + 64 + 12);
        assertThat(table.get(1)).isEqualTo("BPix     1      1   50.3157    -308.0  1.1010");
        assertThat(table.getLast()).isEqualTo("FPix     3      2   51.7188     -60.0  1.1004");
    }

    @Test
    void startsWithTheLuminositiesAndHoldsEveryPart() {
        List<String> lines =
                VcalReport.of(
                                List.of(
                                        VcalTags.published().tag("2025_v1"),
                                        VcalTags.published().latest()))
                        .lines();

        assertThat(lines.subList(0, 3))
                .containsExactly(
                        "Luminosity until end 2018:  115.74 [1/fb]",
                        "Luminosity until 2025_v1:   335.66 [1/fb]",
                        "Luminosity until 2026_v0:   434.92 [1/fb]");
        assertThat(lines)
                .contains(
                        "dose until 2025_v1 for layer 1:  76.9737 Mrad",
                        "correction until 2025_v1 for ring 2: 1.0908",
                        "values used for 2026_v0 new model:");
    }

    @Test
    void drawsBothModelsUpToTwentyMradPastTheNextTen() {
        CorrectionCurve curve = CorrectionCurve.of(NEWEST);

        assertThat(curve.edgeMrad()).isEqualTo(140.0);
        assertThat(curve.doseMrad()).startsWith(0.0);
        assertThat(curve.bandGapFactor()).startsWith(1.0).isSorted();
        assertThat(curve.bandGapFactor()[curve.bandGapFactor().length - 1])
                .isCloseTo(1.104 - 0.104 * Math.exp(-0.0313 * 140), within(1e-12));
        assertThat(curve.linearFactor()[curve.linearFactor().length - 1])
                .isCloseTo(1.63, within(1e-12));
        assertThat(curve.marksMrad()).hasSize(6);
        assertThat(curve.marksMrad().get(Region.LAYER_1)).isCloseTo(111.714451, within(1e-6));
    }

    private static VcalCalibration calibration(String tag) {
        return VcalCalibration.of(VcalTags.published().tag(tag));
    }
}
