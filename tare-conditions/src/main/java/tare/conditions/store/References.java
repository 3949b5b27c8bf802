package tare.conditions.store;

import java.util.List;
import java.util.OptionalLong;
import tare.conditions.type.BankName;
import tare.core.hash.Sha256;
import tare.core.result.Result;
import tare.core.time.Moment;

/// The banks that are the standard of comparison. For each type, bank and time there is one current
/// reference at most: the last one promoted.
public interface References {
    /// One promotion of one bank.
    ///
    /// @param since from this moment on, until a later `since`
    /// @param tag from which it was promoted
    /// @param current false if a later promotion took its place at `since`
    record Promoted(
            String type,
            BankName bank,
            Moment since,
            long sequence,
            Sha256 payload,
            String tag,
            boolean current) {}

    /// Makes what is valid in a tag the reference of its type.
    ///
    /// @return the sequence of the commit, empty if these are the references already; or
    ///     `NOT_FOUND` if one of the banks is not valid then
    Result<OptionalLong> promote(Promotion promotion);

    /// All promotions of a type's banks, superseded ones too, by bank, begin and commit.
    List<Promoted> of(String type);

    /// Names of the types that have references.
    List<String> types();
}
