package tare.app.cli;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.LongStream;
import tare.conditions.history.TagSummary;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// One tag as of a commit, with errors that say what there is instead of what was asked for.
///
/// @param entries the effective intervals, by bank number and begin
record TagIntervals(TagSummary summary, long asOf, List<Entry> entries) {
    /// All tags of a store, by name.
    static List<TagIntervals> all(ConditionsStore store, long asOf) {
        return store.history().tags().stream().map(tag -> of(store, tag, asOf)).toList();
    }

    /// @param name in any case
    /// @throws MissingConditionsException if there is no such tag
    static TagIntervals of(ConditionsStore store, String name, long asOf) {
        return of(store, name, asOf, "");
    }

    /// @param moment at which something of the tag is wanted, for the message
    static TagIntervals of(ConditionsStore store, String name, long asOf, Moment moment) {
        return of(store, name, asOf, "no conditions at " + moment + ": ");
    }

    private static TagIntervals of(
            ConditionsStore store, String name, long asOf, String complaint) {
        List<TagSummary> tags = store.history().tags();
        return tags.stream()
                .filter(tag -> tag.tag().equalsIgnoreCase(name))
                .findFirst()
                .map(tag -> of(store, tag, asOf))
                .orElseThrow(
                        () ->
                                new MissingConditionsException(
                                        complaint
                                                + "no tag '"
                                                + name
                                                + "'; the store has "
                                                + Words.some(
                                                        tags.stream()
                                                                .map(TagSummary::tag)
                                                                .toList())));
    }

    private static TagIntervals of(ConditionsStore store, TagSummary tag, long asOf) {
        return new TagIntervals(tag, asOf, store.history().intervals(tag.tag(), asOf));
    }

    String name() {
        return summary.tag();
    }

    TimeAxis axis() {
        return summary.first().axis();
    }

    /// Earliest begin of an interval.
    Moment first() {
        return begins().min().stream().mapToObj(this::moment).findFirst().orElse(summary.first());
    }

    /// Latest begin of an interval.
    Moment last() {
        return begins().max().stream().mapToObj(this::moment).findFirst().orElse(summary.last());
    }

    private LongStream begins() {
        return entries.stream().mapToLong(entry -> entry.valid().since());
    }

    private Moment moment(long value) {
        return new Moment(axis(), value);
    }

    List<BankName> banks() {
        return entries.stream().map(Entry::bank).distinct().toList();
    }

    /// Whether a person means this bank: by name in any case, or by number.
    static boolean isMeant(String nameOrNumber, BankName bank) {
        return bank.name().equalsIgnoreCase(nameOrNumber)
                || Integer.toString(bank.number()).equals(nameOrNumber);
    }

    /// The bank that a person means; a name goes before a number.
    ///
    /// @throws MissingConditionsException if the tag has none
    BankName bank(String nameOrNumber) {
        return banks().stream()
                .filter(bank -> isMeant(nameOrNumber, bank))
                .max(Comparator.comparing(bank -> bank.name().equalsIgnoreCase(nameOrNumber)))
                .orElseThrow(
                        () ->
                                new MissingConditionsException(
                                        "tag "
                                                + name()
                                                + " has no bank '"
                                                + nameOrNumber
                                                + "' as of sequence "
                                                + asOf
                                                + "; it has "
                                                + someBanks()
                                                + "; 'tare conditions list "
                                                + name()
                                                + "' lists them"));
    }

    /// The bank that a person means who names none.
    ///
    /// @throws IllegalArgumentException if the tag has several
    BankName onlyBank() {
        List<BankName> banks = banks();
        if (banks.size() == 1) return banks.getFirst();
        throw new IllegalArgumentException(
                "which bank? Tag "
                        + name()
                        + " has "
                        + Words.count(banks.size(), "bank")
                        + ": "
                        + someBanks()
                        + "; 'tare conditions list "
                        + name()
                        + "' lists them");
    }

    String someBanks() {
        return Words.some(banks().stream().map(BankName::name).toList());
    }

    TagIntervals of(BankName bank) {
        return new TagIntervals(
                summary, asOf, entries.stream().filter(e -> e.bank().equals(bank)).toList());
    }

    /// @throws IllegalArgumentException if the tag is on another axis than the moment
    List<Entry> at(Moment moment) {
        if (moment.axis() != axis()) {
            throw new IllegalArgumentException(
                    "tag " + name() + " holds by " + axisWords() + " instead of " + moment);
        }
        return entries.stream().filter(entry -> entry.valid().contains(moment)).toList();
    }

    private String axisWords() {
        return switch (axis()) {
            case RUN -> "run; give a run number";
            case RUN_LUMI -> "run and luminosity section; give RUN:LUMI";
            case UTC_NANOS -> "time; give a UTC time such as 2026-11-20T11:00:00Z";
        };
    }

    /// Banks without anything valid at a moment.
    List<BankName> missingAt(Moment moment) {
        Set<BankName> valid = at(moment).stream().map(Entry::bank).collect(toSet());
        return banks().stream().filter(bank -> !valid.contains(bank)).toList();
    }

    /// What there is before and after a moment at which nothing is valid.
    String nearest(Moment moment) {
        var words = new StringJoiner(", ");
        entries.stream()
                .filter(entry -> entry.valid().until() <= moment.value())
                .max(Comparator.comparingLong(entry -> entry.valid().until()))
                .ifPresent(entry -> words.add("nearest before " + entry.valid()));
        entries.stream()
                .filter(entry -> entry.valid().since() > moment.value())
                .min(Comparator.comparingLong(entry -> entry.valid().since()))
                .ifPresent(entry -> words.add("nearest after " + entry.valid()));
        return words.length() == 0 ? "nothing before or after" : words.toString();
    }
}
