package tare.core.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tare.core.bank.Bank;
import tare.core.channel.ChannelMap;
import tare.core.hash.Sha256;
import tare.core.operation.Reshaping.Direction;
import tare.core.operation.Reshaping.Reduction;

/// A bank with each operation that can be done with it: at least one of every kind.
final class EveryOperation {
    static final Formula SQUARE = new Formula("square", x -> x * x);

    private static final Bank BANK = Samples.random(1);
    private static final Bank OTHER = Samples.random(2);
    private static final Bank EXAMPLE = Samples.example(80, 3, 100);
    private static final Bank SOME = Samples.random(3, 1, 2, 300);
    private static final ChannelMap MAP = Samples.map();
    private static final Where WHERE =
            Where.any(
                    Where.all(Where.above("mean", 99.5), Where.not(Where.below("rms", 3.25))),
                    Where.notFinite("mean"),
                    Where.anyOf(0xFF),
                    Where.among(1, 2, 3, 9));

    private static final Bank MS = Samples.ms(5, new float[] {1, 2}, new float[] {3, 4});
    private static final Indirection LAYERS = Indirection.of(BANK, Samples.OPERATOR).orElseThrow();

    private EveryOperation() {}

    record Case(Bank bank, Operation operation) {
        @Override
        public String toString() {
            return OperationText.name(operation);
        }
    }

    static List<Case> cases() {
        Stream<Case> ofOneBank =
                Stream.concat(alone(), with(OTHER, SOME))
                        .map(operation -> new Case(BANK, operation));
        Bank equalCounts = Samples.msn(new float[2], new float[2], new int[] {4, 4});
        Stream<Case> ofOthers =
                Stream.of(
                        new Case(MS, new Reshaping.ToMsn()),
                        new Case(equalCounts, new Reshaping.ToMs()),
                        new Case(LAYERS.index(), new Reshaping.Flatten(LAYERS.data())));
        return Stream.concat(ofOneBank, ofOthers).toList();
    }

    /// Operations that need no other bank of the same channels.
    static Stream<Operation> alone() {
        return Stream.of(
                new Arithmetic.Scale(1.1),
                new Arithmetic.Offset(-3),
                new Arithmetic.Negate(),
                new Arithmetic.Absolute(),
                new Arithmetic.Inverse(),
                new Arithmetic.Apply("mean", SQUARE),
                new Arithmetic.Round("mean", 1),
                new Selection.Select(WHERE),
                new Selection.Exclude(WHERE),
                new Selection.Head(3),
                new Selection.Tail(4),
                new Selection.FillMissing(MAP, EXAMPLE),
                new Flagging.SetPublic(WHERE, 0x10),
                new Flagging.OrPublic(WHERE, 0x10),
                new Flagging.ClearPublic(WHERE, 0x10),
                new Reshaping.Copy(),
                new Reshaping.Reset(),
                new Reshaping.ResetTo(EXAMPLE),
                new Reshaping.Remap(MAP, Direction.TO_ADDRESSES),
                new Reshaping.GroupReduce("mean", "module", Reduction.MEDIAN));
    }

    /// Operations with another bank.
    static Stream<Operation> with(Bank other, Bank some) {
        return Stream.concat(
                ofEqualChannels(other),
                Stream.of(
                        new Selection.Union(some, Selection.Overlap.POOL),
                        new Selection.Intersect(some),
                        new Selection.Minus(some),
                        new Flagging.MergeStatus(other),
                        new Reshaping.ReplaceWhere(WHERE, other)));
    }

    /// Operations that need the same channels in both banks.
    static Stream<Operation> ofEqualChannels(Bank other) {
        return Stream.of(
                new Arithmetic.Add(other),
                new Arithmetic.Subtract(other),
                new Arithmetic.Multiply(other, BaseCheck.FORCED),
                new Arithmetic.Divide(other),
                new Arithmetic.Difference(other),
                new Arithmetic.Ratio(other),
                new Arithmetic.Pull(other),
                new Averaging.WeightedMean(other),
                new Averaging.Pool(other),
                new Averaging.Average(List.of(other, other)));
    }

    /// Every bank, map and formula that the cases refer to.
    static Inputs inputs() {
        var banks = new HashMap<Sha256, Bank>();
        for (Bank bank : List.of(BANK, OTHER, EXAMPLE, SOME, MS, LAYERS.index(), LAYERS.data())) {
            banks.put(bank.identity(), bank);
        }
        cases().forEach(each -> banks.put(each.bank().identity(), each.bank()));
        return Inputs.of(
                banks, Map.of(OperationText.identity(MAP), MAP), Map.of(SQUARE.name(), SQUARE));
    }
}
