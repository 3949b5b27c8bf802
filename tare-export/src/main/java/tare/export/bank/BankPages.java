package tare.export.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.export.plot.Page;
import tare.export.plot.PlotAxis;

/// Pages about banks, a row of two plots per field: its distribution over the channels, and its
/// values along them. Fields that hold several numbers per channel are left out.
public final class BankPages {
    private static final int WIDTH = 1400;
    private static final int ROW_HEIGHT = 300;

    /// As many as a page is high.
    private static final int MOST_FIELDS = 24;

    private BankPages() {}

    /// The usable values of one bank: finite, of channels that are neither bad nor not assessed.
    ///
    /// @throws IllegalArgumentException if no field has one number per channel
    public static Page content(String title, Bank bank) {
        long usable = count(bank.size(), i -> UsableValues.isUsable(bank, i));
        return page(
                String.format(
                        Locale.ROOT, "%s: %,d of %,d channels usable", title, usable, bank.size()),
                UsableValues.fields(bank),
                field ->
                        new ValuePlots(
                                PlotAxis.of(words(field), field.unit()),
                                UsableValues.of(bank, field)));
    }

    /// What changed from one bank to another, where channels are usable in both.
    ///
    /// @throws IllegalArgumentException if the banks have no field in common
    public static Page difference(String title, Bank from, Bank to) {
        List<FieldDefinition> common =
                UsableValues.fields(to).stream()
                        .filter(UsableValues.fields(from)::contains)
                        .toList();
        return page(
                title + ": " + changes(from, to),
                common,
                field ->
                        new ValuePlots(
                                PlotAxis.of("change of " + words(field), field.unit()),
                                UsableValues.change(from, to, field)));
    }

    private static String changes(Bank from, Bank to) {
        long bad =
                count(
                        to.size(),
                        i -> UsableValues.isBad(to, i) && isUsable(from, to.ids().intAt(i)));
        long recovered =
                count(
                        from.size(),
                        i -> UsableValues.isBad(from, i) && isUsable(to, from.ids().intAt(i)));
        return String.format(
                Locale.ROOT, "channels that became bad: %,d, that recovered: %,d", bad, recovered);
    }

    private static boolean isUsable(Bank bank, int channelId) {
        int index = bank.index(channelId);
        return index >= 0 && UsableValues.isUsable(bank, index);
    }

    private static long count(int channels, IntPredicate is) {
        return IntStream.range(0, channels).filter(is).count();
    }

    private static Page page(
            String title, List<FieldDefinition> fields, Function<FieldDefinition, ValuePlots> of) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    title + ": nothing to draw, no field has one number per channel");
        }
        var rows = new ArrayList<Page.Row>();
        for (FieldDefinition field : fields.stream().limit(MOST_FIELDS).toList()) {
            ValuePlots plots = of.apply(field);
            rows.add(Page.Row.of(ROW_HEIGHT, plots.distribution(), plots.alongChannels()));
        }
        return new Page(title, WIDTH, rows);
    }

    /// `pedestal_error` as people write it.
    static String words(FieldDefinition field) {
        return field.name().replace('_', ' ');
    }
}
