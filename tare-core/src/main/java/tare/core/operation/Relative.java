package tare.core.operation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.bank.Scalar;

/// What a relative bank is to its base. Its header names both: extra `relative` is `ratio` or
/// `difference`, extra `base` the identity of the base.
///
/// Real constants were once multiplied onto an already relative base because test and live
/// conditions differed. Hence an operation that undoes a relation asks for the very base.
enum Relative {
    RATIO("ratio"),
    DIFFERENCE("difference");

    static final String KIND = "relative";
    static final String BASE = "base";

    private final String text;

    Relative(String text) {
        this.text = text;
    }

    /// The header of a bank that is taken from a base now.
    ///
    /// @throws Refusal if the two are relative to different bases already
    UnaryOperator<Header> to(Bank bank, Bank base) {
        alike(bank, base);
        String identity = base.identity().hex();
        return header -> header.with(KIND, Scalar.of(text)).with(BASE, Scalar.of(identity));
    }

    /// The header of the product or sum in which one operand may be relative to the other.
    ///
    /// @throws Refusal if one is relative to a third
    UnaryOperator<Header> ofResult(Bank a, Bank b, BaseCheck check) {
        if (check == BaseCheck.STRICT) {
            requireBase(a, b);
            requireBase(b, a);
        }
        return Relative::absolute;
    }

    private void requireBase(Bank relative, Bank base) {
        Optional<String> wanted = relative.header().text(BASE);
        if (wanted.isEmpty()) return;
        String kind = relative.header().text(KIND).orElse("?");
        String found = base.identity().hex();
        if (!kind.equals(text) || !wanted.get().equals(found)) {
            throw Refusal.conflict(
                    "a %s of base %s does not go with bank %s; fetch the base, or force it",
                    kind, wanted.get(), found);
        }
    }

    private static Header absolute(Header header) {
        return header.without(KIND).without(BASE);
    }

    /// The header of a result whose operands are both absolute or relative to the same base alike.
    ///
    /// @throws Refusal if they are not
    @CanIgnoreReturnValue
    static UnaryOperator<Header> alike(Bank a, Bank b) {
        boolean isAlike =
                a.header().text(BASE).equals(b.header().text(BASE))
                        && a.header().text(KIND).equals(b.header().text(KIND));
        if (isAlike) return header -> header;
        throw Refusal.conflict(
                "one bank is relative to %s, the other to %s",
                a.header().text(BASE).orElse("none"), b.header().text(BASE).orElse("none"));
    }
}
