package tare.detectors.pixel.vcal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RadiationCorrectionTest {
    private final RadiationCorrection correction = RadiationCorrection.phase1();

    @ParameterizedTest
    @CsvFileSource(resources = "pixel-corrections.csv", numLinesToSkip = 2)
    void agreesWithEveryRowOfTheReference(
            String tagName,
            double luminosityFb,
            String part,
            String index,
            String doseMrad,
            double expected) {
        var tag = new VcalTag(tagName, luminosityFb, RingRule.EACH);
        if (index.equals("ring_average")) {
            assertThat(correction.ringAverage(tag)).isEqualTo(expected);
            return;
        }
        Region region = region(index);
        assertThat(region.isBarrel()).isEqualTo(part.equals("BPix"));
        assertThat(String.format(Locale.ROOT, "%.6f", correction.doseMrad(region, tag)))
                .isEqualTo(doseMrad);
        assertThat(correction.factor(region, tag)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "published-factors.csv", numLinesToSkip = 2)
    void repeatsThePublishedFactorsOfEveryTag(
            String tagName,
            double layer1,
            double layer2,
            double layer3,
            double layer4,
            double ring1,
            double ring2) {
        assertThat(factors(VcalTags.published().tag(tagName)))
                .isEqualTo(
                        Map.of(
                                Region.LAYER_1, layer1,
                                Region.LAYER_2, layer2,
                                Region.LAYER_3, layer3,
                                Region.LAYER_4, layer4,
                                Region.RING_1, ring1,
                                Region.RING_2, ring2));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "published-slopes.csv", numLinesToSkip = 2)
    void repeatsThePublishedSlopes(
            String tagName,
            double layer1,
            double layer2,
            double layer3,
            double layer4,
            double ring1,
            double ring2) {
        VcalCalibration calibration = VcalCalibration.of(VcalTags.published().tag(tagName));
        var expected = List.of(layer1, layer2, layer3, layer4, ring1, ring2).iterator();
        for (Region region : Region.values()) {
            assertThat((double) calibration.region(region).slopeElectrons())
                    .as(region.label())
                    .isCloseTo(expected.next(), within(5.1e-5));
        }
    }

    @Test
    void storesTheSinglePrecisionSlopesOfThe2026Payload() {
        VcalCalibration calibration = VcalCalibration.of(VcalTags.published().latest());

        assertThat(calibration.tag().name()).isEqualTo("2026_v0");
        assertThat(calibration.region(Region.LAYER_1).slopeElectrons())
                .isEqualTo(Float.parseFloat("50.3157005"));
        assertThat(calibration.region(Region.LAYER_2).slopeElectrons())
                .isEqualTo(Float.parseFloat("50.0550003"));
        assertThat(calibration.region(Region.LAYER_3).slopeElectrons())
                .isEqualTo(Float.parseFloat("49.2089996"));
        assertThat(calibration.region(Region.LAYER_4).slopeElectrons())
                .isEqualTo(Float.parseFloat("48.362999"));
        assertThat(calibration.region(Region.RING_1).slopeElectrons())
                .isEqualTo(Float.parseFloat("53.8102989"));
        assertThat(calibration.region(Region.RING_2).slopeElectrons())
                .isEqualTo(Float.parseFloat("51.7187996"));
        assertThat(calibration.region(Region.LAYER_1).offsetElectrons()).isEqualTo(-308f);
        assertThat(calibration.region(Region.RING_2).offsetElectrons()).isEqualTo(-60f);
    }

    @Test
    void takesTheDosesOf2025ForTheirRegions() {
        VcalTag tag = VcalTags.published().tag("2025_v1");

        assertThat(correction.doseMrad(Region.LAYER_1, tag)).isCloseTo(76.97, within(0.005));
        assertThat(correction.doseMrad(Region.LAYER_2, tag)).isCloseTo(24.07, within(0.005));
        assertThat(correction.doseMrad(Region.LAYER_3, tag)).isCloseTo(14.70, within(0.005));
        assertThat(correction.doseMrad(Region.LAYER_4, tag)).isCloseTo(7.92, within(0.005));
        assertThat(correction.doseMrad(Region.RING_1, tag)).isCloseTo(71.16, within(0.005));
        assertThat(correction.doseMrad(Region.RING_2, tag)).isCloseTo(18.80, within(0.005));
    }

    @Test
    void approachesTheAsymptoteOfTheBandGapVoltage() {
        BandGapReference bandGap = BandGapReference.phase1();

        assertThat(bandGap.volts(0)).isCloseTo(1.25, within(1e-15));
        assertThat(bandGap.ratio(0)).isEqualTo(1.0);
        assertThat(bandGap.ratio(1e6)).isCloseTo(1.104, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bandGap.volts(-1))
                .withMessageContaining("-1.0");
    }

    @Test
    void refusesALuminosityThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VcalTag("2027_v0", Double.NaN, RingRule.EACH))
                .withMessageContaining("2027_v0");
    }

    @Test
    void namesTheTagsItKnowsWhenOneIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VcalTags.published().tag("2027_v0"))
                .withMessageContaining("2027_v0")
                .withMessageContaining("2026_v0");
    }

    @Test
    void addsTheLuminosityOfAStepToMakeTheNextTag() {
        VcalTag next = VcalTags.published().tag("2025_v0").next("2025_v1", 23.851410627);

        assertThat(next.luminosityRun3Fb()).isCloseTo(219.924804948, within(1e-9));
        assertThat(factors(next)).isEqualTo(factors(VcalTags.published().tag("2025_v1")));
    }

    private Map<Region, Double> factors(VcalTag tag) {
        var factors = new EnumMap<Region, Double>(Region.class);
        for (Region region : Region.values()) factors.put(region, correction.factor(region, tag));
        return factors;
    }

    private static Region region(String key) {
        for (Region region : Region.values()) {
            if (region.key().equals(key)) return region;
        }
        throw new IllegalArgumentException("no region " + key);
    }
}
