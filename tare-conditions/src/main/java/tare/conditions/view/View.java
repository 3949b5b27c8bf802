package tare.conditions.view;

import java.util.List;
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
