package tare.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tare.detectors.dirc.DircSetup;
import tare.synthetic.dirc.DircFaults;
import tare.synthetic.dirc.DircTruth;

/// What simulated tubes of the DIRC are like; the same options give the same tubes.
final class DircTruthOptions {
    /// An odd number without a pattern, so that seeds of runs do not meet those of other seeds.
    private static final long RUN_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "What is random follows from this; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "FAULTS",
            defaultValue = "20,10,5",
            converter = FaultsText.class,
            description =
                    "Numbers of tubes that are dead, that are hot, and whose T0 is 10 ns later; or none."
                            + " Default ${DEFAULT-VALUE}.")
    private DircFaults faults = DircFaults.SOME;

    DircTruth truth(DircSetup setup) {
        return DircTruth.draw(setup, faults, seed);
    }

    long seedOfRun(long run) {
        return seed + run * RUN_FACTOR;
    }

    static final class FaultsText implements ITypeConverter<DircFaults> {
        private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

        @Override
        public DircFaults convert(String text) {
            if (text.equals("none")) return DircFaults.NONE;
            Matcher numbers = NUMBERS.matcher(text);
            if (!numbers.matches()) {
                throw new TypeConversionException(
                        "faults are DEAD,HOT,SHIFTED or none, got '" + text + "'");
            }
            return new DircFaults(
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    Integer.parseInt(numbers.group(3)));
        }
    }
}
