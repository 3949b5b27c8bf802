package tare.conditions.type;

import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;

/// The bank that a candidate is held against, looked up by the candidate's dense index.
record ReferenceBank(Bank bank, Bank candidate) {
    boolean has(String field) {
        return bank.layout().fields().stream()
                .anyMatch(f -> f.name().equals(field) && !f.isArray());
    }

    Column column(String field) {
        return bank.column(field);
    }

    /// Index here of a channel of the candidate, or -1; mostly it stands at the same place.
    int at(int i) {
        int id = candidate.ids().intAt(i);
        return i < bank.size() && bank.ids().intAt(i) == id ? i : bank.index(id);
    }

    /// Whether it has constants of a channel to hold others against.
    boolean isComparable(int i) {
        int j = at(i);
        if (j < 0) return false;
        return switch (quality(bank, j)) {
            case GOOD, SUSPECT -> true;
            case BAD, NOT_ASSESSED -> false;
        };
    }

    static Quality quality(Bank bank, int i) {
        return new ChannelFlag(bank.flags().intAt(i)).quality();
    }
}
