package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.detectors.pixel.lab.LabFile;
import tare.detectors.pixel.lab.LabRoc;
import tare.detectors.pixel.lab.LabScan;

class BenchRocTest {
    private static final int ROC = 3;

    private final PixelTruth truth =
            Bench.truth(Bench.TWO_MODULES, 1, new PixelFaultRates(0, 0, 0.01, 0, 0, 0, 0), 9);

    @TempDir Path folder;

    @Test
    void writesAFileWithTheLinesOfTheTruth() throws IOException {
        Path file = folder.resolve("phCalibration_C3.dat");
        BenchRoc.write(file, truth, ROC, 1);
        LabScan scan = LabFile.read(file);

        assertThat(scan.points()).isEqualTo(14);
        assertThat(scan.vcalLow()).contains(50, 250, 1400);
        double[] vcal = scan.vcalLow();
        double sum = 0;
        for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
            int at = truth.index(ROC, LabRoc.row(pixel), LabRoc.column(pixel));
            if (truth.fault(at) == PixelFault.DEAD) {
                assertThat(scan.meanAdc(pixel, 5)).isZero();
                continue;
            }
            double charge = 47 * vcal[5] - 60;
            double expected = truth.pedestalAdc(at) + charge / truth.gainElectronsPerAdc(at);
            assertThat((double) scan.meanAdc(pixel, 5)).isCloseTo(expected, within(2.5));
            sum += scan.meanAdc(pixel, 5) - expected;
        }
        // Cutting off tenths costs 0.45 on average.
        assertThat(sum / LabRoc.PIXELS).isCloseTo(-0.45, within(0.03));
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        BenchRoc.write(folder.resolve("a"), truth, ROC, 1);
        BenchRoc.write(folder.resolve("b"), truth, ROC, 1);
        BenchRoc.write(folder.resolve("c"), truth, ROC, 2);

        assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("b"))).isEqualTo(-1);
        assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("c"))).isPositive();
    }
}
