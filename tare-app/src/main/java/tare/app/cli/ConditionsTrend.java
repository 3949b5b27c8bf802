package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.view.Entry;
import tare.conditions.view.MissingConditionsException;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;
import tare.export.bank.Trend;
import tare.export.plot.PlotAxis;

/// How a field went.
@Command(
        name = "trend",
        description = {
            "Shows how a field of a bank went over its intervals of validity: mean and spread of the"
                    + " usable channels, or one channel."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions trend pixel-gain BPix_BmI_SEC1_LYR1_LDR1F_MOD1 --field gain",
            "  tare conditions trend dirc-t0 3 --field mean --channel 2690 --plot t0.png"
        })
final class ConditionsTrend implements Callable<Integer> {
    private static final double NANOS_PER_HOUR = 3.6e12;

    /// Room for the luminosity sections of a run between two run numbers.
    private static final double SECTIONS_PER_RUN = 10_000;

    @Parameters(index = "0", paramLabel = "TAG", description = "The bank's tag.")
    private String tag;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "BANK",
            description = "Name or number of the bank; not needed if the tag has only one.")
    private @Nullable String bank;

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description = "Which field. Default: the layout's first.")
    private @Nullable String field;

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "Only the channel of this packed id, as --csv of 'show' lists them.")
    private @Nullable Integer channel;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            converter = MomentText.class,
            description = "Leave out intervals that end before.")
    private @Nullable Moment from;

    @Option(
            names = "--to",
            paramLabel = "RUN",
            converter = MomentText.class,
            description = "Leave out intervals that begin after.")
    private @Nullable Moment to;

    @Mixin private PlotOption plot;
    @Mixin private LimitOption limit;
    @Mixin private AsOfOption asOf;
    @Mixin private StoreOption store;
    @Mixin private Output out;

    private record Line(Entry entry, Trend.Point point) {}

    @Override
    public Integer call() throws IOException {
        try (ConditionsStore opened = store.open()) {
            long sequence = asOf.sequence(opened);
            TagIntervals whole = TagIntervals.of(opened, tag, sequence);
            BankName name = bank == null ? whole.onlyBank() : whole.bank(bank);
            List<Entry> entries = wanted(whole.of(name));
            var lines = new ArrayList<Line>();
            FieldDefinition shown = null;
            for (Entry entry : entries) {
                var since = new Moment(entry.valid().axis(), entry.valid().since());
                Bank content = opened.view(since, sequence).bank(entry.tag(), name.number()).bank();
                shown = definition(content);
                lines.add(new Line(entry, point(content, shown, x(entry, entries.getFirst()))));
            }
            if (shown == null) throw nothing(whole.of(name), name);
            print(name, shown, lines);
            draw(name, shown, lines);
        } finally {
            out.flush();
        }
        return Exit.DONE;
    }

    private List<Entry> wanted(TagIntervals one) {
        for (Moment end : Stream.of(from, to).filter(moment -> moment != null).toList()) {
            one.at(end); // refuses a moment on another axis
        }
        return one.entries().stream()
                .filter(entry -> from == null || entry.valid().until() > from.value())
                .filter(entry -> to == null || entry.valid().since() <= to.value())
                .toList();
    }

    private static MissingConditionsException nothing(TagIntervals one, BankName name) {
        return new MissingConditionsException(
                "no interval of bank "
                        + name
                        + " in tag "
                        + one.name()
                        + " lies there; it has some from "
                        + one.first()
                        + " to "
                        + one.last());
    }

    private FieldDefinition definition(Bank content) {
        List<FieldDefinition> fields =
                content.layout().fields().stream().filter(one -> !one.isArray()).toList();
        return fields.stream()
                .filter(one -> field == null || one.name().equals(field))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        (field == null ? "there is no field" : "no field " + field)
                                                + " with one number per channel; layout "
                                                + content.layout()
                                                + " has "
                                                + Words.some(
                                                        fields.stream()
                                                                .map(FieldDefinition::name)
                                                                .toList())));
    }

    private Trend.Point point(Bank content, FieldDefinition shown, double x) {
        if (channel == null) return Trend.Point.ofAll(x, content, shown);
        if (content.index(channel) < 0) {
            throw new IllegalArgumentException("the bank has no channel of id " + channel);
        }
        return Trend.Point.ofChannel(x, content, shown, channel);
    }

    private static double x(Entry entry, Entry first) {
        long since = entry.valid().since();
        return switch (entry.valid().axis()) {
            case RUN -> since;
            case RUN_LUMI -> (since >>> 32) + (since & 0xFFFF_FFFFL) / SECTIONS_PER_RUN;
            case UTC_NANOS -> (since - first.valid().since()) / NANOS_PER_HOUR;
        };
    }

    private static PlotAxis axis(Entry first) {
        TimeAxis axis = first.valid().axis();
        return switch (axis) {
            case RUN -> PlotAxis.of("run", "1");
            case RUN_LUMI -> PlotAxis.of("run + luminosity section / 10,000", "1");
            case UTC_NANOS -> PlotAxis.of("time since " + axis.format(first.valid().since()), "h");
        };
    }

    private void print(BankName name, FieldDefinition shown, List<Line> lines) {
        out.line(
                "%s [%s] of %s in tag %s: %s",
                shown.name(),
                shown.unit(),
                what(name),
                lines.getFirst().entry().tag(),
                Words.count(lines.size(), "interval"));
        out.line("");
        table(lines).print(out);
        limit.remark(out, lines.size(), "interval");
        out.document(document(name, shown, lines));
    }

    private String what(BankName name) {
        return channel == null ? name.toString() : "channel " + channel + " of " + name;
    }

    private TextTable table(List<Line> lines) {
        var table =
                new TextTable(
                        left("Valid"),
                        left("Payload"),
                        right("Channels"),
                        right("Mean"),
                        right("RMS"),
                        right("Min"),
                        right("Max"));
        for (Line line : lines.subList(0, Math.min(limit.most(), lines.size()))) {
            Trend.Point point = line.point();
            boolean none = point.channels() == 0;
            table.row(
                    line.entry().valid(),
                    line.entry().payload().brief(),
                    String.format(Locale.ROOT, "%,d", point.channels()),
                    none ? "-" : Words.number(point.mean()),
                    none ? "-" : Words.number(point.rms()),
                    none ? "-" : Words.number(point.lowest()),
                    none ? "-" : Words.number(point.highest()));
        }
        return table;
    }

    private Map<String, Object> document(BankName name, FieldDefinition shown, List<Line> lines) {
        var document = new LinkedHashMap<String, Object>();
        document.put("store", store.url());
        document.put("bank", name);
        document.put("channel", channel);
        document.put("field", shown);
        document.put(
                "intervals",
                lines.stream()
                        .map(
                                line ->
                                        Map.of(
                                                "entry", EntryDocument.of(line.entry()),
                                                "values", line.point()))
                        .toList());
        return document;
    }

    private void draw(BankName name, FieldDefinition shown, List<Line> lines) throws IOException {
        var trend = new Trend(shown, lines.stream().map(Line::point).toList());
        String title = tag + ", " + what(name);
        plot.draw(out, () -> trend.page(title, axis(lines.getFirst().entry())));
    }
}
