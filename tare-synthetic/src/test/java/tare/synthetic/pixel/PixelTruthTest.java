package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.core.histogram.Statistics;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.PixelPart;
import tare.detectors.pixel.geometry.RocPixel;

class PixelTruthTest {
    private final PixelTruth truth = Bench.truth(Bench.WHOLE, 1, PixelFaultRates.NONE, 7);

    @Test
    void holdsEveryPixelOfTheFed() {
        assertThat(truth.size()).isEqualTo(Bench.WHOLE.rocCount() * 4160).isEqualTo(931_840);
        assertThat(truth.count(PixelFault.NONE)).isEqualTo(truth.size());
    }

    @Test
    void scattersWithinARocAsMeasuredModulesDo() {
        for (int roc = 0; roc < Bench.WHOLE.rocCount(); roc++) {
            Statistics gain = statistics(truth.gain, roc);
            assertThat(gain.standardDeviation() / gain.mean()).isBetween(0.032, 0.038);
            Statistics pedestal = statistics(truth.pedestalAdc, roc);
            assertThat(pedestal.standardDeviation()).isBetween(8.0, 10.0);
            assertThat(pedestal.mean()).isBetween(20.0, 75.0);
        }
    }

    private static Statistics statistics(float[] column, int roc) {
        double sum = 0;
        double squares = 0;
        int pixels = PixelTruth.PIXELS_OF_ROC;
        for (int i = roc * pixels; i < (roc + 1) * pixels; i++) {
            sum += column[i];
            squares += column[i] * (double) column[i];
        }
        return new Statistics(pixels, pixels, sum, squares);
    }

    @ParameterizedTest
    @CsvSource({"BPIX_1, 215", "BPIX_2, 255", "BPIX_4, 265", "E_MINUS_2, 268"})
    void modulesAndRocsScatterAboutTheGainOfTheirPart(PixelPart part, double expected) {
        List<PixelModule> modules = Bench.GEOMETRY.modules(part);
        double sum = 0;
        double squares = 0;
        double betweenRocs = 0;
        for (PixelModule module : modules) {
            double first = RocTendency.draw(module, 0, 7).gain();
            double second = RocTendency.draw(module, 1, 7).gain();
            sum += first;
            squares += first * first;
            betweenRocs += Math.pow((second - first) / expected, 2) / 2;
        }
        var rocs = new Statistics(modules.size(), modules.size(), sum, squares);
        assertThat(rocs.mean()).isCloseTo(expected, within(5 * rocs.meanError()));
        assertThat(rocs.standardDeviation() / expected).isCloseTo(0.036, within(0.009));
        assertThat(Math.sqrt(betweenRocs / modules.size())).isCloseTo(0.02, within(0.005));
    }

    @Test
    void aPartOfTheCablingHasThePixelsOfTheWhole() {
        FedCabling part = Bench.TWO_MODULES;
        PixelTruth ofPart = Bench.truth(part, 1, PixelFaultRates.NONE, 7);
        assertThat(part.rocCount()).isEqualTo(32);
        for (int roc = 0; roc < part.rocCount(); roc++) {
            int inWhole = Bench.WHOLE.ordinal(FedCabling.linkRoc(part.link(roc), part.roc(roc)));
            int a = ofPart.index(roc, 33, 44);
            int b = truth.index(inWhole, 33, 44);
            assertThat(ofPart.gainElectronsPerAdc(a)).isEqualTo(truth.gainElectronsPerAdc(b));
            assertThat(ofPart.pedestalAdc(a)).isEqualTo(truth.pedestalAdc(b));
            assertThat(ofPart.thresholdElectrons(a)).isEqualTo(truth.thresholdElectrons(b));
        }
    }

    @Test
    void faultsLeaveHealthyPixelsAsTheyWere() {
        PixelTruth faulty = Bench.truth(Bench.WHOLE, 1, PixelFaultRates.SOME, 7);
        for (int i = 0; i < faulty.size(); i++) {
            assertThat(faulty.gainElectronsPerAdc(i)).isEqualTo(truth.gainElectronsPerAdc(i));
            if (faulty.fault(i) == PixelFault.NONE) {
                assertThat(faulty.pedestalAdc(i)).isEqualTo(truth.pedestalAdc(i));
                assertThat(faulty.noiseAdc(i)).isEqualTo(truth.noiseAdc(i));
            }
        }
    }

    @Test
    void faultsAreAsCommonAsAskedFor() {
        var rates = new PixelFaultRates(0.1, 0.05, 0.02, 0.01, 0.03, 0.04, 0.05);
        PixelTruth faulty = Bench.truth(Bench.WHOLE, 1, rates, 7);
        long inDeadRocs = faulty.count(PixelFault.DEAD_ROC);
        assertThat(inDeadRocs % 4160).isZero();
        assertThat(inDeadRocs / 4160).isBetween(10L, 37L);
        long inDeadColumns = faulty.count(PixelFault.DEAD_DOUBLE_COLUMN);
        assertThat(inDeadColumns % 160).isZero();
        long alive = faulty.size() - inDeadRocs;
        assertThat((double) inDeadColumns / alive).isCloseTo(0.05, within(0.02));
        double free = alive - inDeadColumns;
        assertThat(faulty.count(PixelFault.DEAD) / free).isCloseTo(0.02, within(0.001));
        assertThat(faulty.count(PixelFault.NOISY) / free).isCloseTo(0.01, within(0.001));
        assertThat(faulty.count(PixelFault.EARLY_PLATEAU) / free).isCloseTo(0.03, within(0.001));
        assertThat(faulty.count(PixelFault.SHIFTED_PEDESTAL) / free)
                .isCloseTo(0.04, within(0.0015));
        assertThat(faulty.count(PixelFault.INEFFICIENT) / free).isCloseTo(0.05, within(0.0015));
    }

    @Test
    void findsItsPixelsInModuleCoordinates() {
        FedCabling fed = Bench.TWO_MODULES;
        PixelTruth two = Bench.truth(fed, 1, PixelFaultRates.NONE, 7);
        for (int roc : new int[] {0, 9, 16, 31}) {
            PixelModule module = Bench.GEOMETRY.module(fed.moduleIndex(roc));
            int[] indexes = two.indexInModule(module.index());
            assertThat(Arrays.stream(indexes).distinct().count()).isEqualTo(16 * 4160);
            ModulePixel place =
                    module.orientation().toModule(new RocPixel(fed.position(roc), 12, 34));
            assertThat(indexes[place.row() * ModulePixel.COLUMNS + place.column()])
                    .isEqualTo(two.index(roc, 12, 34));
        }
        assertThat(two.indexInModule(1000)).containsOnly(-1);
    }

    @Test
    void refusesImpossibleSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bench.truth(Bench.TWO_MODULES, -1, PixelFaultRates.NONE, 7))
                .withMessage("noise must be >= 0 ADC, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PixelFaultRates(0, 0, 0.6, 0.6, 0, 0, 0))
                .withMessageContaining("must be 0..1, got 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PixelFaultRates(Double.NaN, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("dead ROC must be 0..1, got NaN");
    }
}
