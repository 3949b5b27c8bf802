package tare.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.Bank;

class BankCsvTest {
    @TempDir Path folder;

    @Test
    void writesIdFieldsFlagStateAndUnits() throws IOException {
        Path file = folder.resolve("bank.csv");
        BankCsv.write(file, Banks.small());
        assertThat(file)
                .hasContent(
                        """
                        id,module,pixel,flag,state,gain [ADC/VCal],pedestal [ADC],points [1],pulses [1]
                        768,3,0,0,normal,0.1,0.3333333333333333,0,0
                        1023,3,255,4325376,"bad, no data",NaN,-Infinity,-1,-9223372036854775808
                        512007,2000,7,1,public 0x1,1.4E-45,-0.0,2147483647,5000000000
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyBitComesBack(long seed) throws IOException {
        Bank bank = Banks.random(2000, seed);
        Path file = folder.resolve("bank.csv");
        BankCsv.write(file, bank);
        List<CsvRecord> records = read(file);
        assertThat(records).as("seed %d", seed).hasSize(2001);
        for (int i = 0; i < bank.size(); i++) {
            CsvRecord row = records.get(i + 1);
            assertThat(Integer.parseInt(row.getField(0))).isEqualTo(bank.ids().intAt(i));
            assertThat(Integer.parseInt(row.getField(3))).isEqualTo(bank.flags().intAt(i));
            assertThat(Float.floatToIntBits(Float.parseFloat(row.getField(5))))
                    .as("seed %d row %d", seed, i)
                    .isEqualTo(Float.floatToIntBits(bank.column("gain").floatAt(i)));
            assertThat(Double.parseDouble(row.getField(6)))
                    .isEqualTo(bank.column("pedestal").doubleAt(i));
            assertThat(Integer.parseInt(row.getField(7))).isEqualTo(bank.column("points").intAt(i));
            assertThat(Long.parseLong(row.getField(8))).isEqualTo(bank.column("pulses").longAt(i));
        }
    }

    @Test
    void doesNotDependOnTheMachinesLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            BankCsv.write(folder.resolve("a.csv"), Banks.small());
            Locale.setDefault(Locale.GERMANY);
            BankCsv.write(folder.resolve("b.csv"), Banks.small());
        } finally {
            Locale.setDefault(before);
        }
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(folder.resolve("a.csv")).content().contains("0.3333333333333333");
    }

    @Test
    void writesRowByRow() {
        var full =
                new OutputStream() {
                    int bytes;

                    @Override
                    public void write(int b) throws IOException {
                        if (++bytes > 1_000_000) throw new IOException("full");
                    }
                };
        Bank large = Banks.random(100_000, 4);
        assertThatThrownBy(() -> BankCsv.write(full, large)).hasStackTraceContaining("full");
        assertThat(full.bytes).isBetween(1_000_000, 1_000_100);
    }

    private static List<CsvRecord> read(Path file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            return new ArrayList<>(reader.stream().toList());
        }
    }
}
