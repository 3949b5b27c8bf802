package tare.core.operation;

import java.util.Arrays;
import tare.core.bank.Bank;
import tare.core.bank.Layouts;
import tare.core.result.Result;

/// (a − b)/√(σa² + σb²): how many errors two banks are apart.
final class PullRule {
    private PullRule() {}

    static Result<Bank> of(Bank a, Bank b) {
        Operands.requireAlike(a, b);
        var quantities = Quantity.of(a);
        if (!quantities.stream().allMatch(Quantity::hasSpread)) {
            throw Refusal.wrongStructure(
                    "a pull needs an error for every value; %s has values without", a.layout());
        }
        var header = Relative.alike(a, b).apply(Headers.combined(a, b));
        if (Layouts.isMs(a.layout())) header = header.withPulses(1);
        var draft = new Draft(a, header);
        draft.builder()
                .layout(
                        Units.combined(
                                a.layout(),
                                b.layout(),
                                quantities,
                                (unitA, unitB) -> Units.quotient(Units.same(unitA, unitB), unitA)));
        BinaryRule.mergeFlags(draft, b);
        for (Quantity quantity : quantities) pull(quantity, a, b, draft);
        if (Layouts.isMsn(a.layout())) Arrays.fill(draft.builder().ints("n"), 1);
        return draft.result(a);
    }

    private static void pull(Quantity quantity, Bank a, Bank b, Draft draft) {
        double[] x = quantity.values(a);
        double[] y = quantity.values(b);
        double[] errorX = quantity.errors(a);
        double[] errorY = quantity.errors(b);
        for (int i = 0; i < x.length; i++) {
            boolean isDefined = Double.isFinite(x[i]) && Double.isFinite(y[i]);
            double pull = (x[i] - y[i]) / Math.hypot(errorX[i], errorY[i]);
            draft.put(quantity.value(), i, pull, isDefined);
            draft.putSpread(quantity.spread(), i, 1);
        }
    }
}
