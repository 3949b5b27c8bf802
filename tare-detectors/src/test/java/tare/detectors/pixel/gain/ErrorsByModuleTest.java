package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tare.core.work.Workers;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpBuilder;
import tare.detectors.pixel.raw.PixelWord;
import tare.detectors.pixel.raw.StatusWord;

/// The reference dump's cabling has four links per module of layer 1, two per module elsewhere.
class ErrorsByModuleTest {
    private final VectorDump vectors = new VectorDump();
    private final FedCalibration calibration = vectors.calibration(Workers.onCallingThread());

    ErrorsByModuleTest() throws IOException {}

    private int moduleOf(int link) {
        return vectors.cabling.moduleOfLink(link);
    }

    private void add(int... payload) {
        DumpBuilder dump = DumpBuilder.ofRun(1).block(1, payload);
        calibration.add(dump.index(Counting.MENDED), 1, words -> {});
    }

    @Test
    void whatALinkReportsIsOfTheModuleOfItsFirstRoc() {
        add(
                StatusWord.disabledChannel(1),
                StatusWord.timeoutFirst(1),
                StatusWord.timeoutSecond(1),
                StatusWord.tbmTrailer(2, 8),
                StatusWord.tbmTrailer(2, 1),
                StatusWord.eventNumberMismatch(5),
                PixelWord.hit(5, 9, 20, 1));
        assertThat(moduleOf(1)).isEqualTo(moduleOf(2)).isNotEqualTo(moduleOf(5));
        assertThat(calibration.errorsByModule())
                .isEqualTo(
                        Map.of(
                                moduleOf(1), Map.of(25, 1L, 29, 1L, 30, 1L, 40, 1L),
                                moduleOf(5), Map.of(31, 1L, 36, 1L)));
    }

    @Test
    void anInvalidAddressIsOfTheModuleOfItsRoc() {
        add(StatusWord.invalidPixel(5, 3, 1), StatusWord.invalidPixel(5, 3, 1));
        assertThat(calibration.errorsByModule()).isEqualTo(Map.of(moduleOf(5), Map.of(37, 2L)));
    }

    @Test
    void aFullFifoAndALinkThatIsNotCabledAreOfNoModule() {
        add(
                StatusWord.fifoNearlyFull(1),
                StatusWord.timeoutFirst(40),
                PixelWord.hit(40, 1, 20, 1),
                StatusWord.eventNumberMismatch(63));
        assertThat(calibration.errors().nonZero()).containsOnlyKeys(28, 29, 31, 36);
        assertThat(calibration.errorsByModule()).isEmpty();
    }

    @Test
    void inTheReferenceDumpTheyAddUpToTheErrorsOfCabledLinks() throws IOException {
        calibration.add(vectors.index(Counting.MENDED), 1, words -> {});
        for (int type : new int[] {25, 29, 30, 31, 36, 37, 40}) {
            long ofCabledLinks = 0;
            for (int link = 0; link < PixelWord.LINKS; link++) {
                if (vectors.cabling.usesLink(link)) {
                    ofCabledLinks += calibration.errors().count(type, link);
                }
            }
            long ofModules =
                    calibration.errorsByModule().values().stream()
                            .mapToLong(counts -> counts.getOrDefault(type, 0L))
                            .sum();
            assertThat(ofModules).as("type %d", type).isEqualTo(ofCabledLinks).isPositive();
        }
    }
}
