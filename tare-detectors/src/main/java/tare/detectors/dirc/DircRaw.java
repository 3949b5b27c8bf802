package tare.detectors.dirc;

import java.lang.foreign.MemorySegment;
import tare.core.channel.ChannelMap;
import tare.core.digi.DigiBatch;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.decode.Tally;
import tare.detectors.RawFormat;

/// TDC files as [RawFormat]: an event is a flash, a value a time in TDC counts.
final class DircRaw implements RawFormat {
    private final ChannelMap map;

    DircRaw(ChannelMap map) {
        this.map = map;
    }

    @Override
    public int maxValue() {
        return DircTimes.MAX_COUNTS;
    }

    @Override
    public byte[] encode(int event, DigiBatch hits) {
        var encoder = new DircEncoder(map);
        encoder.flash(event, hits);
        return encoder.toBytes();
    }

    @Override
    public Tally<DircWordKind> decode(MemorySegment bytes, HitSink hits) {
        DircIndex index = DircIndex.of(bytes);
        var decoder = new DircDecoder(index, map);
        var loop = new BlockLoop(index);
        var sink = new ByFlash(index, hits);
        for (int block = 0; block < index.size(); block++) loop.run(block, decoder, sink);
        decoder.tally().merge(index.framing());
        return decoder.tally();
    }

    /// Adds the number of the flash to each hit.
    private static final class ByFlash implements DigiSink {
        private final DircIndex index;
        private final HitSink hits;
        private long flash;

        ByFlash(DircIndex index, HitSink hits) {
            this.index = index;
            this.hits = hits;
        }

        @Override
        public void begin(int block) {
            flash = index.flash(block);
        }

        @Override
        public void accept(DigiBatch batch) {
            for (int i = 0; i < batch.size; i++) {
                hits.hit(flash, batch.channel[i], batch.value[i]);
            }
        }
    }
}
