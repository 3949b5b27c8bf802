package tare.synthetic.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.histogram.Statistics;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.work.Workers;
import tare.detectors.pixel.gain.ErrorModel;
import tare.detectors.pixel.gain.FitSettings;
import tare.detectors.pixel.gain.GainLimits;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.gain.GainStatus;
import tare.detectors.pixel.gain.ModuleGains;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;

class GainPullsTest {
    private static final Set<GainStatus> USABLE =
            EnumSet.of(GainStatus.GOOD, GainStatus.NO_PLATEAU);

    @TempDir Path folder;

    private GainPulls pulls(
            FedCabling fed,
            GainScan scan,
            double noiseAdc,
            PixelFaultRates faults,
            ErrorModel errors)
            throws IOException {
        Path file = folder.resolve("scan.dmp");
        PixelTruth truth = Bench.truth(fed, noiseAdc, faults, 41);
        new PixelScanSimulator(truth, scan, Bench.VCAL, ReadoutFaults.NONE, Plateau.SHARP, 42)
                .write(file, 1, Workers.onCallingThread(), events -> {});
        var pulls = new GainPulls();
        var settings = new FitSettings(GainLimits.PRODUCTION, errors);
        for (ModuleGains gains :
                Bench.read(file, fed, scan).calibration().fit(settings, Bench.VCAL, pixels -> {})) {
            Bank bank = gains.toBank(Header.EMPTY, Journal.EMPTY);
            pulls.add(truth, gains.module().index(), bank);
        }
        return pulls;
    }

    /// Below the plateau no point is left out for its height, so nothing biases the line; with
    /// pooled errors pulls follow Student's distribution with four degrees of freedom per point.
    /// The error of the gain is taken at the fitted gain, which shifts its pull by the relative
    /// error: 0.5 % per ADC of noise in this scan.
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 2})
    void areUnitWhereTheResponseIsLinear(double noiseAdc) throws IOException {
        GainScan scan = Bench.linearScan(10);
        GainPulls pulls =
                pulls(Bench.WHOLE, scan, noiseAdc, PixelFaultRates.NONE, ErrorModel.POOLED);
        double freedom = 4.0 * scan.points();
        double width = Math.sqrt(freedom / (freedom - 2));

        assertThat(pulls.gain(USABLE).entries()).isEqualTo(Bench.WHOLE.rocCount() * 520L);
        check(pulls.gain(USABLE).statistics(), -0.005 * noiseAdc, width);
        check(pulls.pedestal(USABLE).statistics(), 0, width);
    }

    private static void check(Statistics found, double mean, double width) {
        assertThat(found.mean()).isCloseTo(mean, within(4 * found.meanError()));
        assertThat(found.standardDeviation()).isCloseTo(width, within(0.01));
    }

    /// The method leaves out points for their height, which shifts the gain by a fiftieth of its
    /// error; pixels without a plateau are fitted beyond it and are off.
    @Test
    void areNearlyUnitInAScanThatReachesThePlateau() throws IOException {
        GainPulls pulls =
                pulls(Bench.WHOLE, ScanPresets.DEMO, 1, PixelFaultRates.NONE, ErrorModel.POOLED);
        Set<GainStatus> good = EnumSet.of(GainStatus.GOOD);

        assertThat((double) pulls.gain(good).entries() / pulls.gain(USABLE).entries())
                .isBetween(0.7, 0.95);
        // A gain is one over a slope: its pull is lower by the relative error, 0.4 %.
        check(pulls.gain(good).statistics(), -0.004, 1.0145);
        check(pulls.pedestal(good).statistics(), 0, 1.0145);
    }

    @Test
    void areTooWideWithErrorsFromFiveTriggersOnly() throws IOException {
        GainPulls pulls =
                pulls(
                        Bench.TWO_MODULES,
                        Bench.linearScan(10),
                        1,
                        PixelFaultRates.NONE,
                        ErrorModel.PER_POINT);

        assertThat(pulls.gain(USABLE).statistics().standardDeviation()).isBetween(1.5, 2.0);
    }

    @Test
    void leaveOutPixelsWithAFault() throws IOException {
        var faults = new PixelFaultRates(0, 0, 0, 0.2, 0, 0.2, 0.2);
        GainPulls pulls = pulls(Bench.TWO_MODULES, ScanPresets.SMALL, 1, faults, ErrorModel.POOLED);
        PixelTruth truth = Bench.truth(Bench.TWO_MODULES, 1, faults, 41);

        long healthy = 0;
        for (int roc = 0; roc < Bench.TWO_MODULES.rocCount(); roc++) {
            for (int row : new int[] {20, 60}) {
                for (int column = 0; column < 52; column++) {
                    if (truth.fault(truth.index(roc, row, column)) == PixelFault.NONE) healthy++;
                }
            }
        }
        assertThat(pulls.gain(EnumSet.allOf(GainStatus.class)).entries()).isEqualTo(healthy);
    }

    @Test
    void refuseBanksOfOtherThings() {
        Bank vcal =
                VcalBank.of(
                        VcalCalibration.of(VcalTags.published().latest()),
                        Bench.GEOMETRY,
                        Instant.EPOCH,
                        new Author("anna", "tare test"),
                        "");
        PixelTruth truth = Bench.truth(Bench.TWO_MODULES, 1, PixelFaultRates.NONE, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GainPulls().add(truth, 0, vcal))
                .withMessageContaining("pixel-vcal");
    }
}
