package tare.detectors.hodoscope;

import tare.core.channel.BitField;
import tare.core.channel.ChannelMap;
import tare.core.channel.ChannelTable;
import tare.core.channel.FieldScheme;

/// Bar ⇄ ADC input ⇄ dense index.
final class HodoscopeMap {
    static final int PLANES = 2;
    static final int BARS = 32;

    /// Channel ids of bars.
    static final FieldScheme BAR_IDS =
            FieldScheme.of("hodoscope", new BitField("plane", 1), new BitField("bar", 5));

    /// Where a bar's signal arrives.
    static final FieldScheme ADC_INPUTS =
            FieldScheme.of("hodoscope-adc", new BitField("board", 2), new BitField("input", 4));

    private HodoscopeMap() {}

    /// Two boards read a plane: one the even bars, the other the odd ones.
    static ChannelMap create() {
        int[] ids = new int[PLANES * BARS];
        long[] inputs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int plane = i / BARS;
            int bar = i % BARS;
            ids[i] = (int) BAR_IDS.pack(plane, bar);
            inputs[i] = ADC_INPUTS.pack(2 * plane + bar % 2, bar / 2);
        }
        return ChannelTable.of(BAR_IDS, ADC_INPUTS, ids, inputs);
    }
}
