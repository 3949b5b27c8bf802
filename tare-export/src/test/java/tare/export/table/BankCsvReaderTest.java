package tare.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.bank.Bank;
import tare.core.bank.Header;
import tare.core.journal.Journal;

class BankCsvReaderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackEveryBitThatWasWritten(long seed) throws IOException {
        Bank bank = Banks.random(500, seed);
        BankCsv.write(file(), bank);
        assertThat(read(bank).differences(bank)).as("seed %d", seed).isEmpty();
    }

    @Test
    void readsArraysAndFieldsThatAreCalledLikeTheBanksOwn() throws IOException {
        for (Bank bank : List.of(Banks.withArrays(), Banks.withFieldCalledFlag())) {
            BankCsv.write(file(), bank);
            assertThat(read(bank).differences(bank)).isEmpty();
        }
    }

    @Test
    void takesRowsAndColumnsInAnyOrder() throws IOException {
        Bank bank = Banks.small();
        BankCsv.write(file(), bank);
        var lines = new ArrayList<>(Files.readAllLines(file()));
        Collections.reverse(lines.subList(1, lines.size()));
        Files.write(file(), lines);
        assertThat(read(bank).differences(bank)).isEmpty();

        Files.writeString(
                file(),
                """
                pulses,points,pedestal,gain,pixel,module
                7,1,0.5,2,255,3
                8,2,NaN,.25e1,0,3
                """);
        Bank swapped = read(bank);
        assertThat(swapped.ids().toIntArray()).containsExactly(768, 1023);
        assertThat(swapped.flags().toIntArray()).containsExactly(0, 0);
        assertThat(swapped.column("gain").toFloatArray()).containsExactly(2.5f, 2f);
        assertThat(swapped.column("pulses").longAt(0)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "768,3,0,0,normal,0.1,1,0,0x|line 2: pulses [1]: '0x' is no whole number",
                "768,3,0,0,normal,1d,1,0,0|line 2: gain [ADC/VCal]: '1d' is no number",
                "768,3,0,0,normal,0x1p3,1,0,0|'0x1p3' is no number",
                "768,3,0,0,normal, 1,1,0,0|' 1' is no number",
                "768,3,0,0,normal,1e39,1,0,0|'1e39' is too large for F32",
                "768,3,0,0,normal,,1,0,0|'' is no number",
                "768,3,0,0,normal,1,1,2147483648,0|2147483648 is not within -2147483648 to",
                "768,3,0,0,normal,1,1,99999999999999999999,0|is no whole number",
                "768,3,0,0,normal,1,1,0,9223372036854775808|is too large",
                "769,3,0,0,normal,1,1,0,0|id 769 is not that of module 3 pixel 0",
                "768,3,256,0,normal,1,1,0,0|pixel must be 0..255, got 256",
                "768,3,0,1,normal,1,1,0,0|flag 1 means 'public 0x1', not 'normal'",
                "768,3,0,-1,normal,1,1,0,0|-1 is not within 0",
                "768,3,0,0,normal,1,1,0|it has 8 cells under 9 headings",
                "768,3,0,0,normal,1,1,0,0,0|it has 10 cells under 9 headings"
            })
    void refusesAnythingThatIsNotANumberToItsLastCharacter(String row, String problem)
            throws IOException {
        Files.writeString(file(), heading() + "\n" + row + "\n");
        assertThatThrownBy(() -> read(Banks.small()))
                .isInstanceOf(BankCsvException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "id,gain,pedestal,points|line 1: there is no column 'pulses [1]'",
                "id,gain,pedestal,points,pulses,extra|line 1: unknown column 'extra'",
                "id,gain [e/ADC],pedestal,points,pulses|line 1: unknown column 'gain [e/ADC]'",
                "id,gain,gain,pedestal,points,pulses|line 1: column 'gain [ADC/VCal]' stands twice",
                "pixel,gain,pedestal,points,pulses|line 1: there is no column 'module'"
            })
    void refusesOtherColumns(String header, String problem) throws IOException {
        Files.writeString(file(), header + "\n");
        assertThatThrownBy(() -> read(Banks.small()))
                .isInstanceOf(BankCsvException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesAChannelThatHasTwoRows() throws IOException {
        Files.writeString(
                file(), heading() + "\n768,3,0,0,normal,1,1,0,0\n768,3,0,0,normal,1,1,0,0\n");
        assertThatThrownBy(() -> read(Banks.small()))
                .hasMessageContaining("line 3: module 3 pixel 0 stands in line 2 already");
    }

    @Test
    void namesAllProblemsUpToALimit() throws IOException {
        Files.writeString(file(), heading() + "\n" + "x\n".repeat(25));
        assertThatThrownBy(() -> read(Banks.small()))
                .hasMessageContaining("line 2:")
                .hasMessageContaining("line 11:")
                .hasMessageEndingWith("and 15 problems more");
    }

    @Test
    void refusesFilesThatAreNoText() throws IOException {
        Files.write(file(), new byte[] {'i', 'd', (byte) 0xFF, (byte) 0xFE});
        assertThatThrownBy(() -> read(Banks.small())).hasMessageContaining("no UTF-8 text");
        Files.writeString(file(), "");
        assertThatThrownBy(() -> read(Banks.small())).hasMessageContaining("the file is empty");
    }

    /// One stray letter once became a 0 in a detector's constants.
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void refusesOneStrayCharacterAnywhere(long seed) throws IOException {
        Bank bank = Banks.random(5, seed);
        BankCsv.write(file(), bank);
        String text = Files.readString(file());
        String strays = "oOlxdDfFL_;:'#%\u00a0\t";
        var random = new Random(seed);
        for (int at = 0; at < text.length(); at++) {
            char stray = strays.charAt(random.nextInt(strays.length()));
            if (stray == text.charAt(at)) continue;
            Files.writeString(file(), text.substring(0, at) + stray + text.substring(at + 1));
            assertThatThrownBy(() -> read(bank))
                    .as("seed %d, '%s' at %d", seed, stray, at)
                    .isInstanceOf(BankCsvException.class);
        }
    }

    private String heading() {
        return "id,module,pixel,flag,state,gain [ADC/VCal],pedestal [ADC],points [1],pulses [1]";
    }

    private Path file() {
        return folder.resolve("bank.csv");
    }

    private Bank read(Bank like) throws IOException {
        return BankCsv.read(file(), like.layout(), like.idScheme(), Header.EMPTY, Journal.EMPTY);
    }
}
