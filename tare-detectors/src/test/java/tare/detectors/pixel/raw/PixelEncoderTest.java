package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.digi.DigiBatch;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.decode.RawFile;
import tare.decode.Tally;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;

class PixelEncoderTest {
    /// Cables barrel layers 1 and others, so both address formats.
    private static final FedCabling FED = CablingGenerator.phase1().forFed(1200).orElseThrow();

    @TempDir Path folder;

    /// A block as it was meant, to be found again.
    private record Block(int event, List<Long> hits) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void decodesToWhatWasEncoded(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var expected = new Tally<>(PixelWordKind.class);
        List<Block> blocks = new ArrayList<>();
        Path file = folder.resolve("GainCalibration_1200_7.dmp");
        try (DumpWriter writer = DumpWriter.create(file)) {
            var encoder = new PixelEncoder();
            encoder.runWord(7);
            expected.add(PixelWordKind.RUN_WORD, 2);
            for (int event = 1; event <= 200; event++) {
                blocks.add(encodeBlock(event, encoder, random, expected));
                if (random.nextInt(10) == 0) {
                    encoder.stray(random.nextLong() >>> 8);
                    expected.add(PixelWordKind.STRAY, 2);
                }
                if (event % 50 == 0) {
                    writer.write(encoder);
                    encoder.clear();
                }
            }
            writer.finish();
        }
        checkFile(file, blocks, expected, seed);
    }

    private static Block encodeBlock(
            int event,
            PixelEncoder encoder,
            SplittableRandom random,
            Tally<PixelWordKind> expected) {
        int[] payload = new int[8000];
        int count = random.nextInt(10) == 0 ? 0 : random.nextInt(random.nextInt(1, 6000));
        List<Long> hits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextInt(20) == 0) {
                payload[i] = other(random, expected);
            } else {
                payload[i] = hit(random, hits);
            }
        }
        encoder.block(FedHeader.of(event, 3, FED.fed()), payload, count, BlockEnd.CLEAN);
        expected.add(PixelWordKind.HEADER, 2);
        expected.add(PixelWordKind.TRAILER, 2);
        expected.add(PixelWordKind.PADDING, count % 2);
        expected.add(PixelWordKind.HIT, hits.size());
        return new Block(event, hits);
    }

    private static int hit(SplittableRandom random, List<Long> hits) {
        int roc = random.nextInt(FED.rocCount());
        int row = random.nextInt(RocPixel.ROWS);
        int column = random.nextInt(RocPixel.COLUMNS);
        int adc = random.nextInt(256);
        hits.add((long) (roc << 13 | PixelDecoder.pixel(row, column)) << 8 | adc);
        return PixelWord.hit(FED, roc, row, column, adc);
    }

    private static int other(SplittableRandom random, Tally<PixelWordKind> expected) {
        int roc = random.nextInt(FED.rocCount());
        int link = FED.link(roc);
        PixelWordKind kind =
                List.of(
                                PixelWordKind.DISABLED_CHANNEL,
                                PixelWordKind.GAP,
                                PixelWordKind.FILL,
                                PixelWordKind.FIFO_NEARLY_FULL,
                                PixelWordKind.TBM_TRAILER,
                                PixelWordKind.TBM_OVERFLOW,
                                PixelWordKind.EVENT_NUMBER,
                                PixelWordKind.INVALID_PIXEL,
                                PixelWordKind.INVALID_ROC)
                        .get(random.nextInt(9));
        expected.add(kind, 1);
        return switch (kind) {
            case DISABLED_CHANNEL -> StatusWord.disabledChannel(link);
            case GAP -> StatusWord.gap(link);
            case FILL -> StatusWord.fill(link);
            case FIFO_NEARLY_FULL -> StatusWord.fifoNearlyFull(link);
            case TBM_TRAILER -> StatusWord.tbmTrailer(link, StatusWord.TBM_WRONG_ROC_COUNT);
            case TBM_OVERFLOW -> StatusWord.tbmTrailer(link, StatusWord.TBM_OVERFLOW);
            case EVENT_NUMBER -> StatusWord.eventNumberMismatch(link);
            case INVALID_PIXEL -> StatusWord.invalidPixel(link, FED.roc(roc), random.nextInt(256));
            default -> PixelWord.hit(link, 9, 0x155, random.nextInt(256));
        };
    }

    private static void checkFile(
            Path file, List<Block> blocks, Tally<PixelWordKind> expected, long seed)
            throws IOException {
        try (RawFile raw = RawFile.open(file)) {
            DumpIndex index = DumpIndex.of(raw, Counting.MENDED);
            var decoder = new PixelDecoder(index, FED);
            var loop = new BlockLoop(index);
            assertThat(index.runWord()).as("seed %d", seed).hasValue(7);
            assertThat(index.size()).as("seed %d", seed).isEqualTo(blocks.size());
            for (int i = 0; i < blocks.size(); i++) {
                List<Long> hits = new ArrayList<>();
                loop.run(i, decoder, into(hits));
                assertThat(hits).as("seed %d block %d", seed, i).isEqualTo(blocks.get(i).hits());
                assertThat(index.header(i).eventNumber()).isEqualTo(blocks.get(i).event());
                assertThat(index.trailer(i).length64()).isEqualTo(index.length64(i));
            }
            var found = new Tally<>(PixelWordKind.class);
            found.merge(index.framing());
            found.merge(decoder.tally());
            assertThat(found.nonZero()).as("seed %d", seed).isEqualTo(expected.nonZero());
            assertThat(found.wordsRead()).isEqualTo(raw.sizeBytes() / Integer.BYTES);
            assertThat(found.isBalanced()).isTrue();
        }
    }

    private static DigiSink into(List<Long> hits) {
        return new DigiSink() {
            @Override
            public void begin(int block) {
                assertThat(hits).isEmpty();
            }

            @Override
            public void accept(DigiBatch batch) {
                for (int i = 0; i < batch.size; i++) {
                    hits.add((long) batch.channel[i] << 8 | batch.value[i]);
                }
            }
        };
    }

    @Test
    void aTimeoutPairCountsOnceForItsLink() throws IOException {
        int link = FED.link(0);
        int[] payload = {StatusWord.timeoutFirst(link), StatusWord.timeoutSecond(link)};
        PixelDecoder decoder = decode(payload, BlockEnd.CLEAN);

        assertThat(decoder.errors().count(29, link)).isEqualTo(1);
        assertThat(decoder.tally().count(PixelWordKind.TIMEOUT_SECOND)).isEqualTo(1);
    }

    @Test
    void aBlockWithTheCrcFlagIsRefusedWhole() throws IOException {
        int[] payload = {PixelWord.hit(FED, 0, 1, 2, 3), PixelWord.hit(FED, 0, 4, 5, 6)};
        PixelDecoder decoder = decode(payload, BlockEnd.CRC_FLAG);

        assertThat(decoder.tally().count(PixelWordKind.CRC_ERROR)).isEqualTo(2);
        assertThat(decoder.errors().count(39)).isEqualTo(1);
    }

    @Test
    void aWrongLengthIsReportedAndTheHitsAreKept() throws IOException {
        int[] payload = {PixelWord.hit(FED, 0, 1, 2, 3)};
        PixelDecoder decoder = decode(payload, BlockEnd.WRONG_LENGTH);

        assertThat(decoder.tally().count(PixelWordKind.HIT)).isEqualTo(1);
        assertThat(decoder.errors().count(34)).isEqualTo(1);
    }

    private PixelDecoder decode(int[] payload, BlockEnd end) throws IOException {
        Path file = write(payload, payload.length, end);
        try (RawFile raw = RawFile.open(file)) {
            DumpIndex index = DumpIndex.of(raw, Counting.MENDED);
            var decoder = new PixelDecoder(index, FED);
            new BlockLoop(index).run(0, decoder, into(new ArrayList<>()));
            return decoder;
        }
    }

    private Path write(int[] payload, int count, BlockEnd end) throws IOException {
        Path file = folder.resolve("one.dmp");
        try (DumpWriter writer = DumpWriter.create(file)) {
            var encoder = new PixelEncoder();
            encoder.runWord(1);
            encoder.block(FedHeader.of(1, 0, FED.fed()), payload, count, end);
            writer.write(encoder);
            writer.finish();
        }
        return file;
    }

    @Test
    void aBlockWithoutATrailerIsReported() throws IOException {
        int[] payload = {PixelWord.hit(FED, 0, 1, 2, 3), 0};
        try (RawFile raw = RawFile.open(write(payload, 2, BlockEnd.NO_TRAILER))) {
            DumpIndex index = DumpIndex.of(raw.bytes(), Counting.MENDED);
            assertThat(index.size()).isZero();
            assertThat(index.errors().count(33)).isEqualTo(1);
        }
    }

    @Test
    void writesTheLongestBlockAndRefusesALongerOne() throws IOException {
        int most = PixelEncoder.MAX_PAYLOAD;
        try (RawFile raw = RawFile.open(write(new int[most], most, BlockEnd.CLEAN))) {
            DumpIndex index = DumpIndex.of(raw, Counting.MENDED);
            assertThat(index.payloadWords(0)).isEqualTo(most);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(new int[most + 1], most + 1, BlockEnd.CLEAN))
                .withMessageContaining("payload words must be 0..32762, got 32763");
        assertThat(folder.resolve("one.dmp.part")).doesNotExist();
    }

    @Test
    void refusesAHeaderAsAStrayWord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PixelEncoder().stray(FedHeader.of(1, 2, 3).word()))
                .withMessageContaining("is a block header");
    }

    @Test
    void aFileThatWasGivenUpLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("kept.dmp");
        Files.writeString(file, "as it was");
        var encoder = new PixelEncoder();
        encoder.runWord(5);
        try (DumpWriter writer = DumpWriter.create(file)) {
            writer.write(encoder);
            assertThat(writer.sizeBytes()).isEqualTo(8);
        }
        assertThat(file).hasContent("as it was");
        assertThat(folder.resolve("kept.dmp.part")).doesNotExist();
    }
}
