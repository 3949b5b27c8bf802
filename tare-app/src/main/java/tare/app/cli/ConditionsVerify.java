package tare.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tare.conditions.store.ConditionsStore;
import tare.core.time.Moment;

/// Does what is stored still agree with these banks?
@Command(
        name = "verify",
        description = {
            "Tells whether what is valid at a run still agrees with new banks, by the type's cuts for"
                    + " verification. Nothing of them is stored; if all agree, the log says until"
                    + " when the stored ones held.",
            "Exit code 1: they no longer agree; store the new ones."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions verify sector3.bank --tag dirc-t0 --run 10981",
            "  tare conditions verify north.csv --tag pedestal --run 10981 --bank 1:north"
        })
final class ConditionsVerify implements Callable<Integer> {
    @Mixin private GateOptions gate;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            required = true,
            converter = MomentText.class,
            description = "Run at which the banks were measured; RUN:LUMI or a UTC time.")
    private Moment run;

    @Mixin private Output out;

    @Override
    public Integer call() throws IOException {
        try (ConditionsStore opened = gate.store().open()) {
            var document = new LinkedHashMap<String, Object>();
            int code = Outcomes.print(opened.verify(gate.campaign(opened, run)), out, document);
            out.document(document);
            return code;
        } finally {
            out.flush();
        }
    }
}
