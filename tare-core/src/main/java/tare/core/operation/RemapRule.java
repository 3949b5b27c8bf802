package tare.core.operation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.channel.ChannelId;
import tare.core.channel.ChannelMap;
import tare.core.channel.FieldScheme;
import tare.core.channel.HardwareAddress;
import tare.core.operation.Reshaping.Direction;
import tare.core.result.Result;

/// Channels under their other names, in the order of those.
final class RemapRule {
    private RemapRule() {}

    static Result<Bank> of(Bank bank, ChannelMap map, Direction direction) {
        FieldScheme from =
                direction == Direction.TO_ADDRESSES ? map.idScheme() : map.addressScheme();
        FieldScheme to = direction == Direction.TO_ADDRESSES ? map.addressScheme() : map.idScheme();
        if (!bank.idScheme().equals(from)) {
            throw Refusal.wrongStructure("ids are of %s, the map's of %s", bank.idScheme(), from);
        }
        if (to.bits() > Integer.SIZE - 1) {
            throw Refusal.badArgument("ids have 31 bits, %s needs %d", to.name(), to.bits());
        }
        int[] names = new int[bank.size()];
        for (int i = 0; i < names.length; i++) names[i] = name(bank, i, map, direction);
        int[] order =
                IntStream.range(0, names.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> names[i]))
                        .mapToInt(i -> i)
                        .toArray();
        int[] ids = Arrays.stream(order).map(i -> names[i]).toArray();
        var builder = BankBuilder.of(bank.layout(), to, ids).header(Headers.untested(bank));
        for (int i = 0; i < order.length; i++) {
            builder.copyValues(bank, order[i], i);
            builder.flags()[i] = bank.flags().intAt(order[i]);
        }
        return Result.of(builder.freeze(bank.journal()));
    }

    private static int name(Bank bank, int row, ChannelMap map, Direction direction) {
        int id = bank.ids().intAt(row);
        int index =
                direction == Direction.TO_ADDRESSES
                        ? map.index(new ChannelId(id))
                        : map.index(new HardwareAddress(id));
        if (index == ChannelMap.NONE) {
            throw Refusal.notFound(
                    "the map has no channel %s (%d)", bank.idScheme().format(id), id);
        }
        return direction == Direction.TO_ADDRESSES
                ? (int) map.address(index).packed()
                : map.id(index).packed();
    }
}
