package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tare.core.digi.DigiBatch;
import tare.decode.WordKind;
import tare.detectors.pixel.geometry.CablingException;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.RawDetectorId;

/// Every word of the reference table, alone in a block.
class HitWordsTest {
    private static final String TABLE = "/tare/detectors/pixel/geometry/pixel-hits.csv";

    private final PixelGeometry geometry = PixelGeometry.phase1();
    private final DigiBatch hits = new DigiBatch(8);
    private final Map<String, FedCabling> cablings = new HashMap<>();

    @Test
    void becomeWhatTheReferenceMakesOfThem() throws IOException {
        Map<PixelWordKind, Integer> seen = new EnumMap<>(PixelWordKind.class);
        int line = 2;
        for (String row : BenchCabling.rows(TABLE)) {
            line++;
            seen.merge(check("line " + line, row.split(",", -1)), 1, Integer::sum);
        }
        assertThat(seen)
                .containsOnlyKeys(
                        PixelWordKind.HIT,
                        PixelWordKind.PADDING,
                        PixelWordKind.GAP,
                        PixelWordKind.FILL,
                        PixelWordKind.DISABLED_CHANNEL,
                        PixelWordKind.DISABLED_UNCABLED,
                        PixelWordKind.FIFO_NEARLY_FULL,
                        PixelWordKind.TIMEOUT,
                        PixelWordKind.TBM_TRAILER,
                        PixelWordKind.TBM_OVERFLOW,
                        PixelWordKind.EVENT_NUMBER,
                        PixelWordKind.INVALID_ROC,
                        PixelWordKind.INVALID_PIXEL)
                .containsEntry(PixelWordKind.HIT, 2636)
                .containsEntry(PixelWordKind.PADDING, 1);
    }

    private PixelWordKind check(String where, String[] row) throws CablingException {
        int word = Integer.parseUnsignedInt(row[0], 16);
        FedCabling cabling = cabling(word, row);
        PixelDecoder decoder =
                new PixelDecoder(
                        DumpBuilder.ofRun(1).block(1, word).index(Counting.MENDED), cabling);
        PixelWordKind kind = decoder.classify(word);
        switch (row[6]) {
            case "hit" -> assertThat(kind).as(where).isEqualTo(PixelWordKind.HIT);
            case "padding" -> assertThat(kind).as(where).isEqualTo(PixelWordKind.PADDING);
            case "ignored" -> assertThat(kind.group()).as(where).isEqualTo(WordKind.Group.IGNORED);
            case "error" ->
                    assertThat(PixelDecoder.errorType(kind))
                            .as(where)
                            .isEqualTo(Integer.parseInt(row[7]));
            default -> throw new AssertionError(where + ": outcome " + row[6]);
        }
        checkDecoded(where, row, word, kind, cabling);
        return kind;
    }

    private void checkDecoded(
            String where, String[] row, int word, PixelWordKind kind, FedCabling cabling) {
        DumpIndex index = DumpBuilder.ofRun(1).block(1, word).index(Counting.MENDED);
        PixelDecoder decoder = new PixelDecoder(index, cabling);
        assertThat(decoder.begin(0)).isTrue();
        decoder.decode(new int[] {word, 0}, 2, hits);
        assertThat(decoder.tally().count(kind))
                .as(where)
                .isEqualTo(kind == PixelWordKind.PADDING ? 2 : 1);
        assertThat(decoder.tally().isBalanced()).as(where).isTrue();
        if (row[6].equals("error")) {
            int type = Integer.parseInt(row[7]);
            assertThat(decoder.errors().count(type, Integer.parseInt(row[8])))
                    .as(where)
                    .isEqualTo(1);
        }
        assertThat(hits.size).as(where).isEqualTo(row[6].equals("hit") ? 1 : 0);
        if (hits.size == 1) checkHit(where, row, cabling);
    }

    private void checkHit(String where, String[] row, FedCabling cabling) {
        int roc = hits.channel[0] >> PixelDecoder.PIXEL_BITS;
        int pixel = hits.channel[0] & (1 << PixelDecoder.PIXEL_BITS) - 1;
        assertThat(cabling.roc(roc)).as(where).isEqualTo(Integer.parseInt(row[9]));
        assertThat(pixel)
                .as(where)
                .isEqualTo(
                        PixelDecoder.pixel(Integer.parseInt(row[12]), Integer.parseInt(row[13])));
        assertThat(hits.value[0]).as(where).isEqualTo(Integer.parseInt(row[16]));
        var module = geometry.module(RawDetectorId.parse(row[1]));
        int position = Integer.parseInt(row[4]);
        assertThat(module.orientation().moduleRow(position, pixel / 52))
                .as(where)
                .isEqualTo(Integer.parseInt(row[14]));
        assertThat(module.orientation().moduleColumn(position, pixel % 52))
                .as(where)
                .isEqualTo(Integer.parseInt(row[15]));
    }

    /// ROCs 1 to 8 behind the word's link, or behind another if the row says it is not cabled.
    /// Modules with the same address format share a cabling: building one takes milliseconds.
    private FedCabling cabling(int word, String[] row) throws CablingException {
        int link = PixelWord.link(word);
        int cabled = row[5].equals("1") ? link : link == 1 ? 2 : 1;
        RawDetectorId module = RawDetectorId.parse(row[1]);
        String key = geometry.module(module).part().addressFormat() + " at " + cabled;
        FedCabling known = cablings.get(key);
        if (known != null) return known;
        FedCabling built = BenchCabling.ofLink(cabled, module);
        cablings.put(key, built);
        return built;
    }
}
