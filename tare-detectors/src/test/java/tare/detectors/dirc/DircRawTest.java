package tare.detectors.dirc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.core.digi.DigiBatch;
import tare.decode.RawFile;
import tare.decode.Tally;

/// The TDC format, byte by byte. Random data are the matter of the contract test.
class DircRawTest {
    private static final DircSetup SETUP = new DircSetup(4, 14);
    private static final int TUBE = 1000;

    private record Hit(long flash, int tube, int time) {}

    private final DircRaw raw = new DircRaw(DircMap.of(SETUP));
    private final DircEncoder encoder = new DircEncoder(DircMap.of(SETUP));
    private final List<Hit> hits = new ArrayList<>();

    private Tally<DircWordKind> decode(byte... bytes) {
        hits.clear();
        return raw.decode(
                MemorySegment.ofArray(bytes),
                (flash, tube, time) -> hits.add(new Hit(flash, tube, time)));
    }

    private void flash(int flash, int tube, int time) {
        var batch = new DigiBatch(1);
        batch.add(tube, time);
        encoder.flash(flash, batch);
    }

    /// Checksum by another implementation of CRC-32C, that of RFC 3720 bit by bit.
    @Test
    void aFrameIsTheseBytes() {
        encoder.frame(
                3,
                7,
                new int[] {DircFrame.hit(2 << 6 | 17, 100), DircFrame.hit(14 << 6 | 63, 65535)},
                2);

        assertThat(HexFormat.of().formatHex(encoder.toBytes()))
                .isEqualTo("020013d10700000064009100ffffbf030600001dc3cc66c5");
    }

    @Test
    void boardAndChannelTellTheTube() {
        // Sector 2 is read by crate 3, its module 1 by board 2, its tube 5 by channel 1 of chip 1.
        encoder.frame(3, 7, new int[] {DircFrame.hit(2 << 6 | 16 + 1, 100)}, 1);

        decode(encoder.toBytes());

        int tube = 2 * SETUP.tubesOfSector() + 64 + 5;
        assertThat(hits).containsExactly(new Hit(7, tube, 100));
    }

    @Test
    void flashNumbersAreUnsigned() {
        flash(-1, TUBE, 1);

        decode(encoder.toBytes());

        assertThat(hits).containsExactly(new Hit(0xFFFF_FFFFL, TUBE, 1));
    }

    /// Every bit of the middle one of three flashes of one crate.
    @Test
    void aFlippedBitCostsItsFrameAndNothingElse() {
        for (int flash = 1; flash <= 3; flash++) {
            encoder.frame(1, flash, new int[] {DircFrame.hit(1 << 6, flash)}, 1);
        }
        byte[] whole = encoder.toBytes();
        int frame = whole.length / 3;
        for (int bit = 8 * frame; bit < 8 * 2 * frame; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);

            Tally<DircWordKind> tally = decode(damaged);

            assertThat(hits).as("bit %d", bit).containsExactly(new Hit(1, 0, 1), new Hit(3, 0, 3));
            assertThat(tally.isBalanced()).isTrue();
            assertThat(tally.count(DircWordKind.STRAY) + tally.count(DircWordKind.CHECKSUM))
                    .as("bit %d", bit)
                    .isEqualTo(frame / 4);
        }
    }

    @Test
    void aFileCutAnywhereGivesItsWholeFrames() {
        for (int flash = 1; flash <= 3; flash++) {
            encoder.frame(1, flash, new int[] {DircFrame.hit(1 << 6, flash)}, 1);
        }
        byte[] whole = encoder.toBytes();
        int frame = whole.length / 3;
        for (int length = 0; length < whole.length; length++) {
            Tally<DircWordKind> tally = decode(Arrays.copyOf(whole, length));

            assertThat(hits).as("%d bytes", length).hasSize(length / frame);
            assertThat(tally.isBalanced()).isTrue();
            assertThat(tally.wordsRead()).isEqualTo((length + 3) / 4);
            assertThat(tally.count(DircWordKind.LEFT_OVER)).isEqualTo(length % 4 == 0 ? 0 : 1);
        }
    }

    @Test
    void wordsBetweenFramesAreStray() {
        encoder.frame(1, 1, new int[0], 0);
        byte[] frame = encoder.toBytes();
        var bytes = ByteBuffer.allocate(2 * frame.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(frame).putInt(0xD110_FFFF).putInt(0).putInt(-1).put(frame);

        Tally<DircWordKind> tally = decode(bytes.array());

        assertThat(tally.count(DircWordKind.STRAY)).isEqualTo(3);
        assertThat(tally.count(DircWordKind.HEADER)).isEqualTo(4);
        assertThat(DircIndex.of(MemorySegment.ofArray(bytes.array())).firstRefusedOffset())
                .hasValue(frame.length);
    }

    @Test
    void aFrameOfAnotherVersionIsNotGuessedAt() {
        flash(1, TUBE, 1);
        byte[] bytes = encoder.toBytes();
        for (int at = 0; at < bytes.length; ) at += withVersion(bytes, at, 2);

        Tally<DircWordKind> tally = decode(bytes);

        assertThat(hits).isEmpty();
        assertThat(tally.count(DircWordKind.OTHER_VERSION)).isEqualTo(bytes.length / 4);
    }

    /// A frame of that version with a right checksum.
    ///
    /// @return its length in bytes
    private static int withVersion(byte[] bytes, int at, int version) {
        MemorySegment words = MemorySegment.ofArray(bytes);
        int header = words.get(DircFrame.WORD, at);
        int length = DircFrame.words(DircFrame.hits(header));
        words.set(DircFrame.WORD, at, header & ~(0xF << 20) | version << 20);
        int checksum = DircFrame.checksum(words, at, length - 1);
        words.set(DircFrame.WORD, at + 4L * (length - 1), checksum);
        return 4 * length;
    }

    @Test
    void hitsOfChannelsWithoutATubeAreCounted() {
        encoder.frame(5, 1, new int[] {DircFrame.hit(1 << 6, 10)}, 1);
        encoder.frame(1, 1, new int[] {DircFrame.hit(15 << 6, 10), DircFrame.hit(0, 10)}, 2);

        Tally<DircWordKind> tally = decode(encoder.toBytes());

        assertThat(hits).isEmpty();
        assertThat(tally.count(DircWordKind.UNCABLED)).isEqualTo(3);
    }

    @Test
    void aWordThatIsNoHitIsRefusedAlthoughTheChecksumIsRight() {
        encoder.frame(1, 1, new int[] {1 << 26 | 1 << 22, DircFrame.hit(1 << 6, 10)}, 2);

        Tally<DircWordKind> tally = decode(encoder.toBytes());

        assertThat(hits).containsExactly(new Hit(1, 0, 10));
        assertThat(tally.count(DircWordKind.MALFORMED)).isEqualTo(1);
    }

    @Test
    void everyCrateHasAFrameOfEveryFlash() {
        flash(1, TUBE, 1);

        Tally<DircWordKind> tally = decode(encoder.toBytes());

        assertThat(tally.count(DircWordKind.HEADER)).isEqualTo(2L * SETUP.sectors());
    }

    @Test
    void aFileWithoutAFrameIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("letter.tdc");
        Files.writeString(file, "Dear colleague");

        try (RawFile letter = RawFile.open(file)) {
            assertThatThrownBy(() -> DircIndex.of(letter))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            file
                                    + ": no whole frame in 14 bytes {left_over=1, stray=3}; is it a TDC file"
                                    + " of the DIRC?");
        }
    }
}
