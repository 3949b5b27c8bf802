package tare.detectors.calorimeter.frontend;

import java.util.HashMap;
import java.util.Map;
import tare.detectors.calorimeter.map.BarrelMap;

/// [LutParameters] worked out for every raw sum that 16 towers can have, as the electronics does
/// it.
final class SumTable {
    /// The least that a tower adds: ADC 0 with 15 steps taken off.
    private static final int LEAST_OF_A_TOWER = -15 >> 2;

    /// The most: ADC 4095 with 15 steps added.
    private static final int MOST_OF_A_TOWER = (1023 + 15) >> 2;

    private static final int LEAST = BarrelMap.TOWERS_OF_A_PATCH * LEAST_OF_A_TOWER;
    private static final int MOST = BarrelMap.TOWERS_OF_A_PATCH * MOST_OF_A_TOWER;

    private final byte[] result = new byte[MOST - LEAST + 1];

    private SumTable(Key key) {
        for (int i = 0; i < result.length; i++)
            result[i] = (byte) key.parameters.apply(LEAST + i, key.masked, key.shiftAdc);
    }

    private record Key(LutParameters parameters, int masked, int shiftAdc) {}

    /// The tables of a run; patches with the same settings share one, which stays in the cache.
    static final class Shelf {
        private final Map<Key, SumTable> tables = new HashMap<>();

        SumTable of(LutParameters parameters, int masked, int shiftAdc) {
            return tables.computeIfAbsent(new Key(parameters, masked, shiftAdc), SumTable::new);
        }
    }

    int apply(int rawSum) {
        return result[rawSum - LEAST];
    }

    void apply(int[] rawSum, int events, int[] sum) {
        for (int e = 0; e < events; e++) sum[e] = result[rawSum[e] - LEAST];
    }
}
