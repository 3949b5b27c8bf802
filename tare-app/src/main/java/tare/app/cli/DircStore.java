package tare.app.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.type.CalibrationType;
import tare.core.bank.Bank;
import tare.core.journal.Journal;
import tare.core.time.RunNumber;
import tare.detectors.dirc.DircDetector;
import tare.detectors.dirc.DircTypes;
import tare.synthetic.dirc.DircConstants;

/// Random constants for all types.
@Command(
        name = "store",
        description = {
            "Stores random constants of the three types, all banks, in one commit.",
            "For trying out a store. Tags are named like the types. The same seed gives the same"
                    + " constants, so a second time stores nothing."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {"  tare dirc types", "  tare dirc store --since 1", "  tare dirc show --run 1"})
final class DircStore implements Callable<Integer> {
    @Mixin private Output output;
    @Mixin private DircSetupOption setup;
    @Mixin private DircTruthOptions tubes;
    @Mixin private StoreOption store;

    @Option(
            names = "--since",
            paramLabel = "RUN",
            defaultValue = "1",
            description = "First run for which they hold; default ${DEFAULT-VALUE}.")
    private long since;

    @Override
    public Integer call() {
        Instant when = Instant.now();
        DircDetector detector = setup.detector();
        var constants =
                new DircConstants(
                        detector.setup(), tubes.truth(detector.setup()), tubes.seedOfRun(since));
        Journal journal =
                Journal.EMPTY.append(
                        when, Program.author(), "simulate", Map.of("run", "" + since), "");
        var document = new LinkedHashMap<String, Object>();
        List<Campaign> campaigns =
                List.of(
                        campaign(detector, DircTypes.STATUS, constants.status(journal), when),
                        campaign(detector, DircTypes.PEDESTAL, constants.pedestals(journal), when),
                        campaign(detector, DircTypes.T0, constants.t0(journal), when));
        try (ConditionsStore conditions = store.open()) {
            int code = Outcomes.print(conditions.submit(campaigns), output, document);
            output.document(document);
            return code;
        } finally {
            output.flush();
        }
    }

    private Campaign campaign(
            DircDetector detector, CalibrationType type, List<Bank> banks, Instant when) {
        List<Candidate> candidates =
                IntStream.range(0, banks.size())
                        .mapToObj(
                                sector ->
                                        new Candidate(
                                                detector.system().bank(sector).orElseThrow(),
                                                banks.get(sector)))
                        .toList();
        return new Campaign(
                type.name(),
                type,
                new RunNumber(since).moment(),
                candidates,
                Optional.of(detector.system()),
                Program.author(),
                "random constants",
                when);
    }
}
