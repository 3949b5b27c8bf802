package tare.core.operation;

import java.util.List;
import tare.core.bank.Bank;
import tare.core.result.Result;

/// Does operations. Results still carry the journal of their operand: the operator signs.
final class Evaluation {
    private Evaluation() {}

    /// @throws Refusal if it is not possible
    static Result<Bank> of(Operation operation, Bank bank) {
        return switch (operation) {
            case Arithmetic arithmetic -> arithmetic(arithmetic, bank);
            case Averaging averaging -> averaging(averaging, bank);
            case Selection selection -> selection(selection, bank);
            case Flagging flagging -> flagging(flagging, bank);
            case Reshaping reshaping -> reshaping(reshaping, bank);
        };
    }

    private static Result<Bank> arithmetic(Arithmetic operation, Bank a) {
        return switch (operation) {
            case Arithmetic.Scale(double factor) -> UnaryRule.scale(factor).on(a);
            case Arithmetic.Offset(double amount) -> UnaryRule.offset(amount).on(a);
            case Arithmetic.Negate() -> UnaryRule.scale(-1).on(a);
            case Arithmetic.Absolute() -> UnaryRule.ABSOLUTE.on(a);
            case Arithmetic.Inverse() -> UnaryRule.INVERSE.on(a);
            case Arithmetic.Apply(String field, Formula formula) ->
                    FieldRule.apply(a, field, formula.function());
            case Arithmetic.Round(String field, int digits) ->
                    FieldRule.apply(a, field, FieldRule.rounding(digits));
            case Arithmetic.Add(Bank b, BaseCheck check) ->
                    BinaryRule.ADD.on(a, b, Relative.DIFFERENCE.ofResult(a, b, check));
            case Arithmetic.Subtract(Bank b) -> BinaryRule.SUBTRACT.on(a, b, Relative.alike(a, b));
            case Arithmetic.Multiply(Bank b, BaseCheck check) ->
                    BinaryRule.MULTIPLY.on(a, b, Relative.RATIO.ofResult(a, b, check));
            case Arithmetic.Divide(Bank b) -> BinaryRule.DIVIDE.on(a, b, Relative.alike(a, b));
            case Arithmetic.Difference(Bank b) ->
                    BinaryRule.SUBTRACT.on(a, b, Relative.DIFFERENCE.to(a, b));
            case Arithmetic.Ratio(Bank b) -> BinaryRule.DIVIDE.on(a, b, Relative.RATIO.to(a, b));
            case Arithmetic.Pull(Bank b) -> PullRule.of(a, b);
        };
    }

    private static Result<Bank> averaging(Averaging operation, Bank a) {
        return switch (operation) {
            case Averaging.WeightedMean(Bank b) -> WeightedRule.of(a, b);
            case Averaging.Pool(Bank b) -> PoolRule.of(a, List.of(b));
            case Averaging.Average(var others) ->
                    Quantity.isSampled(a) ? PoolRule.of(a, others) : MeanRule.of(a, others);
        };
    }

    private static Result<Bank> selection(Selection operation, Bank a) {
        return switch (operation) {
            case Selection.Select(Where where) -> Rows.kept(a, where.rows(a));
            case Selection.Exclude(Where where) -> Rows.kept(a, Where.not(where).rows(a));
            case Selection.Head(int channels) -> Rows.kept(a, Rows.range(a, 0, channels));
            case Selection.Tail(int channels) ->
                    Rows.kept(a, Rows.range(a, a.size() - (long) channels, a.size()));
            case Selection.Union(Bank b, Selection.Overlap policy) -> UnionRule.of(a, b, policy);
            case Selection.Intersect(Bank b) -> Rows.kept(a, Rows.alsoIn(a, b));
            case Selection.Minus(Bank b) -> Rows.kept(a, Rows.not(Rows.alsoIn(a, b), a.size()));
            case Selection.FillMissing(var map, Bank example) -> FillRule.of(a, map, example);
        };
    }

    private static Result<Bank> flagging(Flagging operation, Bank a) {
        return switch (operation) {
            case Flagging.SetPublic(Where where, int bits) ->
                    FlagRule.publicBits(a, where, PublicBits.set(bits));
            case Flagging.OrPublic(Where where, int bits) ->
                    FlagRule.publicBits(a, where, PublicBits.or(bits));
            case Flagging.ClearPublic(Where where, int bits) ->
                    FlagRule.publicBits(a, where, PublicBits.clear(bits));
            case Flagging.MergeStatus(Bank status) -> FlagRule.merge(a, status);
        };
    }

    private static Result<Bank> reshaping(Reshaping operation, Bank a) {
        return switch (operation) {
            case Reshaping.Copy() -> Result.of(a);
            case Reshaping.Reset() -> ResetRule.of(a);
            case Reshaping.ResetTo(Bank example) -> ResetRule.of(a, example);
            case Reshaping.ReplaceWhere(Where where, Bank b) -> ReplaceRule.of(a, where, b);
            case Reshaping.Remap(var map, Reshaping.Direction direction) ->
                    RemapRule.of(a, map, direction);
            case Reshaping.GroupReduce(String field, String level, var reduction) ->
                    new GroupRule(a, field, level, reduction).result();
            case Reshaping.ToMsn() -> ConversionRule.toMsn(a);
            case Reshaping.ToMs() -> ConversionRule.toMs(a);
            case Reshaping.Flatten(Bank dataLayer) -> Indirection.flattened(a, dataLayer);
        };
    }
}
