package tare.export.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.core.bank.Bank;

class NpzTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir Path folder;

    @Test
    void holdsOneArrayPerColumn() throws IOException {
        Path file = folder.resolve("bank.npz");
        Npz.write(file, Banks.small());
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "id.npy",
                            "flag.npy",
                            "gain.npy",
                            "pedestal.npy",
                            "points.npy",
                            "pulses.npy");
            assertThat(zip.getEntry("pedestal.npy").getSize()).isEqualTo(128 + 3 * 8);
        }
    }

    @Test
    void theSameBankGivesTheSameBytes() throws IOException {
        Npz.write(folder.resolve("a.npz"), Banks.random(5000, 1));
        Npz.write(folder.resolve("b.npz"), Banks.random(5000, 1));
        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @Test
    void refusesAFieldThatWouldHideTheFlags() {
        assertThatThrownBy(() -> Npz.write(folder.resolve("x.npz"), Banks.withFieldCalledFlag()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout odd/1 has a field 'flag'");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void numpyReadsEveryValue() throws IOException, InterruptedException {
        assumeTrue(hasNumpy(), "no numpy for " + PYTHON + ": NPZ files are not tried with it here");
        Bank bank = Banks.random(20_000, 2);
        Path file = folder.resolve("bank.npz");
        Npz.write(file, bank);
        String script =
                """
                import numpy, sys
                bank = numpy.load(sys.argv[1])
                for name in bank.files:
                    a = bank[name]
                    step = a.view('<i4' if a.itemsize == 4 else '<i8').astype('uint64')
                    weights = numpy.arange(1, len(a) + 1, dtype='uint64')
                    print(name, a.dtype.str, len(a), (step * weights).sum())
                """;
        String expected =
                line("id", "<i4", bank.ids().toIntArray())
                        + line("flag", "<i4", bank.flags().toIntArray())
                        + line("gain", "<f4", gainBits(bank))
                        + line("pedestal", "<f8", pedestalBits(bank))
                        + line("points", "<i4", bank.column("points").toIntArray())
                        + line("pulses", "<i8", pulses(bank));
        assertThat(python("-c", script, file.toString())).isEqualTo(expected);
    }

    private static String line(String name, String type, int[] values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) wide[i] = values[i];
        return line(name, type, wide);
    }

    private static String line(String name, String type, long[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) sum += values[i] * (i + 1);
        return name + " " + type + " " + values.length + " " + Long.toUnsignedString(sum) + "\n";
    }

    private static int[] gainBits(Bank bank) {
        int[] bits = new int[bank.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(bank.column("gain").floatAt(i));
        }
        return bits;
    }

    private static long[] pedestalBits(Bank bank) {
        long[] bits = new long[bank.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(bank.column("pedestal").doubleAt(i));
        }
        return bits;
    }

    private static long[] pulses(Bank bank) {
        long[] values = new long[bank.size()];
        for (int i = 0; i < values.length; i++) values[i] = bank.column("pulses").longAt(i);
        return values;
    }

    private static boolean hasNumpy() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && python("-c", "import numpy; print('yes')").equals("yes\n");
    }

    private static String python(String... arguments) throws IOException, InterruptedException {
        var command = new ProcessBuilder(new ArrayList<>(List.of(PYTHON)));
        for (String argument : arguments) command.command().add(argument);
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
