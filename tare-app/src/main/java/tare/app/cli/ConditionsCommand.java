package tare.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What is stored, since when, and how it came to be.
@Command(
        name = "conditions",
        description = {
            "Looks into a conditions store: which constants hold at a run, and where they come from;"
                    + " and brings banks, types and references through its gate.",
            "",
            "A store keeps tags; a tag holds banks of constants of one type, each from a run on until"
                    + " the next. Nothing stored ever changes: every commit has a sequence number, and"
                    + " --as-of answers as the store did then."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            ConditionsInit.class,
            ConditionsList.class,
            ConditionsShow.class,
            ConditionsDiff.class,
            ConditionsTrend.class,
            ConditionsAt.class,
            ConditionsLog.class,
            ConditionsVerify.class,
            ConditionsStoreBanks.class,
            ConditionsType.class,
            ConditionsReference.class,
            ConditionsJournal.class,
            ConditionsGlobalTag.class,
            ConditionsStatus.class,
            ConditionsUpgrade.class
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  tare conditions init --store sqlite:tare.db",
            "  tare conditions list",
            "  tare conditions at 10981",
            "  tare conditions show pixel-gain --run 10981"
        })
final class ConditionsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
