package tare.detectors.dirc;

import java.util.Arrays;
import tare.core.channel.ChannelMap;
import tare.core.channel.HardwareAddress;
import tare.core.digi.DigiBatch;
import tare.decode.BlockDecoder;
import tare.decode.Tally;

/// Decodes frames into hits: channels are dense indexes of the map, values times in TDC counts.
///
/// One table from crate, board and channel to the dense index decides about a word. Hits of TDC
/// channels that no tube is cabled to are counted and go nowhere. One thread.
final class DircDecoder implements BlockDecoder {
    private final DircIndex index;
    private final int[] tubeOfAddress = new int[DircFrame.CRATES << DircFrame.ADDRESS_BITS];
    private final Tally<DircWordKind> tally = new Tally<>(DircWordKind.class);
    private int crateBase;

    DircDecoder(DircIndex index, ChannelMap map) {
        this.index = index;
        Arrays.fill(tubeOfAddress, ChannelMap.NONE);
        for (int address = 0; address < tubeOfAddress.length; address++) {
            tubeOfAddress[address] = map.index(new HardwareAddress(address));
        }
    }

    @Override
    public boolean begin(int block) {
        crateBase = index.crate(block) << DircFrame.ADDRESS_BITS;
        return true;
    }

    @Override
    public void decode(int[] words, int count, DigiBatch hits) {
        hits.clear();
        int uncabled = 0;
        int malformed = 0;
        for (int i = 0; i < count; i++) {
            int word = words[i];
            if (!DircFrame.isHit(word)) {
                malformed++;
                continue;
            }
            int tube = tubeOfAddress[crateBase | DircFrame.address(word)];
            if (tube == ChannelMap.NONE) uncabled++;
            else hits.add(tube, DircFrame.time(word));
        }
        tally.read(count);
        tally.add(DircWordKind.HIT, hits.size);
        tally.add(DircWordKind.UNCABLED, uncabled);
        tally.add(DircWordKind.MALFORMED, malformed);
    }

    /// The account of all words in the place of hits.
    Tally<DircWordKind> tally() {
        return tally;
    }
}
