package tare.conditions.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.core.bank.Bank;
import tare.core.operation.Indirection;
import tare.core.operation.Operator;
import tare.core.time.IntervalOfValidity;
import tare.core.time.Moment;

/// Everything valid at one moment under one global tag, as of one commit. Immutable, thread-safe;
/// usable as long as its store is open.
///
/// @param view of all tags at that moment
/// @param entries what is valid, by label and bank number; a label whose tag has nothing valid has
///     an empty list
public record GlobalView(GlobalTag globalTag, View view, SortedMap<String, List<Entry>> entries) {
    /// Resolves all tags.
    public static GlobalView of(GlobalTag globalTag, View view) {
        var entries = new TreeMap<String, List<Entry>>(String.CASE_INSENSITIVE_ORDER);
        globalTag.tags().forEach((label, tag) -> entries.put(label, view.entries(tag)));
        return new GlobalView(globalTag, view, entries);
    }

    public Moment moment() {
        return view.moment();
    }

    /// The last commit that this view sees.
    public long sequence() {
        return view.sequence();
    }

    /// A bank of the tag under a label.
    ///
    /// @throws MissingConditionsException if nothing is valid, or there is no such label
    public Resolved bank(String label, int number) {
        return view.bank(tag(label), number);
    }

    /// A bank under a label with its values; see [View#values].
    ///
    /// @throws MissingConditionsException if nothing is valid, or there is no such label
    public Bank values(String label, int number, Operator operator) {
        return view.values(tag(label), number, operator);
    }

    /// An index layer under a label, and its data layer; see [View#layers].
    ///
    /// @throws MissingConditionsException if nothing is valid, or there is no such label
    public Indirection layers(String label, int number) {
        return view.layers(tag(label), number);
    }

    /// All banks that are valid under a label, by number; a data layer is one of them.
    ///
    /// @throws MissingConditionsException if there are none, or there is no such label
    public List<Resolved> banks(String label) {
        String tag = tag(label);
        List<Entry> valid = entries.getOrDefault(label, List.of());
        if (valid.isEmpty()) {
            throw new MissingConditionsException(
                    "no conditions in tag " + tag + " (" + label + ") at " + moment());
        }
        return valid.stream().map(entry -> view.bank(tag, entry.bank().number())).toList();
    }

    private String tag(String label) {
        String tag = globalTag.tags().get(label);
        if (tag != null) return tag;
        throw new MissingConditionsException(
                "global tag "
                        + globalTag.name()
                        + " has no label '"
                        + label
                        + "', only "
                        + globalTag.tags().keySet());
    }

    /// Which constants these are.
    public Fingerprint fingerprint() {
        var lines = new ArrayList<String>();
        entries.forEach(
                (label, valid) ->
                        valid.forEach(entry -> lines.add(Fingerprint.line(label, entry))));
        return Fingerprint.of(lines);
    }

    /// The interval around the moment in which every bank under these labels stays what it is, and
    /// none of the others begins or ends.
    public IntervalOfValidity valid(List<String> labels) {
        long since = 0;
        long until = IntervalOfValidity.OPEN;
        for (String label : labels) {
            IntervalOfValidity steady = view.steady(tag(label));
            since = Math.max(since, steady.since());
            until = Math.min(until, steady.until());
        }
        return new IntervalOfValidity(moment().axis(), since, until);
    }
}
