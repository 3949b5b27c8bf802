package tare.app.cli;

import static java.util.stream.Collectors.joining;
import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import tare.app.cli.TextTable.Heading;
import tare.conditions.history.BankSummary;
import tare.conditions.history.ColumnSummary;
import tare.conditions.history.StoredPayload;
import tare.conditions.view.Entry;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.Scalar;
import tare.core.channel.ChannelFlag;
import tare.core.journal.JournalEntry;

/// A stored bank for people.
final class BankText {
    private static final String LABEL = "%-10s%s";
    private static final int SHOWN_VALUES = 4;

    private BankText() {}

    static void print(Output out, ShownBank shown) {
        printIdentity(out, shown);
        printContent(out, shown.summary());
        printLineage(out, shown);
    }

    private static void printIdentity(Output out, ShownBank shown) {
        BankSummary summary = shown.summary();
        out.line(LABEL, "Tag", summary.entry().tag());
        out.line(LABEL, "Bank", summary.entry().bank());
        out.line(LABEL, "Valid", summary.entry().valid());
        out.line(
                LABEL,
                "Sequence",
                summary.entry().sequence() + ", as of " + shown.asOf() + " of " + shown.newest());
        out.line(LABEL, "Type", summary.entry().type());
        out.line(LABEL, "Payload", summary.entry().payload());
        out.line(LABEL, "", size(shown.stored()));
        shown.stored().file().ifPresent(file -> out.line(LABEL, "", file));
        shown.others().forEach(use -> out.line(LABEL, "Also", place(use)));
    }

    private static String place(Entry use) {
        return use.tag()
                + " "
                + use.bank().name()
                + " "
                + use.valid()
                + " sequence "
                + use.sequence();
    }

    private static String size(StoredPayload stored) {
        return String.format(
                Locale.ROOT,
                "%,d bytes, stored as %,d in %s",
                stored.rawBytes(),
                stored.storedBytes(),
                stored.file().isPresent() ? "the file" : "the database");
    }

    private static void printContent(Output out, BankSummary summary) {
        String scheme =
                summary.idScheme().fields().stream()
                        .map(field -> field.name() + " (" + field.bits() + " bits)")
                        .collect(joining(", "));
        out.line(
                LABEL,
                "Layout",
                summary.layout() + "; channel ids: " + summary.idScheme().name() + ", " + scheme);
        out.line(
                LABEL,
                "Header",
                Words.count(summary.header().pulses(), "pulse")
                        + ", flag 0x"
                        + Integer.toHexString(summary.header().flag()));
        summary.header()
                .extra()
                .forEach((name, value) -> out.line(LABEL, "", name + ": " + text(value)));
        String qualities =
                summary.qualities().entrySet().stream()
                        .map(
                                count ->
                                        String.format(
                                                Locale.ROOT,
                                                "%,d %s",
                                                count.getValue(),
                                                count.getKey().label()))
                        .collect(joining(", "));
        out.line(
                LABEL,
                "Channels",
                String.format(Locale.ROOT, "%,d: ", summary.channels()) + qualities);
        out.line("");
        columns(summary.columns()).print(out);
    }

    private static String text(Scalar value) {
        return switch (value) {
            case Scalar.Whole(long whole) -> Long.toString(whole);
            case Scalar.Real(double real) -> Double.toString(real);
            case Scalar.Text(String text) -> text;
        };
    }

    private static TextTable columns(List<ColumnSummary> columns) {
        var table =
                new TextTable(
                        left("Column"),
                        left("Unit"),
                        left("Type"),
                        right("Finite"),
                        right("Mean"),
                        right("RMS"),
                        right("Min"),
                        right("Max"));
        for (ColumnSummary column : columns) {
            table.row(
                    column.field().name(),
                    column.field().unit(),
                    column.field().type(),
                    String.format(Locale.ROOT, "%,d", column.finite()),
                    figure(column, column.mean()),
                    figure(column, column.rms()),
                    figure(column, column.min()),
                    figure(column, column.max()));
        }
        return table;
    }

    private static String figure(ColumnSummary column, double value) {
        return column.finite() == 0 ? "-" : Words.number(value);
    }

    private static void printLineage(Output out, ShownBank shown) {
        List<JournalEntry> entries = shown.bank().journal().entries();
        Integer broken = shown.firstBrokenEntry();
        out.line("");
        out.line(
                "Lineage, oldest first: the chain of %s is %s",
                entries.size() == 1 ? "1 entry" : entries.size() + " entries",
                broken == null
                        ? "intact"
                        : "BROKEN at entry "
                                + broken
                                + ", which was altered after it was written; do not trust it");
        for (int i = 0; i < entries.size(); i++) {
            JournalText.print(out, Integer.toString(i + 1), entries.get(i));
        }
    }

    /// The first channels, one per row.
    static void printChannels(Output out, Bank bank, int most) {
        var headings = new ArrayList<Heading>(List.of(left("Channel"), left("State")));
        for (FieldDefinition field : bank.layout().fields()) {
            headings.add(
                    right(
                            field.name()
                                    + (field.unit().equals("1") ? "" : " [" + field.unit() + "]")));
        }
        var table = new TextTable(headings.toArray(Heading[]::new));
        for (int i = 0; i < Math.min(most, bank.size()); i++) {
            var cells = new ArrayList<Object>();
            cells.add(bank.idScheme().format(bank.ids().intAt(i)));
            cells.add(new ChannelFlag(bank.flags().intAt(i)));
            for (FieldDefinition field : bank.layout().fields()) {
                cells.add(values(field, bank.column(field.name()), i));
            }
            table.row(cells.toArray());
        }
        out.line("");
        table.print(out);
        if (most < bank.size()) {
            out.line("... and %,d more; --csv FILE writes all", bank.size() - most);
        }
    }

    /// The value of a channel, or the first ones of an array.
    private static String values(FieldDefinition field, Column column, int row) {
        var values = new StringJoiner(" ");
        for (int k = 0; k < Math.min(field.length(), SHOWN_VALUES); k++) {
            values.add(value(column, row * field.length() + k));
        }
        if (field.length() > SHOWN_VALUES) values.add("...");
        return values.toString();
    }

    private static String value(Column column, int index) {
        return switch (column.type()) {
            case I32 -> Integer.toString(column.intAt(index));
            case I64 -> Long.toString(column.longAt(index));
            case F32, F64 -> Words.number(column.value(index));
        };
    }
}
