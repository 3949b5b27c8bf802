package tare.detectors.pixel;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tare.core.digi.DigiBatch;
import tare.decode.BlockLoop;
import tare.decode.DigiSink;
import tare.decode.Tally;
import tare.detectors.RawFormat;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.BlockEnd;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.raw.FedHeader;
import tare.detectors.pixel.raw.PixelDecoder;
import tare.detectors.pixel.raw.PixelEncoder;
import tare.detectors.pixel.raw.PixelWordKind;

/// Front-end dumps as [RawFormat]: an event is a block of every FED that has hits.
///
/// The FED that a block's header names decides whose its hits are.
final class PixelRaw implements RawFormat {
    private static final int MAX_ADC = 0xFF;
    private static final int ADC_BITS = 8;

    private final Cabling cabling;
    private final PixelMap map;

    PixelRaw(Cabling cabling) {
        this.cabling = cabling;
        map = new PixelMap(cabling);
    }

    @Override
    public int maxValue() {
        return MAX_ADC;
    }

    @Override
    public byte[] encode(int event, DigiBatch hits) {
        var words = new TreeMap<Integer, DigiBatch>();
        for (int i = 0; i < hits.size; i++) {
            long address = map.address(hits.channel[i]).packed();
            if (hits.value[i] < 0 || hits.value[i] > MAX_ADC) {
                throw new IllegalArgumentException("ADC must be 0..255, got " + hits.value[i]);
            }
            words.computeIfAbsent(fed(address), _ -> new DigiBatch(hits.size))
                    .add(hits.channel[i], (int) address << ADC_BITS | hits.value[i]);
        }
        var encoder = new PixelEncoder();
        words.forEach(
                (fed, ofFed) ->
                        encoder.block(
                                FedHeader.of(event, 0, fed),
                                ofFed.value,
                                ofFed.size,
                                BlockEnd.CLEAN));
        return encoder.toBytes();
    }

    private static int fed(long address) {
        return (int) PixelMap.HIT_ADDRESSES.value(address, "FED");
    }

    @Override
    public Tally<PixelWordKind> decode(MemorySegment bytes, HitSink hits) {
        DumpIndex index = DumpIndex.of(bytes, Counting.MENDED);
        var tally = new Tally<>(PixelWordKind.class);
        tally.merge(index.framing());
        var loop = new BlockLoop(index);
        Map<Integer, PixelDecoder> decoders = new TreeMap<>();
        for (int block = 0; block < index.size(); block++) {
            Optional<FedCabling> fed = cabling.forFed(index.header(block).fed());
            if (fed.isEmpty()) {
                tally.read(index.payloadWords(block));
                tally.add(PixelWordKind.INVALID_ROC, index.payloadWords(block));
                continue;
            }
            PixelDecoder decoder =
                    decoders.computeIfAbsent(
                            fed.get().fed(), _ -> new PixelDecoder(index, fed.get()));
            loop.run(block, decoder, new ByEvent(index, fed.get(), hits));
        }
        decoders.values().forEach(decoder -> tally.merge(decoder.tally()));
        return tally;
    }

    /// Adds the event to each hit and makes its channel a dense index.
    private final class ByEvent implements DigiSink {
        private final DumpIndex index;
        private final FedCabling fed;
        private final HitSink hits;
        private int event;

        ByEvent(DumpIndex index, FedCabling fed, HitSink hits) {
            this.index = index;
            this.fed = fed;
            this.hits = hits;
        }

        @Override
        public void begin(int block) {
            event = index.header(block).eventNumber();
        }

        @Override
        public void accept(DigiBatch batch) {
            for (int i = 0; i < batch.size; i++) {
                int ordinal = batch.channel[i] >>> PixelDecoder.PIXEL_BITS;
                int pixel = batch.channel[i] & (1 << PixelDecoder.PIXEL_BITS) - 1;
                int row = pixel / RocPixel.COLUMNS;
                int column = pixel % RocPixel.COLUMNS;
                hits.hit(event, map.index(fed, ordinal, row, column), batch.value[i]);
            }
        }
    }
}
