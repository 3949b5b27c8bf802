package tare.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Division;
import tare.conditions.view.Entry;
import tare.core.bank.Bank;
import tare.core.operation.Indirection;
import tare.core.time.Moment;

/// Finds out which bank a file holds, by its first channel.
///
/// @param tag whose banks are looked at where no detector's definition knows
record BankNames(ConditionsStore store, CalibrationType type, String tag) {
    /// `3:north`.
    static BankName parse(String text) {
        int colon = text.indexOf(':');
        try {
            return new BankName(
                    Integer.parseInt(text.substring(0, Math.max(colon, 0))),
                    text.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--bank is NUMBER:NAME, as 3:north; got '" + text + "'", e);
        }
    }

    BankName of(Path file, Bank bank) {
        if (type.isIndirect() && bank.idScheme().equals(Indirection.ENTRIES)) {
            return BankName.DATA_LAYER;
        }
        if (bank.size() == 0) throw new IllegalArgumentException(file + " has no channels");
        int id = bank.ids().intAt(0);
        Optional<BankName> found = type.isOfDetector() ? inDefinition(id) : inTag(id);
        return found.orElseThrow(
                () ->
                        new IllegalArgumentException(
                                file
                                        + ": channel "
                                        + bank.idScheme().format(id)
                                        + " belongs to no known bank; say --bank NUMBER:NAME"));
    }

    private Optional<BankName> inDefinition(int id) {
        Optional<Division> division =
                store.types().definition(type.detector()).flatMap(d -> d.division(type.idScheme()));
        if (division.isEmpty()) return Optional.empty();
        OptionalInt number = division.get().bankOf(id);
        return number.isEmpty() ? Optional.empty() : division.get().bank(number.getAsInt());
    }

    private Optional<BankName> inTag(int id) {
        List<Entry> entries = store.history().intervals(tag, store.sequence());
        return entries.stream()
                .filter(entry -> !entry.bank().isDataLayer())
                .filter(entry -> bank(entry).index(id) >= 0)
                .map(Entry::bank)
                .findFirst();
    }

    private Bank bank(Entry entry) {
        var since = new Moment(entry.valid().axis(), entry.valid().since());
        return store.view(since).bank(tag, entry.bank().number()).bank();
    }
}
