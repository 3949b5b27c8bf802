package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.detectors.pixel.raw.DumpBuilder.FED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.decode.RawFile;

class DumpIndexTest {
    private static final int HIT = PixelWord.hit(1, 1, 2 << 8 | 20, 100);
    private static final long STRAY = 0x1234_5678_9ABC_DEF1L;
    private static final long CRC_FLAG = 4;
    private static final long S_LINK_FLAG = 1 << 14;

    @Test
    void findsEveryBlockOfASoundDump() {
        DumpIndex index =
                DumpBuilder.ofRun(10001)
                        .block(1, HIT, HIT, HIT)
                        .block(2)
                        .block(3, HIT)
                        .index(Counting.MENDED);
        assertThat(index.runWord()).hasValue(10001);
        assertThat(index.size()).isEqualTo(3);
        assertThat(index.header(0).eventNumber()).isEqualTo(1);
        assertThat(index.header(2).fed()).isEqualTo(FED);
        assertThat(index.offset(0)).isEqualTo(8);
        assertThat(index.payloadOffset(0)).isEqualTo(16);
        assertThat(index.payloadWords(0)).isEqualTo(4);
        assertThat(index.payloadWords(1)).isZero();
        assertThat(index.length64(1)).isEqualTo(2);
        assertThat(index.trailer(0).length64()).isEqualTo(4);
        assertThat(index.firstRefusedOffset()).isEmpty();
        assertThat(index.framing().count(PixelWordKind.RUN_WORD)).isEqualTo(2);
        assertThat(index.framing().count(PixelWordKind.HEADER)).isEqualTo(6);
        assertThat(index.framing().count(PixelWordKind.TRAILER)).isEqualTo(6);
        assertThat(index.framing().isBalanced()).isTrue();
    }

    @Test
    void takesTheLowHalfOfTheFirstWordForTheRunNumber() {
        DumpIndex index = new DumpBuilder().word(0xFFFF_0000_8000_0001L).index(Counting.MENDED);
        assertThat(index.runWord()).hasValue(0x8000_0001L);
    }

    @Test
    void losesNothingWhenADumpBeginsWithAHeader() {
        DumpIndex index = new DumpBuilder().block(1, HIT).block(2, HIT).index(Counting.MENDED);
        assertThat(index.runWord()).isEmpty();
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.framing().count(PixelWordKind.STRAY)).isZero();
    }

    @Test
    void losesTheFirstBlockWithoutRunWordAsTheReferenceDoes() {
        DumpIndex index =
                new DumpBuilder().block(1, HIT, HIT).block(2, HIT).index(Counting.AS_REFERENCE);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.header(0).eventNumber()).isEqualTo(2);
        assertThat(index.runWord()).as("a header is no run number").isEmpty();
        assertThat(index.framing().count(PixelWordKind.RUN_WORD)).isEqualTo(2);
        assertThat(index.framing().count(PixelWordKind.STRAY)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void countsStrayWordsAndGoesOnWithTheNextHeader(Counting counting) {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .block(1, HIT)
                        .word(STRAY)
                        .word(0)
                        .block(2, HIT)
                        .word(STRAY)
                        .index(counting);
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.framing().count(PixelWordKind.STRAY)).isEqualTo(6);
        assertThat(index.firstRefusedOffset()).hasValue(4 * 8);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void accountsForEveryByteWhereverAFileIsCutOff(Counting counting) {
        byte[] whole = DumpBuilder.ofRun(1).block(1, HIT, HIT).word(STRAY).block(2, HIT).bytes();
        for (int length = 0; length <= whole.length; length++) {
            DumpIndex index =
                    DumpIndex.of(MemorySegment.ofArray(Arrays.copyOf(whole, length)), counting);
            int expectedBlocks = length == whole.length ? 2 : length >= 32 ? 1 : 0;
            long inBlocks = 0;
            for (int block = 0; block < index.size(); block++)
                inBlocks += index.payloadWords(block);
            assertThat(index.size()).as("%d bytes", length).isEqualTo(expectedBlocks);
            assertThat(index.framing().isBalanced()).isTrue();
            assertThat(index.framing().wordsRead() + inBlocks)
                    .as("%d bytes", length)
                    .isEqualTo(length / 8 * 2 + (length % 8 == 0 ? 0 : 1));
            assertThat(index.framing().count(PixelWordKind.LEFT_OVER))
                    .as("%d bytes", length)
                    .isEqualTo(length % 8 == 0 ? 0 : 1);
            boolean openBlock = length >= 16 && length < 32 || length >= 48 && length < 64;
            assertThat(index.errors().count(33))
                    .as("%d bytes", length)
                    .isEqualTo(openBlock ? 1 : 0);
        }
    }

    @Test
    void namesTheFirstRefusedByteAlsoWhenBytesAreLeftOverAtTheEnd() {
        byte[] bytes = DumpBuilder.ofRun(1).word(STRAY).block(2, HIT).bytes();
        DumpIndex index =
                DumpIndex.of(
                        MemorySegment.ofArray(Arrays.copyOf(bytes, bytes.length + 3)),
                        Counting.MENDED);
        assertThat(index.firstRefusedOffset()).hasValue(8);
        index =
                DumpIndex.of(
                        MemorySegment.ofArray(
                                Arrays.copyOf(DumpBuilder.ofRun(1).block(1).bytes(), 27)),
                        Counting.MENDED);
        assertThat(index.firstRefusedOffset()).hasValue(24);
    }

    @Test
    void findsTheBlockAfterALostTrailerByItsLength() {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .block(1, HIT)
                        .open(2, FED, HIT, HIT, HIT)
                        .block(3, HIT)
                        .block(4, HIT)
                        .index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(3);
        assertThat(index.header(1).eventNumber()).isEqualTo(3);
        assertThat(index.framing().count(PixelWordKind.NO_TRAILER)).isEqualTo(6);
        assertThat(index.errors().count(33)).isEqualTo(1);
        assertThat(index.firstRefusedOffset()).hasValue(4 * 8);
    }

    @Test
    void refusesEveryBlockInARowOfLostTrailers() {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(1, FED, HIT)
                        .open(2, FED, HIT)
                        .block(3, HIT)
                        .index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.header(0).eventNumber()).isEqualTo(3);
        assertThat(index.framing().count(PixelWordKind.NO_TRAILER)).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void losesOnlyTheBlockWhoseHeaderIsDamaged(Counting counting) {
        byte[] bytes = DumpBuilder.ofRun(1).block(1, HIT).block(2, HIT).block(3, HIT).bytes();
        bytes[4 * 8] ^= 1;
        DumpIndex index = DumpIndex.of(MemorySegment.ofArray(bytes), counting);
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.header(1).eventNumber()).isEqualTo(3);
        assertThat(index.framing().count(PixelWordKind.STRAY)).isEqualTo(6);
        assertThat(index.firstRefusedOffset()).hasValue(4 * 8);
    }

    @Test
    void joinsTwoBlocksOverALostTrailerAsTheReferenceDoes() {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(2, FED, HIT, HIT)
                        .block(3, HIT)
                        .index(Counting.AS_REFERENCE);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.header(0).eventNumber()).isEqualTo(2);
        assertThat(index.length64(0)).isEqualTo(5);
    }

    /// Blocks of several FEDs take turns: the one after a lost trailer is mostly of another FED.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void findsTheBlockOfAnotherFedAfterALostTrailer(int nextEvent) {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(2, FED, HIT, HIT)
                        .framed(nextEvent, FED + 1, 0, HIT)
                        .index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.header(0).fed()).isEqualTo(FED + 1);
        assertThat(index.framing().count(PixelWordKind.NO_TRAILER)).isEqualTo(4);
        assertThat(index.errors().count(33)).isEqualTo(1);
    }

    @Test
    void followsTheSequenceOfEventsAcrossTheLargestNumber() {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(FedHeader.MAX_EVENT, FED, HIT)
                        .framed(0, FED + 1, 0, HIT)
                        .index(Counting.MENDED);
        assertThat(index.header(0).fed()).isEqualTo(FED + 1);
    }

    /// A payload can look like a header by chance; then FED and event are any.
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void doesNotFollowALengthToWhatContinuesNeitherFedNorEvents(int event) {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(2, FED, HIT, HIT)
                        .framed(event, FED + 1, 0, HIT)
                        .index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.header(0).eventNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {CRC_FLAG, S_LINK_FLAG})
    void findsTheBlockAfterALostTrailerAlsoIfItsTrailerHasErrorFlags(long flags) {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(1, FED, HIT, HIT, HIT)
                        .framed(2, FED, flags, HIT)
                        .block(3, HIT)
                        .index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.header(0).eventNumber()).isEqualTo(2);
        assertThat(index.header(1).eventNumber()).isEqualTo(3);
        assertThat(index.framing().count(PixelWordKind.NO_TRAILER)).isEqualTo(6);
    }

    @Test
    void countsEventsInReadingOrderWhicheverFedsWroteThem() {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .framed(1, FED, 0)
                        .framed(1, FED + 1, 0)
                        .framed(2, FED + 1, 0)
                        .framed(3, FED, 0)
                        .framed(3, FED + 1, 0)
                        .index(Counting.AS_REFERENCE);
        assertThat(index.eventsInReadingOrder()).containsExactly(1, 1, 2, 3, 3);
        assertThat(index.ofFed(FED, List.of(FED, FED + 1)).eventsInReadingOrder())
                .as("FED %d has no block of event 2", FED)
                .containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {CRC_FLAG, S_LINK_FLAG, 1 << 15, 8, 1 << 12})
    void endsABlockAtATrailerWithErrorFlagsWhoseLengthAgrees(long flags) {
        DumpBuilder dump = DumpBuilder.ofRun(1).framed(1, FED, flags, HIT, HIT, HIT).block(2, HIT);
        DumpIndex mended = dump.index(Counting.MENDED);
        assertThat(mended.size()).isEqualTo(2);
        assertThat(mended.header(1).eventNumber()).isEqualTo(2);
        assertThat(dump.index(Counting.AS_REFERENCE).size()).isEqualTo(1);
    }

    @Test
    void passesOverATrailerWithErrorFlagsWhoseLengthDisagrees() {
        DumpIndex index =
                DumpBuilder.ofRun(1)
                        .open(1, FED, HIT, HIT)
                        .word(FedTrailer.of(9, 0).word() | S_LINK_FLAG)
                        .word(FedTrailer.of(4, 0).word())
                        .index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.length64(0)).isEqualTo(4);
    }

    @Test
    void endsABlockAtACleanTrailerWhateverItsLengthSays() {
        DumpIndex index =
                DumpBuilder.ofRun(1).blockOfLength(1, 77, HIT, HIT).block(2).index(Counting.MENDED);
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.length64(0)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void takesNothingForNothing(Counting counting) {
        DumpIndex index = DumpIndex.of(MemorySegment.ofArray(new byte[0]), counting);
        assertThat(index.size()).isZero();
        assertThat(index.runWord()).isEmpty();
        assertThat(index.framing().wordsRead()).isZero();
        assertThat(index.firstRefusedOffset()).isEmpty();
    }

    /// Eight megabytes of what makes a naive framer scan again and again.
    @ParameterizedTest
    @ValueSource(strings = {"headers", "flagged trailers", "headers and flagged trailers", "pairs"})
    void framesHostilePatternsInOnePass(String pattern) {
        long header = FedHeader.of(1, 1, FED).word();
        long flagged = FedTrailer.of(9, 0).word() | S_LINK_FLAG;
        long clean = FedTrailer.of(3, 0).word();
        long[] period =
                switch (pattern) {
                    case "headers" -> new long[] {header};
                    case "flagged trailers" -> new long[] {flagged};
                    case "headers and flagged trailers" -> new long[] {header, flagged};
                    default -> new long[] {header, header, header, clean};
                };
        long[] words = new long[1 << 20];
        for (int i = 0; i < words.length; i++) words[i] = period[i % period.length];
        for (Counting counting : Counting.values()) {
            long start = System.nanoTime();
            DumpIndex index = DumpIndex.of(MemorySegment.ofArray(words), counting);
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            assertThat(index.framing().isBalanced()).isTrue();
            // One pass takes some 20 ms; two passes per word would take hours.
            assertThat(milliseconds).isLessThan(5_000);
        }
    }

    @Test
    void refusesAFileWithoutAnyBlockAndSaysWhatIsInIt(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("notes.txt"), new byte[100]);
        try (RawFile raw = RawFile.open(file)) {
            assertThatThrownBy(() -> DumpIndex.of(raw, Counting.MENDED))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("no FED block in 100 bytes")
                    .hasMessageContaining("11 words are no header");
        }
    }
}
