package tare.export.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

/// Rows of a table on their way to a bank: one per channel, in any order.
final class BankRows {
    /// A mistake and where it stands.
    record Problem(long line, String text) {}

    private record Row(long line, int id, int flag, List<String> cells) {}

    private final BankLayout layout;
    private final FieldScheme idScheme;
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();

    BankRows(BankLayout layout, FieldScheme idScheme) {
        this.layout = layout;
        this.idScheme = idScheme;
    }

    /// Takes the names of the columns, which may stand in any order; units may be left out.
    ///
    /// @return what is wrong with them
    List<String> header(List<String> names) {
        var problems = new ArrayList<String>();
        var seen = new HashSet<String>();
        var headings = new ArrayList<String>();
        for (String name : names) {
            String known = known(name);
            if (known.isEmpty()) problems.add("unknown column '" + name + "'");
            else if (!seen.add(known)) problems.add("column '" + known + "' stands twice");
            headings.add(known);
        }
        for (String wanted : required(seen)) {
            if (!seen.contains(wanted)) problems.add("there is no column '" + wanted + "'");
        }
        header = headings;
        return problems;
    }

    /// The full heading of a column, empty if it has no business here.
    private String known(String name) {
        boolean ofId = idScheme.fields().stream().map(BitField::name).anyMatch(name::equals);
        if (ofId || List.of("id", "flag", "state").contains(name)) return name;
        for (FieldDefinition field : layout.fields()) {
            for (String element : BankCsv.elements(field)) {
                String heading = BankCsv.heading(element, field);
                if (name.equals(element) || name.equals(heading)) return heading;
            }
        }
        return "";
    }

    private static List<String> headings(FieldDefinition field) {
        return BankCsv.elements(field).stream()
                .map(element -> BankCsv.heading(element, field))
                .toList();
    }

    private List<String> required(Set<String> seen) {
        var required = new ArrayList<String>();
        if (!seen.contains("id")) {
            idScheme.fields().forEach(field -> required.add(field.name()));
        }
        layout.fields().forEach(field -> required.addAll(headings(field)));
        return required;
    }

    /// Takes a row.
    ///
    /// @return what is wrong with it
    List<String> add(long line, List<String> cells) {
        if (cells.size() != header.size()) {
            return List.of(
                    "it has " + cells.size() + " cells under " + header.size() + " headings");
        }
        var problems = new ArrayList<String>();
        try {
            rows.add(new Row(line, id(cells), flag(cells), cells));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        for (FieldDefinition field : layout.fields()) {
            for (String heading : headings(field)) {
                try {
                    parse(cells.get(header.indexOf(heading)), field.type());
                } catch (IllegalArgumentException e) {
                    problems.add(heading + ": " + e.getMessage());
                }
            }
        }
        return problems;
    }

    private static void parse(String text, FieldType type) {
        switch (type) {
            case I32 -> CellText.whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case I64 -> CellText.whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case F32, F64 -> CellText.real(text, type);
        }
    }

    /// From the packed id, the fields of the scheme, or both if they agree.
    private int id(List<String> cells) {
        int at = header.indexOf("id");
        List<String> fields = idScheme.fields().stream().map(BitField::name).toList();
        if (!header.containsAll(fields)) {
            return (int) CellText.whole(cells.get(at), 0, Integer.MAX_VALUE);
        }
        long[] parts = idScheme.fields().stream().mapToLong(field -> part(field, cells)).toArray();
        long packed = idScheme.pack(parts);
        if (at >= 0 && CellText.whole(cells.get(at), 0, Integer.MAX_VALUE) != packed) {
            throw new IllegalArgumentException(
                    "id " + cells.get(at) + " is not that of " + idScheme.format(packed));
        }
        return Math.toIntExact(packed);
    }

    private long part(BitField field, List<String> cells) {
        return CellText.whole(cells.get(header.indexOf(field.name())), 0, Long.MAX_VALUE);
    }

    private int flag(List<String> cells) {
        int at = header.indexOf("flag");
        int flag = at < 0 ? 0 : (int) CellText.whole(cells.get(at), 0, Integer.MAX_VALUE);
        int state = header.indexOf("state");
        String words = new ChannelFlag(flag).toString();
        if (at >= 0 && state >= 0 && !cells.get(state).equals(words)) {
            throw new IllegalArgumentException(
                    "flag " + flag + " means '" + words + "', not '" + cells.get(state) + "'");
        }
        return flag;
    }

    /// Line of the newest row, 1 if there is none.
    long lastLine() {
        return rows.isEmpty() ? 1 : rows.getLast().line();
    }

    /// Channels that have a row already.
    List<Problem> duplicates() {
        rows.sort(Comparator.comparingInt(Row::id).thenComparingLong(Row::line));
        return IntStream.range(1, rows.size())
                .filter(i -> rows.get(i).id() == rows.get(i - 1).id())
                .mapToObj(
                        i ->
                                new Problem(
                                        rows.get(i).line(),
                                        idScheme.format(rows.get(i).id())
                                                + " stands in line "
                                                + rows.get(i - 1).line()
                                                + " already"))
                .toList();
    }

    /// After [#duplicates], which sorts.
    Bank toBank(Header bankHeader, Journal journal) {
        return Bank.of(
                layout,
                idScheme,
                bankHeader,
                Column.of(rows.stream().mapToInt(Row::id).toArray()),
                Column.of(rows.stream().mapToInt(Row::flag).toArray()),
                layout.fields().stream().map(this::column).toList(),
                journal);
    }

    private Column column(FieldDefinition field) {
        int[] at = headings(field).stream().mapToInt(header::indexOf).toArray();
        String[] texts =
                rows.stream()
                        .flatMap(row -> Arrays.stream(at).mapToObj(i -> row.cells().get(i)))
                        .toArray(String[]::new);
        return switch (field.type()) {
            case I32 -> Column.of(Arrays.stream(texts).mapToInt(Integer::parseInt).toArray());
            case I64 -> Column.of(Arrays.stream(texts).mapToLong(Long::parseLong).toArray());
            case F64 -> Column.of(reals(texts));
            case F32 -> Column.of(floats(texts));
        };
    }

    private static double[] reals(String[] texts) {
        return Arrays.stream(texts)
                .mapToDouble(text -> CellText.real(text, FieldType.F64))
                .toArray();
    }

    private static float[] floats(String[] texts) {
        float[] values = new float[texts.length];
        for (int i = 0; i < texts.length; i++) {
            values[i] = (float) CellText.real(texts[i], FieldType.F32);
        }
        return values;
    }
}
