package tare.calibrate.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import tare.conditions.store.Candidate;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.channel.ChannelFlag;

/// When two iterations agree: the change of one field, the largest of all channels.
///
/// Channels that are bad or not assessed in the newer bank do not count. A value that is no number
/// in any other channel never converges.
public sealed interface Convergence {
    /// |new − old| / |old|.
    record Relative(String field, double tolerance) implements Convergence {
        public Relative {
            requirePositive(tolerance);
        }
    }

    /// |new − old| in standard errors of the newer value.
    record Pull(String field, ErrorOf error, double tolerance) implements Convergence {
        public Pull {
            requirePositive(tolerance);
        }
    }

    String field();

    /// At this change or below it, iterations agree.
    double tolerance();

    private static void requirePositive(double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("a tolerance is > 0, got " + tolerance);
        }
    }

    /// The largest change; infinite if banks or channels are not the same.
    default double change(Output old, List<Candidate> now) {
        if (old.banks().size() != now.size()) return Double.POSITIVE_INFINITY;
        double largest = 0;
        for (Candidate made : now) {
            Optional<Bank> before = old.find(made.name().number());
            if (before.isEmpty()) return Double.POSITIVE_INFINITY;
            largest = Math.max(largest, change(before.get(), made.content()));
        }
        return largest;
    }

    /// The largest change of one bank; infinite if the channels are not the same.
    default double change(Bank old, Bank now) {
        if (!old.ids().hasSameBits(now.ids())) return Double.POSITIVE_INFINITY;
        Column before = old.column(field());
        Column after = now.column(field());
        IntPredicate counts = counting(now);
        double largest = 0;
        for (int i = 0; i < now.size(); i++) {
            double difference = Math.abs(after.value(i) - before.value(i));
            if (!counts.test(i) || difference == 0) continue;
            double scale =
                    switch (this) {
                        case Relative _ -> Math.abs(before.value(i));
                        case Pull(_, ErrorOf error, _) -> error.at(now, i);
                    };
            double change = difference / scale;
            largest = Math.max(largest, change >= 0 ? change : Double.POSITIVE_INFINITY);
        }
        return largest;
    }

    private static IntPredicate counting(Bank bank) {
        return i ->
                switch (new ChannelFlag(bank.flags().intAt(i)).quality()) {
                    case GOOD, SUSPECT -> true;
                    case BAD, NOT_ASSESSED -> false;
                };
    }
}
