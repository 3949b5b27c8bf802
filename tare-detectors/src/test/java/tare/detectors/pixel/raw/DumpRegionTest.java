package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
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
import tare.decode.Tally;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.FedCabling;

class DumpRegionTest {
    private static final Cabling CABLING = CablingGenerator.phase1();
    private static final FedCabling FED = CABLING.forFed(1200).orElseThrow();

    private static final DigiSink NOWHERE =
            new DigiSink() {
                @Override
                public void begin(int block) {}

                @Override
                public void accept(DigiBatch digis) {}
            };

    @TempDir Path folder;

    /// Whatever a file holds, its explanation counts the same words as its decoding.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void countsWordsAsTheDecoderDoes(long seed) throws IOException {
        DumpIndex index = index(random(new SplittableRandom(seed)));
        var decoder = new PixelDecoder(index, FED);
        var loop = new BlockLoop(index);
        for (int block = 0; block < index.size(); block++) loop.run(block, decoder, NOWHERE);
        var expected = new Tally<>(PixelWordKind.class);
        expected.merge(index.framing());
        expected.merge(decoder.tally());

        var offsets = new ArrayList<Long>();
        Tally<PixelWordKind> found =
                DumpRegion.ofBytes(index, 0, Long.MAX_VALUE)
                        .explain(WordExplainer.byFed(CABLING), word -> offsets.add(word.offset()));

        assertThat(found.nonZero()).as("seed %d", seed).isEqualTo(expected.nonZero());
        assertThat(found.isBalanced()).isTrue();
        assertThat(offsets).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
    }

    /// A word is the same wherever one begins to look.
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void explainsAWordTheSameFromAnyBeginning(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        DumpIndex index = index(random(random));
        List<PlacedWord> all = words(DumpRegion.ofBytes(index, 0, Long.MAX_VALUE));
        long words = index.bytes().byteSize() / 8;

        for (int i = 0; i < 200; i++) {
            long from = random.nextLong(words);
            DumpRegion part = DumpRegion.ofBytes(index, from * 8 + i % 8, random.nextLong(1, 40));
            List<PlacedWord> expected =
                    all.stream()
                            .filter(it -> it.offset() >= part.from() * 8)
                            .filter(it -> it.offset() < part.until() * 8)
                            .toList();
            assertThat(words(part)).as("seed %d word %d", seed, from).isEqualTo(expected);
        }
    }

    private static List<PlacedWord> words(DumpRegion region) {
        var words = new ArrayList<PlacedWord>();
        region.explain(WordExplainer.byFed(CABLING), words::add);
        return words;
    }

    private PixelEncoder random(SplittableRandom random) {
        var encoder = new PixelEncoder();
        encoder.runWord(7);
        for (int event = 1; event <= 60; event++) {
            int[] payload = new int[random.nextInt(1, 60)];
            for (int i = 0; i < payload.length; i++) payload[i] = word(random);
            BlockEnd end = BlockEnd.values()[Math.max(0, random.nextInt(14) - 10)];
            encoder.block(FedHeader.of(event, 3, FED.fed()), payload, payload.length, end);
            if (random.nextInt(5) == 0) encoder.stray(random.nextLong() >>> 8);
        }
        return encoder;
    }

    private static int word(SplittableRandom random) {
        int link = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> StatusWord.timeoutFirst(link);
            case 1 -> StatusWord.timeoutSecond(link);
            case 2 -> StatusWord.fill(link);
            case 3 -> random.nextInt();
            default -> PixelWord.hit(link, 1 + random.nextInt(9), random.nextInt(8192), 100);
        };
    }

    private DumpIndex index(PixelEncoder encoder) throws IOException {
        Path file = folder.resolve("GainCalibration_1200_7.dmp");
        try (DumpWriter writer = DumpWriter.create(file)) {
            writer.write(encoder);
            writer.finish();
        }
        return DumpIndex.of(MemorySegment.ofArray(Files.readAllBytes(file)), Counting.MENDED);
    }

    @Test
    void findsTheBlocksOfAnEventAndTheRefusedWordsBeforeThem() throws IOException {
        var encoder = new PixelEncoder();
        encoder.runWord(7);
        encoder.block(FedHeader.of(1, 3, FED.fed()), new int[] {0, 0}, 2, BlockEnd.CLEAN);
        encoder.stray(1);
        encoder.stray(2);
        encoder.block(FedHeader.of(2, 3, FED.fed()), new int[] {0, 0}, 2, BlockEnd.CLEAN);
        encoder.block(FedHeader.of(2, 3, 1201), new int[] {0, 0}, 2, BlockEnd.CLEAN);
        DumpIndex index = index(encoder);

        List<DumpRegion> regions = DumpRegion.ofEvent(index, 2);

        assertThat(regions).hasSize(2);
        assertThat(regions.getFirst().refusedBefore()).isEqualTo(2);
        assertThat(regions.getFirst().from()).isEqualTo(6);
        assertThat(regions.getLast().refusedBefore()).isZero();
        assertThat(DumpRegion.ofBlock(index, 0).refusedBefore()).isZero();
        assertThat(DumpRegion.ofBytes(index, 0, 1).refusedBefore()).isZero();
        assertThat(words(DumpRegion.ofBytes(index, 32, 2)))
                .allMatch(it -> it.explanation().kind() == PixelWordKind.STRAY);
    }

    @Test
    void refusesPlacesThatTheFileDoesNotHave() throws IOException {
        var encoder = new PixelEncoder();
        encoder.block(FedHeader.of(1, 3, FED.fed()), new int[] {0, 0}, 2, BlockEnd.CLEAN);
        DumpIndex index = index(encoder);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DumpRegion.ofBlock(index, 1))
                .withMessageContaining("blocks 0..0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DumpRegion.ofBytes(index, 24, 1))
                .withMessageContaining("bytes 0..23");
    }
}
