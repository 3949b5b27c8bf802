package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.detectors.pixel.geometry.CabledRoc;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingScope;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RawDetectorId;

class WordExplanationTest {
    private static final PixelGeometry GEOMETRY = PixelGeometry.phase1();
    private final WordExplainer uncabled = WordExplainer.withoutCabling(GEOMETRY);

    @Test
    void setsTheBitsOfAFieldUnderARulerOfTheirNumbers() {
        WordExplanation word = uncabled.explain(0x44c79865);

        assertThat(word.hex()).isEqualTo("0x44c79865");
        assertThat(word.kind()).isEqualTo(PixelWordKind.HIT);
        assertThat(word.readings().getFirst().picture(word.word()))
                .containsExactly(
                        "31-26   25-21  20-16  15-8      7-0",
                        "010001  00110  00111  10011000  01100101",
                        "link = 17, ROC = 6, double column = 7, pixel id = 152, ADC = 101");
    }

    @Test
    void readsAHitInBothFormatsIfNothingTellsWhichItIs() {
        WordExplanation word = uncabled.explain(0x44c79865);

        assertThat(word.headline())
                .isEqualTo(
                        "hit at link 17 ROC 6, 101 ADC: row 4, column 14, unless in barrel layer 1"
                                + " - or row 24, column 15 if in barrel layer 1");
        assertThat(word.lines()).anyMatch(line -> line.contains("ambiguous"));
    }

    @Test
    void readsAHitInTheOnlyFormatThatHasItsAddress() {
        // Double column 0, pixel id 0: not in most layers; layer 1: row 0, column 0.
        WordExplanation word = uncabled.explain(PixelWord.hit(1, 1, 0, 49));

        assertThat(word.readings()).hasSize(1);
        assertThat(word.readings().getFirst().meaning())
                .containsExactly(
                        "hit at link 1 ROC 1, 49 ADC: row 0, column 0",
                        "no pixel has this address elsewhere");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesEveryBitOfEveryWordToOneField(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            long random64 = random.nextLong();
            // Every other one is made a header or a trailer.
            long word = (i & 1) == 0 ? random64 : framed(random64);
            for (WordExplanation explanation : uncabled.explain(word)) {
                for (WordReading reading : explanation.readings()) {
                    String bits =
                            reading.fields().stream()
                                    .map(field -> field.binary(explanation.word()))
                                    .collect(Collectors.joining());
                    assertThat(bits).as("seed %d word %x", seed, word).hasSize(explanation.bits());
                    assertThat(Long.parseUnsignedLong(bits, 2))
                            .as("seed %d word %x", seed, word)
                            .isEqualTo(explanation.word());
                }
            }
        }
    }

    private static long framed(long word) {
        return (word & 4) == 0
                ? word & 0x00FF_FFFF_FFFF_FFF0L | 0x5000_0000_0000_0000L
                : word & 0x0000_3FFF_FFFF_FFFCL | 0xA000_0000_0000_0000L;
    }

    /// An invalid address is of its ROC's module, other errors of that of the link's ROC 1; a
    /// nearly full FIFO (28) is of none.
    @Test
    void namesTheModuleThatAnErrorSpeaksOf() throws IOException {
        FedCabling cabling = BenchCabling.ofVectorDump();
        WordExplainer explainer = WordExplainer.of(GEOMETRY, cabling);
        for (int error :
                new int[] {
                    StatusWord.disabledChannel(5),
                    StatusWord.timeoutFirst(5),
                    StatusWord.tbmTrailer(5, 1),
                    StatusWord.tbmTrailer(5, 8),
                    StatusWord.eventNumberMismatch(5),
                    StatusWord.invalidPixel(5, 2, 1),
                    PixelWord.hit(5, 9, 20, 1)
                }) {
            PixelModule module = GEOMETRY.module(cabling.moduleOfLink(5));
            assertThat(explainer.explain(error).readings().getFirst().meaning().getLast())
                    .isEqualTo("module " + module.name() + " (" + module.id().value() + ")");
        }
        for (int ofNone :
                new int[] {
                    StatusWord.fifoNearlyFull(5),
                    StatusWord.gap(5),
                    StatusWord.timeoutFirst(40),
                    StatusWord.disabledChannel(40),
                    PixelWord.hit(40, 1, 20, 1)
                }) {
            assertThat(explainer.explain(ofNone).lines()).noneMatch(it -> it.contains("(3"));
        }
    }

    @Test
    void explainsEveryWordAsTheReferenceDoes() throws IOException {
        int rows = 0;
        try (CsvReader<NamedCsvRecord> table = reference()) {
            for (NamedCsvRecord row : table) {
                check(row);
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(3000);
    }

    private static CsvReader<NamedCsvRecord> reference() {
        InputStream bytes =
                Objects.requireNonNull(PixelGeometry.class.getResourceAsStream("pixel-hits.csv"));
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private static void check(NamedCsvRecord row) throws IOException {
        int word = Integer.parseUnsignedInt(row.getField("word_hex"), 16);
        String position = row.getField("roc_in_module");
        String text =
                String.join("\n", explainer(row).explain(word).readings().getFirst().meaning());
        switch (row.getField("outcome")) {
            case "hit" ->
                    assertThat(text)
                            .contains(row.getField("det_raw_id"), "ROC position " + position)
                            .contains(
                                    row.getField("adc")
                                            + " ADC: row "
                                            + row.getField("roc_row")
                                            + ", column "
                                            + row.getField("roc_col"))
                            .endsWith(
                                    "module row "
                                            + row.getField("mod_row")
                                            + ", column "
                                            + row.getField("mod_col"));
            case "error" ->
                    assertThat(text)
                            .as(row.toString())
                            .contains("(error " + row.getField("error_type") + ")");
            case "ignored" -> assertThat(text).as(row.toString()).contains("ignored");
            default -> assertThat(text).as(row.toString()).startsWith("padding");
        }
    }

    /// Eight ROCs of a module at the word's link, its own ROC at its position; at another link if
    /// the channel is not cabled.
    private static WordExplainer explainer(NamedCsvRecord row) throws IOException {
        int link = Integer.parseInt(row.getField("link"));
        boolean isCabled = row.getField("channel_cabled").equals("1");
        int cabledLink = isCabled && link >= 1 && link <= CabledRoc.LINKS ? link : 1 + link % 48;
        String position = row.getField("roc_in_module");
        int roc = Integer.parseInt(row.getField("roc"));
        int shift = position.isEmpty() ? 0 : Integer.parseInt(position) - roc + 32;
        List<CabledRoc> rocs =
                IntStream.rangeClosed(1, CabledRoc.ROCS_IN_LINK)
                        .mapToObj(
                                i ->
                                        new CabledRoc(
                                                0,
                                                cabledLink,
                                                i,
                                                RawDetectorId.parse(row.getField("det_raw_id")),
                                                (i + shift) % 16))
                        .toList();
        return WordExplainer.of(
                GEOMETRY, Cabling.of(rocs, CablingScope.BENCH).forFed(0).orElseThrow());
    }

    @Test
    void saysWhatIsWrongWithATrailer() {
        long flagged = FedTrailer.of(5, 0xBEEF).word() | 1L << 15 | 1L << 14 | 1L << 2 | 4 << 4;

        WordExplanation word = FrameExplanations.trailer(flagged, 6);

        assertThat(String.join("\n", word.readings().getFirst().meaning()))
                .contains("CRC 0xbeef, error flags")
                .contains("wrong FED id", "S-LINK error", "error 39", "4, busy")
                .contains("length 5, but the block has 6 words (error 34)");
    }

    @Test
    void doubtsABunchCrossingThatNoOrbitHas() {
        List<WordExplanation> last = uncabled.explain(FedHeader.of(1, 3563, 1200).word());
        List<WordExplanation> beyond = uncabled.explain(FedHeader.of(1, 3564, 1200).word());

        assertThat(last.getFirst().readings().getFirst().meaning()).hasSize(1);
        assertThat(beyond.getFirst().lines()).anyMatch(it -> it.contains("no such bunch crossing"));
    }

    @Test
    void refusesFieldsThatLeaveAGap() {
        List<WordField> fields =
                List.of(WordField.number("a", 0, 31, 20), WordField.number("b", 0, 18, 0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordReading(fields, List.of()))
                .withMessageContaining("gap");
    }
}
