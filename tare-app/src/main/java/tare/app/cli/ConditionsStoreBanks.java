package tare.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tare.conditions.store.Campaign;
import tare.conditions.store.ConditionsStore;
import tare.core.time.Moment;

/// Banks in files to the gate and into the store.
@Command(
        name = "store",
        description = {
            "Stores banks from files, all of them or none, if they pass the gate.",
            "Exit code 1: a bank was rejected, or the campaign refused; nothing was stored."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions store sector*.bank --tag dirc-t0 --type dirc-t0 --since 10981",
            "  tare conditions store north.csv --tag pedestal --since 10981 --bank 1:north",
            "  tare conditions store north.csv --tag pedestal --since 10981 \\",
            "      --override \"crate 1 has new boards\""
        })
final class ConditionsStoreBanks implements Callable<Integer> {
    @Mixin private GateOptions gate;

    @Option(
            names = "--since",
            paramLabel = "RUN",
            required = true,
            converter = MomentText.class,
            description = "First run for which they hold; RUN:LUMI or a UTC time.")
    private Moment since;

    @Option(
            names = "--override",
            paramLabel = "REASON",
            description =
                    "Accept content that fails; the reason and your name are stored for ever."
                            + " Structure cannot be overridden.")
    private @Nullable String override;

    @Option(
            names = "--bootstrap",
            description = "These are the first: a type that insists on a reference has none yet.")
    private boolean bootstrap;

    @Mixin private Output out;

    @Override
    public Integer call() throws IOException {
        try (ConditionsStore opened = gate.store().open()) {
            Campaign campaign =
                    gate.campaign(opened, since).as(GateOptions.granted(bootstrap, override));
            if (override != null) campaign = campaign.overriding(override);
            var document = new LinkedHashMap<String, Object>();
            int code = Outcomes.print(opened.submit(campaign), out, document);
            out.document(document);
            return code;
        } finally {
            out.flush();
        }
    }
}
