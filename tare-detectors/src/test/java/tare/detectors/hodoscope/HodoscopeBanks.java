package tare.detectors.hodoscope;

import java.util.Optional;
import java.util.stream.IntStream;
import tare.conditions.type.BankName;
import tare.conditions.type.SystemDefinition;
import tare.core.bank.Column;
import tare.core.channel.ChannelMap;

/// A bank per plane.
record HodoscopeBanks(ChannelMap map) implements SystemDefinition {
    @Override
    public Optional<BankName> bank(int number) {
        boolean exists = number >= 0 && number < HodoscopeMap.PLANES;
        return exists ? Optional.of(new BankName(number, "plane " + number)) : Optional.empty();
    }

    @Override
    public Column channelIds(int number) {
        if (bank(number).isEmpty()) {
            throw new IllegalArgumentException("the hodoscope has banks 0 and 1, got " + number);
        }
        int first = number * HodoscopeMap.BARS;
        return Column.of(
                IntStream.range(first, first + HodoscopeMap.BARS)
                        .map(bar -> map.id(bar).packed())
                        .toArray());
    }
}
