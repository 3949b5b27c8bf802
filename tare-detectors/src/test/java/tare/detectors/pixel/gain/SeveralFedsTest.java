package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.core.journal.Author;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.raw.BlockEnd;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpWriter;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.PixelEncoder;
import tare.detectors.pixel.raw.PixelWord;
import tare.detectors.pixel.vcal.ModuleVcal;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;

/// Blocks with the same event number are one event, whichever FEDs wrote them.
class SeveralFedsTest {
    private static final GainScan SCAN =
            new GainScan(
                    List.of(10, 20, 40, 80),
                    VcalRange.HIGH,
                    3,
                    List.of(List.of(7)),
                    List.of(List.of(4)));

    @TempDir Path folder;

    private final Cabling cabling = CablingGenerator.phase1();

    @Test
    void aDumpOfTwoFedsIsCalibratedFedByFed() throws IOException {
        Path dump = write("together.dmp", 1200, 1201);

        var byFed = GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling);

        assertThat(byFed.keySet()).containsExactly(1200, 1201);
        FedGains first = calibrate(1200, dump);
        FedGains second = calibrate(1201, dump);
        for (FedGains gains : List.of(first, second)) {
            assertThat(gains.tally().isBalanced()).isTrue();
            assertThat(gains.fate().counted()).isEqualTo(SCAN.events());
            assertThat(gains.dumps().getFirst().events().repeated()).isZero();
            assertThat(gains.errors().count(32)).isZero();
        }
        assertThat(first.tally().wordsRead() + second.tally().wordsRead())
                .isEqualTo(Files.size(dump) / Integer.BYTES);
    }

    @Test
    void aHeaderWithAnotherFedIsAnErrorInADumpOfOneFed() throws IOException {
        Path dump = write("GainCalibration_1200_9.dmp", 1200);
        byte[] bytes = Files.readAllBytes(dump);
        bytes[8 + 1] ^= 0x40; // a bit of the FED number in the first header
        Files.write(dump, bytes);

        assertThat(GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling).keySet())
                .containsExactly(1200);
        FedGains gains = calibrate(1200, dump);

        assertThat(gains.errors().count(32)).isEqualTo(1);
        assertThat(gains.fate().counted()).isEqualTo(SCAN.events());
    }

    @Test
    void aDumpOfAFedThatIsNotCabledIsRefusedWithAHint() throws IOException {
        Path dump = write("bench.dmp", 99);

        assertThatThrownBy(() -> GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bench.dmp")
                .hasMessageContaining("give the right cabling or name the FED");
    }

    private FedGains calibrate(int fed, Path dump) throws IOException {
        var settings = new GainSettings(cabling, SCAN, FitSettings.PRODUCTION, Counting.MENDED, 1);
        var vcal =
                ModuleVcal.of(
                        VcalBank.of(
                                VcalCalibration.of(VcalTags.published().latest()),
                                PixelGeometry.phase1(),
                                Instant.EPOCH,
                                new Author("test", "test"),
                                ""));
        return new GainCalibration(settings, vcal, Workers.onCallingThread())
                .calibrate(fed, List.of(dump), _ -> {});
    }

    /// One hit per event and FED, in the pattern.
    private Path write(String name, int... feds) throws IOException {
        Path path = folder.resolve(name);
        var encoder = new PixelEncoder();
        encoder.runWord(9);
        for (int event = 1; event <= SCAN.events(); event++) {
            for (int fed : feds) {
                FedCabling wires = cabling.forFed(fed).orElse(cabling.forFed(1200).orElseThrow());
                int ordinal = 0;
                int address = wires.addressFormat(ordinal).encode(4, 7) >>> 8;
                int hit = PixelWord.hit(wires.link(ordinal), wires.roc(ordinal), address, 50);
                encoder.block(FedHeader.of(event, 0, fed), new int[] {hit}, 1, BlockEnd.CLEAN);
            }
        }
        try (DumpWriter writer = DumpWriter.create(path)) {
            writer.write(encoder);
            writer.finish();
        }
        return path;
    }
}
