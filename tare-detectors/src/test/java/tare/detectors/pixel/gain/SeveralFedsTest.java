package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
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
import tare.detectors.pixel.raw.StatusWord;
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
    void fedsThatStandOneAfterTheOtherAreAllFound() throws IOException {
        Path dump = folder.resolve("concatenated.dmp");
        var encoder = new PixelEncoder();
        // Long enough for the second FED to stand far from the beginning.
        for (int fed : List.of(1200, 1201)) longBlocks(encoder, fed, 100);
        finish(dump, encoder);

        var byFed = GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling);

        assertThat(byFed.keySet()).containsExactly(1200, 1201);
        FedGains first = calibrate(1200, dump);
        assertThat(first.tally().wordsRead() + calibrate(1201, dump).tally().wordsRead())
                .isEqualTo(Files.size(dump) / Integer.BYTES);
        assertThat(GainReport.remarks(first))
                .contains("concatenated.dmp: its blocks of FEDs [1201] are not counted here");
    }

    @Test
    void aFedThatHidesBetweenLongBlocksIsNotLeftOut() throws IOException {
        Path dump = folder.resolve("hiding.dmp");
        var encoder = new PixelEncoder();
        longBlocks(encoder, 1200, 12);
        for (int event = 1; event <= 50; event++) {
            encoder.block(FedHeader.of(event, 0, 1201), new int[0], 0, BlockEnd.CLEAN);
        }
        longBlocks(encoder, 1200, 150);
        finish(dump, encoder);

        assertThat(GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling).keySet())
                .containsExactly(1200);
        assertThatThrownBy(() -> calibrate(1200, dump))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hiding.dmp: blocks of FEDs [1201]")
                .hasMessageContaining("give each FED a file of its own");
    }

    /// Without the length of the second block its hits would be taken for hits of the first FED.
    @Test
    void aLostTrailerCostsTheBlockOfItsFedOnly() throws IOException {
        Path dump = write("together.dmp", 1200, 1201);
        byte[] bytes = Files.readAllBytes(dump);
        int blockBytes = 3 * Long.BYTES;
        int lost = Long.BYTES + 2 * blockBytes; // the block of FED 1200 in the second event
        byte[] damaged =
                ByteBuffer.allocate(bytes.length - Long.BYTES)
                        .put(bytes, 0, lost + 2 * Long.BYTES)
                        .put(bytes, lost + blockBytes, bytes.length - lost - blockBytes)
                        .array();
        Files.write(dump, damaged);

        FedGains first = calibrate(1200, dump);
        FedGains second = calibrate(1201, dump);

        assertThat(first.fate().counted()).isEqualTo(SCAN.events() - 1L);
        assertThat(first.errors().count(33)).isEqualTo(1);
        assertThat(first.errors().count(34)).isZero();
        assertThat(second.fate().counted()).isEqualTo(SCAN.events());
        assertThat(second.errors().nonZero()).isEmpty();
    }

    /// The reference counts the events of a file; one that a FED lost and another has still counts.
    @Test
    void anEventThatOneFedLostShiftsNothingByTheRulesOfTheReference() throws IOException {
        Path dump = write("together.dmp", 1200, 1201);
        byte[] bytes = Files.readAllBytes(dump);
        int blockBytes = 3 * Long.BYTES;
        int lost = Long.BYTES + 2 * blockBytes;
        byte[] holed =
                ByteBuffer.allocate(bytes.length - blockBytes)
                        .put(bytes, 0, lost)
                        .put(bytes, lost + blockBytes, bytes.length - lost - blockBytes)
                        .array();
        Files.write(dump, holed);
        var settings =
                new GainSettings(cabling, SCAN, FitSettings.PRODUCTION, Counting.AS_REFERENCE, 1);

        FedGains gains =
                new GainCalibration(settings, vcal(), Workers.onCallingThread())
                        .calibrate(1200, List.of(dump), _ -> {});

        assertThat(gains.dumps().getFirst().events().ofBlock())
                .containsExactly(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(gains.fate().counted()).isEqualTo(SCAN.events() - 1L);
    }

    @Test
    void aFirstEventThatNoHeaderCanCarryIsRefused() {
        assertThatThrownBy(
                        () ->
                                new GainSettings(
                                        cabling,
                                        SCAN,
                                        FitSettings.PRODUCTION,
                                        Counting.MENDED,
                                        FedHeader.MAX_EVENT + 1))
                .hasMessage("the first event must be 0..16777215, got 16777216");
    }

    private static void longBlocks(PixelEncoder encoder, int fed, int count) {
        int[] gaps = new int[PixelEncoder.MAX_PAYLOAD];
        Arrays.fill(gaps, StatusWord.gap(1));
        for (int event = 1; event <= count; event++) {
            encoder.block(FedHeader.of(event, 0, fed), gaps, gaps.length, BlockEnd.CLEAN);
        }
    }

    @Test
    void aNameThatContradictsTheBlocksIsRefused() throws IOException {
        Path dump = write("GainCalibration_1200_9.dmp", 1201);

        assertThatThrownBy(() -> GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its name says FED 1200, its blocks are of [1201]");
        assertThat(GainCalibration.byFed(List.of(dump), OptionalInt.of(1200), cabling).keySet())
                .containsExactly(1200);
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
    void errorsOfWholeBlocksStandInTheJournal() throws IOException {
        Path dump = write("GainCalibration_1200_9.dmp", 1200);
        byte[] bytes = Files.readAllBytes(dump);
        bytes[8 + 1] ^= 0x40;
        Files.write(dump, bytes);
        var lineage = new GainLineage("vcal", Sha256.of(""), Sha256.of(""));

        Journal journal =
                lineage.journal(
                        calibrate(1200, dump),
                        settings(),
                        new Author("test", "test"),
                        Instant.EPOCH);

        assertThat(journal.entries().get(1).details()).containsEntry("errors_32", "1");
        assertThat(journal.entries().get(2).details()).containsEntry("events_absent", "0");
    }

    @Test
    void theSameDumpTwiceIsRefused() throws IOException {
        Path dump = write("first.dmp", 1200);
        Path copy = Files.copy(dump, folder.resolve("copy.dmp"));

        assertThatThrownBy(() -> calibrate(1200, dump, copy))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("copy.dmp: has the same content as")
                .hasMessageContaining("first.dmp; give it once");
    }

    @Test
    void eventsThatNoDumpOrMoreThanOneHasAreToldAndCounted() throws IOException {
        Path dump = write("whole.dmp", 1200);
        byte[] bytes = Files.readAllBytes(dump);
        int blockBytes = 3 * Long.BYTES; // a header, a word of a hit and padding, a trailer
        Path half = folder.resolve("half.dmp");
        Files.write(half, Arrays.copyOf(bytes, Long.BYTES + blockBytes * SCAN.events() / 2));

        FedGains gains = calibrate(1200, half);
        assertThat(gains.coverage()).isEqualTo(new ScanCoverage(12, 6, 0));
        assertThat(GainReport.remarks(gains))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith("6 of the scan's 12 events are in no dump"));

        FedGains both = calibrate(1200, dump, half);
        assertThat(both.coverage()).isEqualTo(new ScanCoverage(12, 0, 6));
        assertThat(GainReport.remarks(both))
                .anyMatch(line -> line.startsWith("6 events are in more than one dump"));
    }

    @Test
    void aDumpThatShrinksWhileItIsReadIsNamed() throws IOException {
        Path dump = folder.resolve("shrinking.dmp");
        var encoder = new PixelEncoder();
        longBlocks(encoder, 1200, 2);
        finish(dump, encoder);
        var shrinking =
                new Workers() {
                    @Override
                    public int threads() {
                        return 1;
                    }

                    @Override
                    public <T> void run(List<T> items, Consumer<T> task) {
                        items.forEach(task);
                    }

                    @Override
                    public <T> Supplier<T> start(Supplier<T> task) {
                        try (var channel = FileChannel.open(dump, StandardOpenOption.WRITE)) {
                            channel.truncate(Long.BYTES);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return task;
                    }
                };

        assertThatThrownBy(
                        () ->
                                new GainCalibration(settings(), vcal(), shrinking)
                                        .calibrate(1200, List.of(dump), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("shrinking.dmp: became shorter");
    }

    @Test
    void aDumpOfAFedThatIsNotCabledIsRefusedWithAHint() throws IOException {
        Path dump = write("bench.dmp", 99);

        assertThatThrownBy(() -> GainCalibration.byFed(List.of(dump), OptionalInt.empty(), cabling))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bench.dmp")
                .hasMessageContaining("give the right cabling or name the FED");
    }

    private GainSettings settings() {
        return new GainSettings(cabling, SCAN, FitSettings.PRODUCTION, Counting.MENDED, 1);
    }

    private FedGains calibrate(int fed, Path... dumps) throws IOException {
        return new GainCalibration(settings(), vcal(), Workers.onCallingThread())
                .calibrate(fed, List.of(dumps), _ -> {});
    }

    private static ModuleVcal vcal() {
        return ModuleVcal.of(
                VcalBank.of(
                        VcalCalibration.of(VcalTags.published().latest()),
                        PixelGeometry.phase1(),
                        Instant.EPOCH,
                        new Author("test", "test"),
                        ""));
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
        finish(path, encoder);
        return path;
    }

    private static void finish(Path path, PixelEncoder encoder) throws IOException {
        try (DumpWriter writer = DumpWriter.create(path)) {
            writer.write(encoder);
            writer.finish();
        }
    }
}
