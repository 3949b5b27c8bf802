package tare.conditions.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.Column;

/// Runs the reader that `docs/formats/bank.md` shows.
class PythonReaderTest {
    private static final String PYTHON = "/usr/bin/python3";

    /// Prints every value as the bits it has, so that NaN and -0.0 are compared too.
    private static final String PRINT_BITS =
            """
            import sys
            import read_bank
            import numpy as np
            schema, arrays = read_bank.read_bank(*sys.argv[1:])
            for name, values in arrays.items():
                print(name, *values.ravel().view("<i%d" % values.itemsize).tolist())
            """;

    @TempDir private Path folder;

    private record Answer(int exitCode, List<String> lines) {}

    @BeforeEach
    void extractTheScript() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON)) && run("-c", "import numpy").exitCode() == 0,
                "skipped: " + PYTHON + " with numpy is not installed (Debian: python3-numpy)");
        Matcher script =
                Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("../docs/formats/bank.md")));
        assertThat(script.find()).isTrue();
        assertThat(script.group(1).lines().count()).isLessThanOrEqualTo(50);
        Files.writeString(folder.resolve("read_bank.py"), script.group(1));
        Files.writeString(folder.resolve("print_bits.py"), PRINT_BITS);
    }

    @Test
    void readsTheSameValues() throws Exception {
        Bank bank = Samples.anyBank(500, new Random(11));
        Payload payload = BankFormat.write(bank, Compression.NONE);

        Answer answer = run("print_bits.py", write(payload), payload.identity().hex());

        assertThat(answer).isEqualTo(new Answer(0, bits(bank)));
    }

    @Test
    void readsArraysRowByRow() throws Exception {
        Bank bank = Samples.shared(500, new Random(12));
        Payload payload = BankFormat.write(bank, Compression.NONE);

        Answer answer = run("print_bits.py", write(payload), payload.identity().hex());

        assertThat(answer).isEqualTo(new Answer(0, bits(bank)));
        Answer shapes = run("read_bank.py", write(payload));
        assertThat(shapes.lines()).contains("counts int32 " + firstCounts(bank));
    }

    private static String firstCounts(Bank bank) {
        Column counts = bank.column("counts");
        return IntStream.range(0, 5)
                .mapToObj(
                        row -> List.of(counts.intAt(2 * row), counts.intAt(2 * row + 1)).toString())
                .toList()
                .toString();
    }

    @Test
    void saysSoIfColumnsAreCompressed() throws Exception {
        float[] alike = new float[1000];
        Payload payload = BankFormat.write(Samples.bank(1, alike), Compression.SMALLER);

        Answer answer = run("read_bank.py", write(payload));

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.lines().getLast()).contains("column id is compressed (codec 2)");
    }

    @Test
    void refusesADamagedBank() throws Exception {
        Payload payload = BankFormat.write(Samples.bank(1, 80, 81), Compression.NONE);
        Path file = Path.of(write(payload));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        Answer answer = run("read_bank.py", file.toString(), payload.identity().hex());

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.lines().getLast()).contains("is damaged");
    }

    private String write(Payload payload) throws IOException {
        Path file = folder.resolve("bank.tare");
        return Files.write(file, payload.container().toArray(ValueLayout.JAVA_BYTE)).toString();
    }

    private static List<String> bits(Bank bank) {
        var lines = new ArrayList<>(List.of(line("id", bank.ids()), line("flag", bank.flags())));
        bank.layout()
                .fields()
                .forEach(field -> lines.add(line(field.name(), bank.column(field.name()))));
        return lines;
    }

    private static String line(String name, Column column) {
        var line = new StringBuilder(name);
        for (int i = 0; i < column.size(); i++) {
            long bits =
                    column.type().bytes() == 4
                            ? column.bytes().getAtIndex(ValueLayout.JAVA_INT, i)
                            : column.bytes().getAtIndex(ValueLayout.JAVA_LONG, i);
            line.append(' ').append(bits);
        }
        return line.toString();
    }

    private Answer run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.lines().toList());
    }
}
