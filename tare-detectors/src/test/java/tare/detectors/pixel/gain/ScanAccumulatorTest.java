package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.PixelDecoder;

/// The one loop from words to cells against the general way, batch by batch.
class ScanAccumulatorTest {
    private final VectorDump dump;

    ScanAccumulatorTest() throws IOException {
        dump = new VectorDump();
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void countsWhatADecoderAndASinkCount(Counting counting) {
        DumpIndex index = dump.index(counting);
        FedCabling cabling = dump.cabling;
        GainScan scan = dump.scan;
        long[] events = EventNumbers.of(index, 1, scan.events()).ofBlock();
        ScanCounters[] counters = counters(scan, cabling);
        var accumulator = new ScanAccumulator(index, cabling, scan, events, counters);
        long hits = 0;
        for (int block = 0; block < index.size(); block++) hits += accumulator.add(block);

        var general = new General(scan, cabling, events);
        var decoder = new PixelDecoder(index, cabling);
        var loop = new BlockLoop(index);
        for (int block = 0; block < index.size(); block++) loop.run(block, decoder, general);

        assertThat(accumulator.decoder().tally().nonZero()).isEqualTo(decoder.tally().nonZero());
        assertThat(accumulator.decoder().tally().isBalanced()).isTrue();
        assertThat(accumulator.offPatternByRoc()).isEqualTo(general.offPattern);
        assertThat(hits).isEqualTo(general.hits);
        assertThat(accumulator.fate().hits()).isEqualTo(general.hits);
        for (int pattern = 0; pattern < scan.patterns(); pattern++) {
            assertThat(counters[pattern].cells())
                    .as("pattern %d", pattern)
                    .isEqualTo(general.counters[pattern].cells());
        }
    }

    private static ScanCounters[] counters(GainScan scan, FedCabling cabling) {
        var counters = new ScanCounters[scan.patterns()];
        for (int pattern = 0; pattern < counters.length; pattern++) {
            int slots = cabling.rocCount() * scan.pixels(pattern).length;
            counters[pattern] = new ScanCounters(scan.points(), slots);
        }
        return counters;
    }

    private static final class General implements DigiSink {
        private final GainScan scan;
        private final long[] events;
        private final ScanCounters[] counters;
        private final long[] offPattern;
        private long hits;
        private long event;

        General(GainScan scan, FedCabling cabling, long[] events) {
            this.scan = scan;
            this.events = events;
            counters = counters(scan, cabling);
            offPattern = new long[cabling.rocCount()];
        }

        @Override
        public void begin(int block) {
            event = events[block];
        }

        @Override
        public void accept(DigiBatch batch) {
            hits += batch.size;
            if (!scan.contains(event)) return;
            int pattern = scan.pattern(event);
            SlotTable table = SlotTable.of(PixelDecoder.PIXEL_BITS, scan.pixels(pattern));
            counters[pattern].add(scan.point(event), batch, table, offPattern);
        }
    }
}
