package tare.core.operation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Environment;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Layouts;
import tare.core.bank.Origin;
import tare.core.bank.Scalar;

/// What the header of a result says.
final class Headers {
    private static final int TESTED =
            HeaderFlag.REFERENCE
                    | HeaderFlag.VALIDATED
                    | HeaderFlag.VERIFIED
                    | HeaderFlag.OVERRIDDEN;
    private static final int OF_BOTH =
            HeaderFlag.DATA_LAYER
                    | HeaderFlag.FOR_RECONSTRUCTION
                    | HeaderFlag.FOR_SIMULATION
                    | HeaderFlag.FOR_MONITORING
                    | HeaderFlag.FOR_EXPERTS;
    private static final int OF_EITHER = HeaderFlag.PUBLIC_MASK | HeaderFlag.PARTIAL;

    private Headers() {}

    /// Of one operand: nothing has been tested yet.
    static Header untested(Bank bank) {
        return bank.header().with(bank.header().state().without(TESTED));
    }

    static Header partial(Header header, boolean isPartial) {
        return isPartial ? header.with(header.state().with(HeaderFlag.PARTIAL)) : header;
    }

    /// Of two operands, in either order the same: derived, made in the later environment; see
    /// [Operation].
    static Header combined(Bank a, Bank b) {
        return combined(a.layout(), a.header(), b.header());
    }

    /// Of many operands.
    static Header combined(Bank first, List<Bank> others) {
        Header header = untested(first);
        for (Bank bank : others) header = combined(first.layout(), header, bank.header());
        return header;
    }

    private static Header combined(BankLayout layout, Header first, Header second) {
        int both = first.flag() & second.flag();
        int either = first.flag() | second.flag();
        Environment later =
                Collections.max(List.of(first.state().environment(), second.state().environment()));
        var flag =
                new HeaderFlag(either & OF_EITHER | both & OF_BOTH)
                        .with(Origin.DERIVED)
                        .with(later);
        long pulses = pulses(layout, first.pulses(), second.pulses());
        return new Header(pulses, flag.bits(), extra(first, second));
    }

    private static long pulses(BankLayout layout, long pulses, long others) {
        if (Layouts.isMs(layout)) return Math.min(pulses, others);
        return pulses == others ? pulses : 0;
    }

    private static SortedMap<String, Scalar> extra(Header first, Header second) {
        var extra = new TreeMap<>(second.extra());
        extra.putAll(first.extra());
        extra.keySet()
                .removeIf(
                        name ->
                                first.extra().containsKey(name)
                                        && second.extra().containsKey(name)
                                        && !first.extra()
                                                .get(name)
                                                .equals(second.extra().get(name)));
        return extra;
    }
}
