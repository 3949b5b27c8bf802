package tare.calibrate.slot;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tare.calibrate.accumulate.Accumulator;
import tare.calibrate.accumulate.ChannelSet;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.journal.Journal;
import tare.core.time.IntervalOfValidity;
import tare.core.time.TimeAxis;

/// The state of a slot calibration as a bank: the accumulator's own bank of partial sums, with the
/// watermark, the open slot and the tally in the header's extra values.
///
/// | extra value | of |
/// | --- | --- |
/// | `watermark_resume`, `_seen`, `_contained`, `_line`, `_closed`, `_origin` | [Watermark] |
/// | `slot_since`, `slot_until`, `slot_first`, `slot_last`, `slot_inputs` | the open [Slot]; absent
/// if there is none |
/// | `tally_added`, `_late`, `_late_samples`, `_repeated`, `_finished` | [SlotTally] |
/// | `slot_axis` | the name of the time axis |
final class SlotBank {
    private SlotBank() {}

    static <A extends Accumulator<A, ?>> Bank write(
            SlotSums<A> kind, TimeAxis axis, SlotState<A> state, Journal journal) {
        Bank sums = state.sums().toBank(kind.channels(), journal);
        var extra = new TreeMap<>(sums.header().extra());
        extra.put("slot_axis", Scalar.of(axis.name()));
        put(extra, state.watermark());
        put(extra, state.tally());
        state.open().ifPresent(slot -> put(extra, slot));
        Header header = new Header(sums.header().pulses(), sums.header().flag(), extra);
        return Bank.of(
                sums.layout(),
                sums.idScheme(),
                header,
                sums.ids(),
                sums.flags(),
                sums.columns(),
                journal);
    }

    private static void put(SortedMap<String, Scalar> extra, Watermark mark) {
        extra.put("watermark_resume", Scalar.of(mark.resume()));
        extra.put("watermark_seen", Scalar.of(mark.seen()));
        extra.put("watermark_contained", Scalar.of(mark.contained()));
        extra.put("watermark_line", Scalar.of(mark.line()));
        extra.put("watermark_closed", Scalar.of(mark.closed()));
        extra.put("watermark_origin", Scalar.of(mark.origin()));
    }

    private static void put(SortedMap<String, Scalar> extra, SlotTally tally) {
        extra.put("tally_added", Scalar.of(tally.added()));
        extra.put("tally_late", Scalar.of(tally.late()));
        extra.put("tally_late_samples", Scalar.of(tally.lateSamples()));
        extra.put("tally_repeated", Scalar.of(tally.repeated()));
        extra.put("tally_finished", Scalar.of(tally.finished()));
    }

    private static void put(SortedMap<String, Scalar> extra, Slot slot) {
        extra.put("slot_since", Scalar.of(slot.valid().since()));
        extra.put("slot_until", Scalar.of(slot.valid().until()));
        extra.put("slot_first", Scalar.of(slot.first()));
        extra.put("slot_last", Scalar.of(slot.last()));
        extra.put("slot_inputs", Scalar.of(slot.inputs()));
    }

    /// @throws IllegalArgumentException if the bank holds no state of slots on this axis, or that
    ///     of other channels
    static <A extends Accumulator<A, ?>> SlotState<A> read(
            SlotSums<A> kind, TimeAxis axis, Bank bank) {
        SortedMap<String, Scalar> extra = bank.header().extra();
        if (!Scalar.of(axis.name()).equals(extra.get("slot_axis"))) {
            throw new IllegalArgumentException(
                    "partial sums of slots on axis " + axis + " wanted, the bank has " + extra);
        }
        kind.channels()
                .differenceFrom(ChannelSet.of(bank))
                .ifPresent(
                        difference -> {
                            throw new IllegalArgumentException(
                                    "partial sums of other channels: " + difference);
                        });
        A sums = kind.fromBank().apply(bank);
        return new SlotState<>(watermark(extra), slot(axis, extra), tally(extra), sums);
    }

    private static Watermark watermark(SortedMap<String, Scalar> extra) {
        return new Watermark(
                whole(extra, "watermark_resume"),
                whole(extra, "watermark_seen"),
                whole(extra, "watermark_contained"),
                whole(extra, "watermark_line"),
                whole(extra, "watermark_closed"),
                whole(extra, "watermark_origin"));
    }

    private static Optional<Slot> slot(TimeAxis axis, SortedMap<String, Scalar> extra) {
        if (!extra.containsKey("slot_since")) return Optional.empty();
        long since = whole(extra, "slot_since");
        long until = whole(extra, "slot_until");
        return Optional.of(
                new Slot(
                        new IntervalOfValidity(axis, since, until),
                        whole(extra, "slot_first"),
                        whole(extra, "slot_last"),
                        whole(extra, "slot_inputs")));
    }

    private static SlotTally tally(SortedMap<String, Scalar> extra) {
        return new SlotTally(
                whole(extra, "tally_added"),
                whole(extra, "tally_late"),
                whole(extra, "tally_late_samples"),
                whole(extra, "tally_repeated"),
                whole(extra, "tally_finished"));
    }

    private static long whole(SortedMap<String, Scalar> extra, String name) {
        if (extra.get(name) instanceof Scalar.Whole(long value)) return value;
        throw new IllegalArgumentException("partial sums of slots lack '" + name + "' in " + extra);
    }
}
