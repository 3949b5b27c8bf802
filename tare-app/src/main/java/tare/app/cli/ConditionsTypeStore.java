package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tare.conditions.store.Authorisation;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.store.TypeChange;
import tare.conditions.store.Types;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Subsystem;
import tare.conditions.type.TypeVersion;

/// The next content of a type, from a file or from this program.
@Command(
        name = "store",
        description = {
            "Stores a type's next content: of a JSON file, or of a type that this program brings."
                    + " The name of a detector stores its definition and all its types that are"
                    + " missing.",
            "Exit code 1: refused; nothing was stored."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions type store pixel --bootstrap",
            "  tare conditions type store pixel-gain",
            "  tare conditions type store my-type.json --after 3"
        })
final class ConditionsTypeStore implements Callable<Integer> {
    @Parameters(
            paramLabel = "WHAT",
            description = "A detector or type of this program, or a JSON file.")
    private String what;

    @Option(
            names = "--after",
            paramLabel = "VERSION",
            description =
                    "Version that you have seen as the newest: refused if somebody was faster.")
    private @Nullable Integer after;

    @Option(
            names = "--bootstrap",
            description = "This is the first: of the detector, or of the type.")
    private boolean bootstrap;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A comment for the journal.")
    private String why = "";

    @Mixin private StoreOption store;
    @Mixin private Output out;

    @Override
    public Integer call() throws IOException {
        try (ConditionsStore opened = store.open()) {
            Optional<Subsystem> subsystem = Subsystems.named(what);
            return subsystem.isPresent()
                    ? store(opened, subsystem.get())
                    : store(opened, content());
        } finally {
            out.flush();
        }
    }

    private Authorisation granted() {
        Set<Role> roles = new HashSet<>(Set.of(Role.TYPES));
        if (bootstrap) roles.add(Role.BOOTSTRAP);
        return new Authorisation(roles);
    }

    private int store(ConditionsStore opened, Subsystem subsystem) {
        return Results.print(
                opened.types().ensure(subsystem, Program.author(), granted()),
                out,
                added -> {
                    out.line(
                            added
                                    ? "Defined detector %s and its types, sequence %d."
                                    : "Nothing new: detector %s is defined, as of sequence %d.",
                            what,
                            opened.sequence());
                    out.document(Map.of("detector", what, "added", added));
                    return Exit.DONE;
                });
    }

    private CalibrationType content() throws IOException {
        Optional<CalibrationType> known = Subsystems.type(what);
        if (known.isPresent()) return known.get();
        Path file = Path.of(what);
        if (Files.exists(file)) return CalibrationType.parse(Files.readString(file));
        throw new IllegalArgumentException(
                what + " is neither a file nor a type of this program: " + Subsystems.typeNames());
    }

    private int store(ConditionsStore opened, CalibrationType content) {
        Optional<TypeVersion> newest =
                opened.types().newest(content.name()).map(Types.Known::version);
        Optional<TypeVersion> seen =
                after == null ? newest : Optional.of(new TypeVersion(content.name(), after));
        var change = new TypeChange(content, seen, Program.author(), why, granted());
        return Results.print(
                opened.types().store(change),
                out,
                version -> {
                    boolean same = newest.filter(version::equals).isPresent();
                    out.line(
                            same ? "Nothing new: %s has this content." : "Stored type %s.",
                            version);
                    out.document(Map.of("type", version.name(), "version", version.version()));
                    return Exit.DONE;
                });
    }
}
