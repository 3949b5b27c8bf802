package tare.conditions.history;

import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.channel.ChannelFlag;

/// How one field changed from a bank to another, over the channels that have finite constants in
/// both and are usable there: neither bad nor not assessed. Later minus earlier, in the field's
/// unit.
///
/// @param channels how many these are; the other figures are of them
/// @param changed whose value is another, bit by bit
/// @param mean change of all channels, changed or not; NaN if there are none
/// @param rms spread of the changes about their mean, divisor n; NaN if there are none
/// @param largest the change of largest size, with its sign; 0 if nothing changed
/// @param channelId where that is; -1 if nothing changed
public record FieldChange(
        FieldDefinition field,
        long channels,
        long changed,
        double mean,
        double rms,
        double largest,
        int channelId) {
    /// Nothing compared yet.
    public static FieldChange none(FieldDefinition field) {
        return new FieldChange(field, 0, 0, Double.NaN, Double.NaN, 0, -1);
    }

    /// @param field one that both banks have, with one number per channel
    static FieldChange of(FieldDefinition field, Bank before, Bank after) {
        Column old = before.column(field.name());
        Column now = after.column(field.name());
        long changed = 0;
        int n = 0;
        double mean = 0;
        double squares = 0;
        double largest = 0;
        int channelId = -1;
        for (int i = 0; i < after.size(); i++) {
            int j = before.index(after.ids().intAt(i));
            if (j < 0 || !isUsable(before, j) || !isUsable(after, i)) continue;
            double delta = now.value(i) - old.value(j);
            if (!Double.isFinite(delta)) continue;
            n++;
            double off = delta - mean;
            mean += off / n;
            squares += off * (delta - mean);
            if (delta != 0) changed++;
            if (Math.abs(delta) > Math.abs(largest)) {
                largest = delta;
                channelId = after.ids().intAt(i);
            }
        }
        return n == 0
                ? none(field)
                : new FieldChange(
                        field, n, changed, mean, Math.sqrt(squares / n), largest, channelId);
    }

    /// Both changes as one, as if their channels were of one bank.
    public FieldChange plus(FieldChange other) {
        if (channels == 0) return other;
        if (other.channels == 0) return this;
        long n = channels + other.channels;
        double between = other.mean - mean;
        double squares =
                channels * rms * rms
                        + other.channels * other.rms * other.rms
                        + between * between * channels * other.channels / n;
        FieldChange larger = Math.abs(other.largest) > Math.abs(largest) ? other : this;
        return new FieldChange(
                field,
                n,
                changed + other.changed,
                mean + between * other.channels / n,
                Math.sqrt(squares / n),
                larger.largest,
                larger.channelId);
    }

    static boolean isUsable(Bank bank, int index) {
        return switch (new ChannelFlag(bank.flags().intAt(index)).quality()) {
            case GOOD, SUSPECT -> true;
            case BAD, NOT_ASSESSED -> false;
        };
    }
}
