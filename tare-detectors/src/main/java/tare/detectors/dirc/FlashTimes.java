package tare.detectors.dirc;

import tare.core.channel.ChannelMap;
import tare.core.digi.DigiBatch;
import tare.core.digi.SampleSink;
import tare.core.digi.SampleSource;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.decode.Tally;

/// The times of a TDC file as samples of tubes [ns], for any accumulator.
final class FlashTimes implements SampleSource {
    private final DircIndex index;
    private final ChannelMap map;
    private final Tally<DircWordKind> tally = new Tally<>(DircWordKind.class);

    FlashTimes(DircIndex index, ChannelMap map) {
        this.index = index;
        this.map = map;
    }

    @Override
    public void forEach(SampleSink sink) {
        var decoder = new DircDecoder(index, map);
        var loop = new BlockLoop(index);
        var times = new InNanos(sink);
        for (int block = 0; block < index.size(); block++) loop.run(block, decoder, times);
        tally.merge(decoder.tally());
    }

    /// The account of all words in the place of hits that were read so far.
    Tally<DircWordKind> tally() {
        return tally;
    }

    private record InNanos(SampleSink sink) implements DigiSink {
        @Override
        public void begin(int block) {}

        @Override
        public void accept(DigiBatch hits) {
            for (int i = 0; i < hits.size; i++) {
                sink.add(hits.channel[i], DircTimes.nanos(hits.value[i]));
            }
        }
    }
}
