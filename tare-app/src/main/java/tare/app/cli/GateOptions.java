package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Authorisation;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.store.Types;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.core.time.Moment;

/// Banks in files that come to the gate.
final class GateOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Banks: containers as in the store's folder of payloads, or CSV in the layout"
                            + " of the type.")
    private List<Path> files = List.of();

    @Option(names = "--tag", paramLabel = "TAG", required = true, description = "The tag.")
    private String tag = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "The calibration type; not needed if the tag is there.")
    private @Nullable String type;

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            description =
                    "Number and name of the bank, as 3:north, in the order of the files; not needed"
                            + " where the detector's definition, or the tag, knows whose channels"
                            + " they are.")
    private List<String> banks = List.of();

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A comment for the journal.")
    private String why = "";

    @Mixin private StoreOption store;

    StoreOption store() {
        return store;
    }

    /// The campaign of all files, without special rights.
    Campaign campaign(ConditionsStore opened, Moment since) throws IOException {
        CalibrationType content = type(opened);
        Instant now = Instant.now();
        var candidates = new ArrayList<Candidate>();
        if (!banks.isEmpty() && banks.size() != files.size()) {
            throw new IllegalArgumentException(
                    "--bank is given " + banks.size() + " times for " + files.size() + " files");
        }
        requireDistinct();
        var names = new BankNames(opened, content, tag);
        for (int i = 0; i < files.size(); i++) {
            var bank = BankFile.read(files.get(i), content, now, why);
            BankName name =
                    banks.isEmpty() ? names.of(files.get(i), bank) : BankNames.parse(banks.get(i));
            candidates.add(new Candidate(name, bank));
        }
        return new Campaign(
                tag, content, since, candidates, Optional.empty(), Program.author(), why, now);
    }

    private void requireDistinct() throws IOException {
        var seen = new HashSet<Path>();
        for (Path file : files) {
            if (Files.exists(file) && !seen.add(file.toRealPath())) {
                throw new IllegalArgumentException(file + " is given twice");
            }
        }
    }

    private CalibrationType type(ConditionsStore opened) {
        String name = type == null ? typeOfTag(opened) : type;
        return opened.types()
                .newest(name)
                .map(Types.Known::content)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the store has no type '"
                                                + name
                                                + "'; see: tare conditions type list"));
    }

    private String typeOfTag(ConditionsStore opened) {
        return opened.history().tags().stream()
                .filter(one -> one.tag().equalsIgnoreCase(tag))
                .map(one -> one.type())
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no tag " + tag + " yet: say --type"));
    }

    /// What the flags of a verb grant.
    static Authorisation granted(boolean bootstrap, @Nullable String override) {
        var roles = new HashSet<Role>();
        if (bootstrap) roles.add(Role.BOOTSTRAP);
        if (override != null) roles.add(Role.OVERRIDE);
        return new Authorisation(roles);
    }
}
