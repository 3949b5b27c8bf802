package tare.detectors.dirc;

import java.util.Optional;
import java.util.stream.IntStream;
import tare.conditions.type.BankName;
import tare.conditions.type.SystemDefinition;
import tare.core.bank.Column;
import tare.core.channel.ChannelMap;

/// The division of the DIRC into banks: one per sector.
record DircBanks(DircSetup setup, ChannelMap map) implements SystemDefinition {
    @Override
    public Optional<BankName> bank(int number) {
        boolean exists = number >= 0 && number < setup.sectors();
        return exists ? Optional.of(new BankName(number, "sector " + number)) : Optional.empty();
    }

    @Override
    public Column channelIds(int number) {
        if (bank(number).isEmpty()) {
            throw new IllegalArgumentException(
                    "the DIRC has banks 0.." + (setup.sectors() - 1) + ", got " + number);
        }
        int first = number * setup.tubesOfSector();
        return Column.of(
                IntStream.range(first, first + setup.tubesOfSector())
                        .map(tube -> map.id(tube).packed())
                        .toArray());
    }
}
