package tare.detectors.pixel.gain;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tare.core.work.Workers;
import tare.decode.WordKind;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpBuilder;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.PixelWord;

/// Damaged dumps by the hundred thousand: framed, decoded, accumulated, balanced and fitted.
class DumpFuzzTest {
    private static final int SMALL_FILES = 200_000;
    private static final int VECTOR_FILES = 20_000;
    private static final long FIRST_SEED = 20_260_101;

    /// Mutations that share one calibration, which is fitted at the end.
    private static final int BATCH = 1_000;

    /// A file takes some 20 to 200 microseconds; the bound leaves room for a machine that does
    /// other work.
    private static final long MAX_MILLISECONDS = 2_000;

    private final VectorDump vectors = new VectorDump();

    DumpFuzzTest() throws IOException {}

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void accountsForEveryWordOfDamagedSmallFiles() {
        run(smallFiles(), FIRST_SEED, SMALL_FILES);
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void accountsForEveryWordOfDamagedVectorDumps() {
        run(List.of(vectors.bytes), FIRST_SEED + SMALL_FILES, VECTOR_FILES);
    }

    private void run(List<byte[]> sound, long firstSeed, int files) {
        for (int from = 0; from < files; from += BATCH) {
            FedCalibration calibration = vectors.calibration(Workers.onCallingThread());
            for (int i = from; i < from + BATCH; i++) {
                check(calibration, sound.get(i % sound.size()), firstSeed + i);
            }
            calibration.fit(FitSettings.PRODUCTION, vectors.vcal(), n -> {});
        }
    }

    private static void check(FedCalibration calibration, byte[] sound, long seed) {
        Counting counting = seed % 2 == 0 ? Counting.MENDED : Counting.AS_REFERENCE;
        byte[] damaged = new Damage(seed).apply(sound);
        long wordsBefore = calibration.tally().wordsRead();
        long start = System.nanoTime();
        try {
            DumpIndex index = DumpIndex.of(MemorySegment.ofArray(damaged), counting);
            checkFrames(index, damaged.length);
            calibration.add(index, 1, words -> {});
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + counting, e);
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        boolean isSound =
                calibration.tally().isBalanced()
                        && calibration.tally().wordsRead() - wordsBefore == words(damaged.length)
                        && calibration.tally().count(WordKind.Group.HIT)
                                == calibration.fate().hits()
                        && milliseconds < MAX_MILLISECONDS;
        if (!isSound) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + ", "
                            + counting
                            + ": "
                            + damaged.length
                            + " bytes, "
                            + (calibration.tally().wordsRead() - wordsBefore)
                            + " words read, "
                            + calibration.tally().nonZero()
                            + ", "
                            + calibration.fate().hits()
                            + " hits accounted for, "
                            + milliseconds
                            + " ms");
        }
    }

    private static long words(long bytes) {
        return bytes / 8 * 2 + (bytes % 8 == 0 ? 0 : 1);
    }

    /// Frames and payloads cover the file, one after the other, and overlap nowhere. Plain
    /// conditions: this runs a million times.
    private static void checkFrames(DumpIndex index, long bytes) {
        long inBlocks = 0;
        long end = 0;
        boolean areApart = true;
        for (int block = 0; block < index.size(); block++) {
            areApart &= index.offset(block) >= end;
            end = index.offset(block) + index.length64(block) * Long.BYTES;
            inBlocks += index.payloadWords(block);
        }
        require(areApart && end <= bytes, "blocks overlap");
        require(index.framing().isBalanced(), "framing is not balanced");
        require(index.framing().wordsRead() + inBlocks == words(bytes), "words are missing");
        long refused = index.framing().count(WordKind.Group.REFUSED);
        require(
                index.firstRefusedOffset().isPresent() == refused > 0
                        && index.firstRefusedOffset().orElse(0) <= bytes,
                "first refused byte at " + index.firstRefusedOffset());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }

    /// Sound files of a few hundred bytes that between them hold everything a dump can hold.
    private List<byte[]> smallFiles() {
        var scan = new ScanDump(vectors.scan, vectors.cabling);
        int[] hits = Arrays.copyOf(scan.hits(1), 20);
        int[] mixed = {
            hits[0],
            DumpBuilder.status(2, 29),
            DumpBuilder.status(2, 29) | 1 << 20,
            DumpBuilder.status(3, 30) | 1 << 8,
            hits[1],
            DumpBuilder.status(40, 25),
            PixelWord.hit(5, 9, 2 << 8, 3),
            0
        };
        var files = new ArrayList<byte[]>();
        files.add(new byte[0]);
        files.add(DumpBuilder.ofRun(1).bytes());
        files.add(DumpBuilder.ofRun(10001).block(1, hits).block(2, mixed).block(3, hits).bytes());
        files.add(new DumpBuilder().block(1, mixed).block(13, hits).block(14).bytes());
        files.add(
                DumpBuilder.ofRun(1)
                        .framed(60, DumpBuilder.FED, 4, hits)
                        .word(-1)
                        .open(61, DumpBuilder.FED, mixed)
                        .framed(62, 1300, 1 << 14, mixed)
                        .block(71, hits)
                        .bytes());
        files.add(scan.write(DumpBuilder.ofRun(7), 70, 73).bytes());
        return files;
    }
}
