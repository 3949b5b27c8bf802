package tare.conditions.view;

import java.util.List;
import tare.core.bank.Bank;
import tare.core.operation.Indirection;
import tare.core.operation.Operator;
import tare.core.operation.Reshaping;
import tare.core.time.IntervalOfValidity;
import tare.core.time.Moment;

/// Everything valid at one moment, as of one commit. Immutable: commits after the sequence do not
/// show. Thread-safe, usable as long as its store is open.
///
/// Tag names are found in any case.
public interface View {
    Moment moment();

    /// The last commit that this view sees.
    long sequence();

    /// The bank of that number.
    ///
    /// @throws MissingConditionsException if nothing is valid
    /// @throws IllegalArgumentException if the tag is on another axis than the view
    /// @throws tare.conditions.store.StoreException if the payload is damaged or lost
    Resolved bank(String tag, int number);

    /// The bank of that name; otherwise as [#bank(String, int)].
    Resolved bank(String tag, String bankName);

    /// A bank with its values: the bank itself, or what an index layer and its data layer make
    /// together. Who does not want a value per channel in memory takes [#layers].
    ///
    /// @param operator signs the flattening, for a bank that is made says how
    /// @throws MissingConditionsException if nothing is valid
    default Bank values(String tag, int number, Operator operator) {
        Bank bank = bank(tag, number).bank();
        if (!bank.layout().equals(Indirection.INDEX)) return bank;
        var flatten = new Reshaping.Flatten(layers(tag, number).data());
        return operator.apply(bank, flatten).orElseThrow();
    }

    /// An index layer and the data layer into which it points at this moment.
    ///
    /// @throws MissingConditionsException if nothing is valid
    /// @throws IllegalArgumentException if the bank has values of its own
    default Indirection layers(String tag, int number) {
        Bank index = bank(tag, number).bank();
        if (!index.layout().equals(Indirection.INDEX)) {
            throw new IllegalArgumentException(
                    "bank "
                            + number
                            + " of tag "
                            + tag
                            + " has values of its own, layout "
                            + index.layout());
        }
        return new Indirection(index, bank(tag, Indirection.DATA_LAYER).bank());
    }

    /// What is valid in a tag, by bank number, without reading payloads; empty if nothing is.
    ///
    /// @throws MissingConditionsException if there is no such tag
    List<Entry> entries(String tag);

    /// What is valid in all tags on this axis, by tag and bank number.
    List<Entry> entries();

    /// The interval around the moment in which no bank of a tag begins, ends or changes.
    ///
    /// @throws MissingConditionsException if there is no such tag
    IntervalOfValidity steady(String tag);
}
