package tare.detectors.dirc;

import tare.core.channel.BitField;
import tare.core.channel.ChannelMap;
import tare.core.channel.ChannelTable;
import tare.core.channel.FieldScheme;

/// Tube ⇄ TDC channel ⇄ dense index.
///
/// A sector is read by one crate and a module by one board; both count from 1 in the hardware.
/// Neighbouring tubes go to different 16-channel TDC chips of the board, so that a chip that fails
/// leaves no hole in the ring.
public final class DircMap {
    /// Channel ids of tubes, all counted from 0.
    public static final FieldScheme TUBES =
            FieldScheme.of(
                    "dirc",
                    new BitField("sector", 4),
                    new BitField("module", 4),
                    new BitField("tube", 6));

    /// Where a tube's signal arrives. Board and channel stand in a hit word as here.
    public static final FieldScheme TDC_CHANNELS =
            FieldScheme.of(
                    "dirc-tdc",
                    new BitField("crate", 4),
                    new BitField("board", 4),
                    new BitField("channel", 6));

    private static final int CHIPS = 4;
    private static final int CHIP_CHANNELS = DircSetup.MODULE_TUBES / CHIPS;

    private DircMap() {}

    public static ChannelMap of(DircSetup setup) {
        int[] ids = new int[setup.tubes()];
        long[] addresses = new long[setup.tubes()];
        for (int i = 0; i < ids.length; i++) {
            int sector = i / setup.tubesOfSector();
            int module = i / DircSetup.MODULE_TUBES % setup.modules();
            int tube = i % DircSetup.MODULE_TUBES;
            ids[i] = (int) TUBES.pack(sector, module, tube);
            addresses[i] = TDC_CHANNELS.pack(crate(sector), module + 1, channel(tube));
        }
        return ChannelTable.of(TUBES, TDC_CHANNELS, ids, addresses);
    }

    static int crate(int sector) {
        return sector + 1;
    }

    private static int channel(int tube) {
        return tube % CHIPS * CHIP_CHANNELS + tube / CHIPS;
    }
}
