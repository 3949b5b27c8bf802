package tare.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tare.conditions.store.Authorisation;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Role;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Subsystem;
import tare.core.result.Result;
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
        try (ConditionsStore conditions = store.open()) {
            return report(
                    detector,
                    conditions
                            .types()
                            .ensure(
                                    subsystem,
                                    Program.author(),
                                    Authorisation.of(Role.BOOTSTRAP)));
        } finally {
            output.flush();
        }
    }

    private int report(DircDetector detector, Result<Boolean> result) {
        var document = new LinkedHashMap<String, Object>();
        List<String> types = detector.types().stream().map(CalibrationType::name).toList();
        document.put("types", types);
        int code =
                switch (result) {
                    case Result.Done<Boolean>(Boolean added) -> done(detector, types, added);
                    case Result.Warned<Boolean>(Boolean added, List<String> warnings) -> {
                        warnings.forEach(warning -> output.line("! %s", warning));
                        yield done(detector, types, added);
                    }
                    case Result.Failed<Boolean>(var reasonCode, String reason, var details) -> {
                        output.line("REFUSED: %s: %s", reasonCode.text(), reason);
                        details.forEach(detail -> output.line("  %s", detail));
                        yield Exit.NEGATIVE;
                    }
                };
        document.put("outcome", result.code().text());
        output.document(document);
        return code;
    }

    private int done(DircDetector detector, List<String> types, boolean added) {
        output.line(
                "%s: a DIRC of %,d tubes in %s, and the types %s",
                added ? "Stored" : "Nothing new",
                detector.map().size(),
                Words.count(detector.setup().sectors(), "bank"),
                String.join(", ", types));
        return Exit.DONE;
    }
}
