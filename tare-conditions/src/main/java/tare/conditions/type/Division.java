package tare.conditions.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tare.core.bank.Column;
import tare.core.channel.FieldScheme;

/// The division of one level of channels into banks, as data.
///
/// @param idScheme of the ids; its name is that of the level
/// @param banks by number, from 0 without gaps
public record Division(FieldScheme idScheme, List<DefinedBank> banks) implements SystemDefinition {
    /// @param ids blocks in increasing order
    public record DefinedBank(BankName name, List<IdBlock> ids) {
        public DefinedBank {
            ids = List.copyOf(ids);
            for (int i = 1; i < ids.size(); i++) {
                if (ids.get(i).first() > ids.get(i - 1).last()) continue;
                throw new IllegalArgumentException(
                        "the ids of " + name + " do not increase at " + ids.get(i).first());
            }
        }
    }

    public Division {
        banks = List.copyOf(banks);
        for (int i = 0; i < banks.size(); i++) {
            if (banks.get(i).name().number() == i) continue;
            throw new IllegalArgumentException(
                    "banks count from 0 without gaps, got "
                            + banks.get(i).name()
                            + " in place "
                            + i);
        }
    }

    /// A detector's own division as data.
    public static Division of(FieldScheme idScheme, SystemDefinition system) {
        var banks = new ArrayList<DefinedBank>();
        for (var name = system.bank(0); name.isPresent(); name = system.bank(banks.size())) {
            banks.add(new DefinedBank(name.get(), system.idBlocks(banks.size())));
        }
        return new Division(idScheme, banks);
    }

    @Override
    public Optional<BankName> bank(int number) {
        return 0 <= number && number < banks.size()
                ? Optional.of(banks.get(number).name())
                : Optional.empty();
    }

    @Override
    public Column channelIds(int number) {
        return Column.of(idBlocks(number).stream().flatMapToInt(IdBlock::ids).toArray());
    }

    @Override
    public List<IdBlock> idBlocks(int number) {
        if (bank(number).isEmpty()) {
            throw new IllegalArgumentException(
                    idScheme.name()
                            + " ids have banks 0.."
                            + (banks.size() - 1)
                            + ", got "
                            + number);
        }
        return banks.get(number).ids();
    }

    /// Which bank has a channel.
    public OptionalInt bankOf(int channelId) {
        return banks.stream()
                .filter(bank -> bank.ids().stream().anyMatch(block -> has(block, channelId)))
                .mapToInt(bank -> bank.name().number())
                .findFirst();
    }

    private static boolean has(IdBlock block, int id) {
        if (id < block.first() || id > block.last()) return false;
        int rest = id - block.first();
        for (IdBlock.Step step : block.steps()) {
            rest -= Math.min(rest / step.stride(), step.count() - 1) * step.stride();
        }
        return rest == 0;
    }

    /// Number of channels.
    public long channels() {
        return banks.stream().flatMap(bank -> bank.ids().stream()).mapToLong(IdBlock::size).sum();
    }
}
