package tare.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tare.conditions.store.Authorisation;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Subsystem;
import tare.detectors.dirc.DircDetector;

/// The first thing that a store must know.
@Command(
        name = "types",
        description = {
            "Stores the system definition and the calibration types, before anything else.",
            "A store keeps one definition of the DIRC for ever: a test stand's constants live in another"
                    + " store than those of the ring. A second time there is nothing to do."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stored, or there already",
            "1:refused; the store has another definition",
            "2:the command line makes no sense",
            "3:there is no store, or it is broken"
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions init",
            "  tare dirc types",
            "  tare dirc types --sectors 1 --modules 2 --store sqlite:stand.db"
        })
final class DircTypesCommand implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private DircSetupOption setup;
    @Mixin private StoreOption store;

    @Override
    public Integer call() {
        DircDetector detector = setup.detector();
        Subsystem subsystem = detector.subsystem().orElseThrow();
        var bootstrap = Authorisation.of(Role.BOOTSTRAP);
        try (ConditionsStore conditions = store.open()) {
            return Results.print(
                    conditions.types().ensure(subsystem, Program.author(), bootstrap),
                    output,
                    added -> report(detector, added));
        } finally {
            output.flush();
        }
    }

    private int report(DircDetector detector, boolean added) {
        List<String> types = detector.types().stream().map(CalibrationType::name).toList();
        output.line(
                "%s: a DIRC of %,d tubes in %s, and the types %s",
                added ? "Stored" : "Nothing new",
                detector.map().size(),
                Words.count(detector.setup().sectors(), "bank"),
                String.join(", ", types));
        output.document(Map.of("outcome", added ? "stored" : "already stored", "types", types));
        return Exit.DONE;
    }
}
