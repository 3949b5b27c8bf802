package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static tare.detectors.pixel.raw.DumpBuilder.FED;
import static tare.detectors.pixel.raw.DumpBuilder.status;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.digi.DigiBatch;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.detectors.pixel.geometry.FedCabling;

class PixelDecoderTest {
    private static final int TIMEOUT_5 = status(5, 29);
    private static final int TIMEOUT_6 = status(6, 29);
    private static final int SECOND = 1 << 20;
    private static final int HIT = PixelWord.hit(5, 1, 2 << 8 | 20, 100);

    private final FedCabling cabling;
    private long hits;

    PixelDecoderTest() throws IOException {
        cabling = BenchCabling.ofVectorDump();
    }

    private final DigiSink count =
            new DigiSink() {
                @Override
                public void begin(int block) {}

                @Override
                public void accept(DigiBatch batch) {
                    hits += batch.size;
                }
            };

    private PixelDecoder decode(DumpBuilder dump, Counting counting) {
        DumpIndex index = dump.index(counting);
        hits = 0;
        var decoder = new PixelDecoder(index, cabling);
        var loop = new BlockLoop(index);
        for (int block = 0; block < index.size(); block++) loop.run(block, decoder, count);
        assertThat(decoder.tally().isBalanced()).isTrue();
        assertThat(decoder.tally().count(PixelWordKind.HIT)).isEqualTo(hits);
        return decoder;
    }

    private PixelDecoder decode(int... payload) {
        return decode(DumpBuilder.ofRun(1).block(1, payload), Counting.MENDED);
    }

    @Test
    void countsATimeOutOncePerPairForTheLinkInTheWords() {
        PixelDecoder decoder = decode(HIT, TIMEOUT_5, TIMEOUT_5 | SECOND, HIT);
        assertThat(decoder.errors().count(29)).isEqualTo(1);
        assertThat(decoder.errors().count(29, 5)).isEqualTo(1);
        assertThat(decoder.tally().count(PixelWordKind.TIMEOUT)).isEqualTo(1);
        assertThat(decoder.tally().count(PixelWordKind.TIMEOUT_SECOND)).isEqualTo(1);
        assertThat(hits).isEqualTo(2);
    }

    @Test
    void countsTwoPairsInARowAsTwoTimeOuts() {
        PixelDecoder decoder = decode(TIMEOUT_5, TIMEOUT_5 | SECOND, TIMEOUT_5, TIMEOUT_5 | SECOND);
        assertThat(decoder.errors().count(29, 5)).isEqualTo(2);
        assertThat(decoder.tally().count(PixelWordKind.TIMEOUT_SECOND)).isEqualTo(2);
    }

    @Test
    void countsPairsOfDifferentLinksApart() {
        PixelDecoder decoder = decode(TIMEOUT_5, TIMEOUT_5 | SECOND, TIMEOUT_6, TIMEOUT_6 | SECOND);
        assertThat(decoder.errors().count(29, 5)).isEqualTo(1);
        assertThat(decoder.errors().count(29, 6)).isEqualTo(1);
    }

    @Test
    void countsHalfAPairAsOneTimeOut() {
        assertThat(decode(TIMEOUT_5).errors().count(29, 5)).isEqualTo(1);
        assertThat(decode(TIMEOUT_5, TIMEOUT_6).errors().count(29)).isEqualTo(2);
        assertThat(decode(TIMEOUT_5, TIMEOUT_5 | SECOND, TIMEOUT_5).errors().count(29))
                .isEqualTo(2);
    }

    @Test
    void doesNotPairTimeOutsThatOtherWordsSeparate() {
        assertThat(decode(TIMEOUT_5, HIT, TIMEOUT_5).errors().count(29)).isEqualTo(2);
        assertThat(decode(TIMEOUT_5, status(5, 31), TIMEOUT_5).errors().count(29)).isEqualTo(2);
    }

    @Test
    void doesNotPairTimeOutsOfDifferentBlocks() {
        PixelDecoder decoder =
                decode(
                        DumpBuilder.ofRun(1).block(1, HIT, TIMEOUT_5).block(2, TIMEOUT_5, HIT),
                        Counting.MENDED);
        assertThat(decoder.errors().count(29, 5)).isEqualTo(2);
    }

    /// The loop hands on 2,048 words at a time; pairs must not fall apart between two steps.
    @ParameterizedTest
    @ValueSource(ints = {2045, 2046, 2047, 2048, 2049, 4094, 4095, 4096})
    void keepsPairsTogetherWhereverTheDecodingStepEnds(int hitsBefore) {
        int[] payload = new int[hitsBefore + 6];
        Arrays.fill(payload, HIT);
        for (int i = 0; i < 4; i++) payload[hitsBefore + i] = TIMEOUT_5 | (i % 2) * SECOND;
        PixelDecoder decoder = decode(payload);
        assertThat(decoder.errors().count(29, 5)).isEqualTo(2);
        assertThat(decoder.tally().count(PixelWordKind.TIMEOUT_SECOND)).isEqualTo(2);
        assertThat(hits).isEqualTo(hitsBefore + 2);
    }

    /// Words with many repetitions, decoded in one go and in pieces of every size.
    @ParameterizedTest
    @EnumSource(Counting.class)
    void countsTheSameInOneStepAsInMany(Counting counting) {
        for (int seed = 0; seed < 200; seed++) {
            int[] words = statusRich(seed, 64);
            PixelDecoder whole = inSteps(words, words.length, counting);
            for (int step : new int[] {1, 2, 3, 7, 32}) {
                PixelDecoder pieces = inSteps(words, step, counting);
                assertThat(pieces.tally().nonZero())
                        .as("seed %d, steps of %d", seed, step)
                        .isEqualTo(whole.tally().nonZero());
                for (int link = 0; link < PixelWord.LINKS; link++) {
                    assertThat(pieces.errors().count(29, link))
                            .as("seed %d, steps of %d", seed, step)
                            .isEqualTo(whole.errors().count(29, link));
                }
            }
        }
    }

    /// A run of time-outs of one link holds a pair for every two words; whatever else comes ends
    /// it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsTimeOutsLikeAPlainCountOfRuns(long seed) {
        int[] words = statusRich(seed, 9000);
        PixelDecoder decoder = decode(words);
        for (int link : new int[] {5, 6}) {
            long expected = 0;
            for (int from = 0; from < words.length; from++) {
                int until = from;
                while (until < words.length && isTimeout(words[until], link)) until++;
                expected += (until - from + 1) / 2;
                from = Math.max(from, until - 1);
            }
            assertThat(decoder.errors().count(29, link))
                    .as("seed %d, link %d", seed, link)
                    .isEqualTo(expected)
                    .isGreaterThan(500);
        }
        assertThat(decoder.tally().count(PixelWordKind.TIMEOUT_SECOND))
                .isEqualTo(
                        Arrays.stream(words)
                                        .filter(word -> isTimeout(word, 5) || isTimeout(word, 6))
                                        .count()
                                - decoder.errors().count(29));
    }

    private static boolean isTimeout(int word, int link) {
        return PixelWord.roc(word) == 29 && PixelWord.link(word) == link;
    }

    /// The reference looks at a status word only if its link and ROC differ from those of the last
    /// word that was no padding.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsRunsOnceLikeThePlainLoopOfTheReference(long seed) {
        int[] words = statusRich(seed, 9000);
        PixelDecoder decoder = decode(DumpBuilder.ofRun(1).block(1, words), Counting.AS_REFERENCE);
        long[] expected = new long[32];
        int last = -1;
        for (int word : words) {
            if (word == 0) continue;
            if (PixelWord.linkRoc(word) != last) expected[PixelWord.roc(word)]++;
            last = PixelWord.linkRoc(word);
        }
        for (int type : new int[] {25, 29, 31}) {
            assertThat(decoder.errors().count(type))
                    .as("seed %d, type %d", seed, type)
                    .isEqualTo(expected[type])
                    .isGreaterThan(500);
        }
    }

    private static int[] statusRich(long seed, int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] choices = {
            TIMEOUT_5, TIMEOUT_5 | SECOND, TIMEOUT_6, status(5, 25), status(5, 31), HIT, 0
        };
        int[] words = new int[count];
        for (int i = 0; i < count; i++) words[i] = choices[random.nextInt(choices.length)];
        return words;
    }

    private PixelDecoder inSteps(int[] words, int step, Counting counting) {
        var decoder =
                new PixelDecoder(DumpBuilder.ofRun(1).block(1, words).index(counting), cabling);
        var batch = new DigiBatch(words.length);
        assertThat(decoder.begin(0)).isTrue();
        for (int from = 0; from < words.length; from += step) {
            int until = Math.min(from + step, words.length);
            decoder.decode(Arrays.copyOfRange(words, from, until), until - from, batch);
        }
        return decoder;
    }

    @Test
    void reportsADisabledChannelOnlyWhereOneIsCabled() {
        PixelDecoder decoder = decode(status(5, 25), status(40, 25), status(40, 25));
        assertThat(decoder.errors().count(25)).isEqualTo(1);
        assertThat(decoder.errors().count(25, 5)).isEqualTo(1);
        assertThat(decoder.tally().count(PixelWordKind.DISABLED_UNCABLED)).isEqualTo(2);
    }

    @Test
    void takesANinthRocForInvalidAndNeverForAHit() {
        int address = 2 << 8 | 20;
        PixelDecoder decoder =
                decode(
                        PixelWord.hit(5, 9, address, 1),
                        PixelWord.hit(5, 0, address, 1),
                        PixelWord.hit(5, 24, address, 1),
                        PixelWord.hit(1, 5, address, 1),
                        PixelWord.hit(40, 1, address, 1));
        assertThat(hits).isZero();
        assertThat(decoder.errors().count(36)).isEqualTo(5);
        assertThat(decoder.errors().count(36, 5)).isEqualTo(3);
    }

    @Test
    void countsInvalidAddressesByRoc() {
        PixelDecoder decoder = decode(PixelWord.hit(5, 3, 31 << 8 | 20, 1), HIT);
        int roc = cabling.ordinal(FedCabling.linkRoc(5, 3));
        assertThat(decoder.errors().count(37, 5)).isEqualTo(1);
        assertThat(decoder.invalidByRoc()[roc]).isEqualTo(1);
        assertThat(Arrays.stream(decoder.invalidByRoc()).sum()).isEqualTo(1);
    }

    @Test
    void tellsTbmOverflowFromOtherTrailerErrors() {
        PixelDecoder decoder =
                decode(
                        status(5, 30) | 1 << 8,
                        status(5, 30) | 8 << 8,
                        status(5, 30),
                        status(5, 30) | 9 << 8);
        assertThat(decoder.errors().count(40)).isEqualTo(1);
        assertThat(decoder.errors().count(30)).isEqualTo(3);
    }

    @Test
    void countsEveryPaddingWord() {
        assertThat(decode(HIT, 0, 0, 0).tally().count(PixelWordKind.PADDING)).isEqualTo(3);
        assertThat(decode(HIT).tally().count(PixelWordKind.PADDING)).isEqualTo(1);
    }

    @Test
    void refusesABlockWithTheCrcFlagAsAWhole() {
        PixelDecoder decoder =
                decode(
                        DumpBuilder.ofRun(1).framed(1, FED, 4, HIT, HIT).block(2, HIT, 0),
                        Counting.MENDED);
        assertThat(decoder.tally().count(PixelWordKind.CRC_ERROR)).isEqualTo(2);
        assertThat(decoder.errors().count(39)).isEqualTo(1);
        assertThat(hits).isEqualTo(1);
    }

    @Test
    void countsAWrongSourceAndAWrongLengthAndDecodesAllTheSame() {
        PixelDecoder decoder =
                decode(
                        DumpBuilder.ofRun(1)
                                .framed(1, FED + 1, 0, HIT)
                                .blockOfLength(2, 99, HIT, HIT)
                                .block(3, HIT),
                        Counting.MENDED);
        assertThat(decoder.errors().count(32)).isEqualTo(1);
        assertThat(decoder.errors().count(34)).isEqualTo(1);
        assertThat(hits).isEqualTo(4);
    }

    @Test
    void countsARunOfEqualStatusWordsOnceAsTheReferenceDoes() {
        int[] payload = {
            status(5, 31), status(5, 31) | 3, status(5, 31), status(6, 31), HIT, status(6, 31)
        };
        DumpBuilder dump = DumpBuilder.ofRun(1).block(1, payload).block(2, payload);
        PixelDecoder reference = decode(dump, Counting.AS_REFERENCE);
        assertThat(reference.errors().count(31, 5)).isEqualTo(2);
        assertThat(reference.errors().count(31, 6)).isEqualTo(4);
        assertThat(reference.tally().count(PixelWordKind.REPEATED)).isEqualTo(4);
        PixelDecoder mended = decode(dump, Counting.MENDED);
        assertThat(mended.errors().count(31, 5)).isEqualTo(6);
        assertThat(mended.tally().count(PixelWordKind.REPEATED)).isZero();
    }

    @Test
    void letsPaddingInsideARunOfStatusWordsPassAsTheReferenceDoes() {
        PixelDecoder decoder =
                decode(
                        DumpBuilder.ofRun(1).block(1, status(5, 31), 0, status(5, 31)),
                        Counting.AS_REFERENCE);
        assertThat(decoder.errors().count(31)).isEqualTo(1);
    }

    @Test
    void countsAnInvalidAddressEveryTimeInEitherMode() {
        int bad = PixelWord.hit(5, 3, 31 << 8 | 20, 1);
        for (Counting counting : Counting.values()) {
            PixelDecoder decoder = decode(DumpBuilder.ofRun(1).block(1, bad, bad, bad), counting);
            assertThat(decoder.errors().count(37)).isEqualTo(3);
        }
    }
}
