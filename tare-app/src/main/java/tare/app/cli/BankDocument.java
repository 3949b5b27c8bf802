package tare.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tare.app.cli.ShownBank.Verified;
import tare.conditions.history.BankSummary;
import tare.conditions.history.ColumnSummary;
import tare.conditions.history.StoredPayload;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Quality;

/// A stored bank for machines.
///
/// @param sequence the last commit of the store
/// @param asOf the last commit that the answer considers
/// @param others where else the same payload is or was used
/// @param qualities number of channels by quality
/// @param firstChannels as many as were asked for
/// @param journal oldest entry first
/// @param firstBrokenEntry from 1; null if the journal's chain is intact
/// @param verified null if not asked for
/// @param files written
record BankDocument(
        String store,
        long sequence,
        long asOf,
        EntryDocument entry,
        List<EntryDocument> others,
        Stored stored,
        Layout layout,
        Scheme idScheme,
        HeaderDocument header,
        int channels,
        Map<String, Integer> qualities,
        List<Statistics> columns,
        List<Channel> firstChannels,
        List<JournalText.Document> journal,
        boolean journalIntact,
        @Nullable Integer firstBrokenEntry,
        @Nullable VerifiedDocument verified,
        List<String> files) {
    /// @param file null if the payload is in the database
    record Stored(long rawBytes, long storedBytes, @Nullable String file) {
        static Stored of(StoredPayload stored) {
            String file = stored.file().map(Object::toString).orElse(null);
            return new Stored(stored.rawBytes(), stored.storedBytes(), file);
        }
    }

    record Field(String name, String unit, FieldType type) {
        static Field of(FieldDefinition field) {
            return new Field(field.name(), field.unit(), field.type());
        }
    }

    record Layout(String name, int version, List<Field> fields) {}

    /// @param fields highest bits first
    record Scheme(String name, List<BitField> fields) {}

    record HeaderDocument(long pulses, int flag, Map<String, Object> extra) {
        static HeaderDocument of(Header header) {
            var extra = new TreeMap<String, Object>();
            header.extra().forEach((name, value) -> extra.put(name, plain(value)));
            return new HeaderDocument(header.pulses(), header.flag(), extra);
        }

        private static Object plain(Scalar scalar) {
            return switch (scalar) {
                case Scalar.Whole(long value) -> value;
                case Scalar.Real(double value) -> value;
                case Scalar.Text(String value) -> value;
            };
        }
    }

    /// @param finite number of finite values, of which the others are figures
    record Statistics(
            String name, String unit, int finite, double mean, double rms, double min, double max) {
        static Statistics of(ColumnSummary column) {
            return new Statistics(
                    column.field().name(),
                    column.field().unit(),
                    column.finite(),
                    column.mean(),
                    column.rms(),
                    column.min(),
                    column.max());
        }
    }

    record Channel(int id, String name, int flag, String state, Map<String, Number> values) {
        static Channel of(Bank bank, int index) {
            var values = new LinkedHashMap<String, Number>();
            for (FieldDefinition field : bank.layout().fields()) {
                for (int k = 0; k < field.length(); k++) {
                    int at = index * field.length() + k;
                    values.put(field.name(k), value(bank.column(field.name()), at));
                }
            }
            int id = bank.ids().intAt(index);
            int flag = bank.flags().intAt(index);
            return new Channel(
                    id, bank.idScheme().format(id), flag, new ChannelFlag(flag).toString(), values);
        }

        private static Number value(Column column, int index) {
            return switch (column.type()) {
                case I32 -> column.intAt(index);
                case F32 -> column.floatAt(index);
                case I64 -> column.longAt(index);
                case F64 -> column.doubleAt(index);
            };
        }
    }

    /// @param sha256 of the content that was read
    record VerifiedDocument(String sha256, boolean payloadIntact, Chain log) {
        static VerifiedDocument of(Verified verified) {
            return new VerifiedDocument(
                    verified.identity().hex(), verified.payloadIntact(), verified.log());
        }
    }

    static BankDocument of(
            String store,
            ShownBank shown,
            int mostChannels,
            @Nullable Verified verified,
            List<String> files) {
        BankSummary summary = shown.summary();
        Bank bank = shown.bank();
        return new BankDocument(
                store,
                shown.newest(),
                shown.asOf(),
                EntryDocument.of(shown.entry()),
                shown.others().stream().map(EntryDocument::of).toList(),
                Stored.of(shown.stored()),
                new Layout(
                        summary.layout().name(),
                        summary.layout().version(),
                        summary.layout().fields().stream().map(Field::of).toList()),
                new Scheme(summary.idScheme().name(), summary.idScheme().fields()),
                HeaderDocument.of(summary.header()),
                summary.channels(),
                qualities(summary),
                summary.columns().stream().map(Statistics::of).toList(),
                IntStream.range(0, Math.min(mostChannels, bank.size()))
                        .mapToObj(i -> Channel.of(bank, i))
                        .toList(),
                bank.journal().entries().stream().map(JournalText.Document::of).toList(),
                shown.firstBrokenEntry() == null,
                shown.firstBrokenEntry(),
                verified == null ? null : VerifiedDocument.of(verified),
                files);
    }

    private static Map<String, Integer> qualities(BankSummary summary) {
        var counts = new LinkedHashMap<String, Integer>();
        for (Quality quality : Quality.values()) {
            counts.put(quality.label(), summary.qualities().getOrDefault(quality, 0));
        }
        return counts;
    }
}
