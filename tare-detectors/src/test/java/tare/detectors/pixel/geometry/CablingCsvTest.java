package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CablingCsvTest {
    private static final String HEADER = "fed,link,roc,det_raw_id,roc_in_module\n";
    private static final int LAYER_1 = 303050776;
    private static final int LAYER_2 = 304115736;

    @Test
    void readsATableWithItsAddressFormats() throws IOException {
        Cabling cabling = read(HEADER + "1200,1,2," + LAYER_1 + ",9\n1200,1,1," + LAYER_2 + ",0\n");
        FedCabling fed = cabling.forFed(1200).orElseThrow();
        assertThat(fed.rocCount()).isEqualTo(2);
        int first = fed.ordinal(1 << 5 | 1);
        int second = fed.ordinal(FedCabling.linkRoc(1, 2));
        assertThat(List.of(second, first)).as("in order of the modules").containsExactly(0, 1);
        assertThat(fed.moduleIndex(first)).isEqualTo(149);
        assertThat(fed.position(first)).isZero();
        assertThat(fed.addressFormat(first)).isEqualTo(AddressFormat.DOUBLE_COLUMN);
        assertThat(fed.moduleIndex(second)).isEqualTo(21);
        assertThat(fed.position(second)).isEqualTo(9);
        assertThat(fed.addressFormat(second)).isEqualTo(AddressFormat.ROW_COLUMN);
        assertThat(fed.link(second)).isEqualTo(1);
        assertThat(fed.roc(second)).isEqualTo(2);
        assertThat(fed.ordinal(FedCabling.linkRoc(2, 1))).isEqualTo(FedCabling.UNCABLED);
        assertThat(fed.ordinalTable()).hasSize(2048).contains(0, 1, -1);
    }

    @Test
    void readsTheShortHeaderCommentsAndEmptyLines() throws IOException {
        Cabling cabling =
                read(
                        "# origin: a bench\n\nfed,link,roc,raw_id,position\n# more\n1200,1,1,"
                                + LAYER_1
                                + ",3\n\n");
        assertThat(cabling.rocs())
                .containsExactly(new CabledRoc(1200, 1, 1, new RawDetectorId(LAYER_1), 3));
    }

    @Test
    void readsTheBenchTableOfTheReferenceDump() throws IOException {
        try (Reader text =
                new InputStreamReader(
                        Objects.requireNonNull(
                                CablingCsvTest.class.getResourceAsStream("pixel-dump-cabling.csv")),
                        StandardCharsets.UTF_8)) {
            Cabling cabling = CablingCsv.read(text, "pixel-dump-cabling.csv", CablingScope.BENCH);
            assertThat(cabling.rocCount()).isEqualTo(64);
            assertThat(cabling.feds()).containsExactly(1205);
            assertThat(cabling.benchFeds()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200,0,1,303050776,0 | link must be 1..48, got 0",
                "1200,49,1,303050776,0 | link must be 1..48, got 49",
                "1200,1,0,303050776,0 | roc must be 1..8, got 0",
                "1200,1,9,303050776,0 | roc must be 1..8, got 9",
                "1200,1,1,303050776,16 | position must be 0..15, got 16",
                "4096,1,1,303050776,0 | fed must be 0..4095, got 4096",
                "1210,1,1,303050776,0 | FED 1210 is not one of the detector's 108",
                "1200,1,1,303050777,0 | 303050777 (0x12103019) is not a phase-1 pixel module",
                "1200,1,1,x,0 | raw id must be a whole number of 32 bits, got 'x'",
                "1200,1,1.5,303050776,0 | roc must be a whole number, got '1.5'",
                "1200,1,1,303050776 | a row has 5 fields, got 4",
                "1200,1,1,303050776,0,7 | a row has 5 fields, got 6"
            })
    void namesFileAndLineOfABadRow(String row, String reason) {
        assertThatExceptionOfType(CablingException.class)
                .isThrownBy(() -> read(HEADER + "1201,1,1," + LAYER_2 + ",0\n" + row + "\n"))
                .withMessageContaining("test.csv line 3: ")
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.problems()).hasSize(1));
    }

    @Test
    void namesTheEarlierLineOfADuplicate() {
        CablingException e =
                catchThrowableOfType(
                        CablingException.class,
                        () ->
                                read(
                                        HEADER
                                                + "1200,1,1,303050776,0\n"
                                                + "1200,1,1,303050776,1\n"
                                                + "1200,2,1,303050776,0\n"));
        assertThat(e.problems())
                .extracting(CablingProblem::toString)
                .containsExactly(
                        "line 3: FED 1200 link 1 ROC 1 is cabled in line 2 already",
                        "line 4: position 0 of module 303050776 (BPix_BpI_SEC1_LYR1_LDR1F_MOD2) is"
                                + " cabled in line 2 already");
    }

    @Test
    void reportsAllProblemsUpToFiftyAndCountsTheRest() {
        String rows =
                IntStream.range(0, 70)
                        .mapToObj(i -> "1200,99,1,303050776,0\n")
                        .collect(Collectors.joining());
        CablingException e =
                catchThrowableOfType(CablingException.class, () -> read(HEADER + rows));
        assertThat(e.problems()).hasSize(50);
        assertThat(e).hasMessageContaining("problems: 70").hasMessageContaining("the first of 70");
    }

    @Test
    void refusesAnotherHeaderAnEmptyTableAndBrokenQuotes() {
        assertThatExceptionOfType(CablingException.class)
                .isThrownBy(() -> read("fed,channel,roc,id,position\n1200,1,1,303050776,0\n"))
                .withMessageContaining("line 1: the header must be fed,link,roc,det_raw_id");
        assertThatExceptionOfType(CablingException.class)
                .isThrownBy(() -> read(""))
                .withMessageContaining("cables no ROC");
        assertThatExceptionOfType(CablingException.class)
                .isThrownBy(() -> read(HEADER))
                .withMessageContaining("cables no ROC");
        assertThatExceptionOfType(CablingException.class)
                .isThrownBy(() -> read(HEADER + "1200,1,1,303050776,0\n\"1200,1\"x,1\n"))
                .withMessageContaining("no valid CSV");
    }

    @Test
    void allowsOtherFedsOnABenchAndNamesThem() throws IOException {
        Cabling cabling =
                CablingCsv.read(
                        new StringReader(HEADER + "7,1,1,303050776,0\n1200,1,1,303050776,1\n"),
                        "test.csv",
                        CablingScope.BENCH);
        assertThat(cabling.feds()).containsExactly(7, 1200);
        assertThat(cabling.benchFeds()).containsExactly(7);
        assertThat(cabling.forFed(8)).isEmpty();
    }

    @Test
    void knowsWhereARocOfAModuleIsReadOut() throws IOException {
        Cabling cabling = read(HEADER + "1200,48,8," + LAYER_2 + ",15\n");
        assertThat(cabling.address(149, 15)).isEqualTo(1200 << 11 | 48 << 5 | 8);
        assertThat(cabling.address(149, 14)).isEqualTo(Cabling.UNCABLED);
    }

    @Test
    void givesTheWholeDetectorBackFromItsCsv(@TempDir Path folder) throws IOException {
        Cabling written = CablingGenerator.phase1();
        Path file = folder.resolve("cabling.csv");
        CablingCsv.write(written, file);
        assertThat(Files.readString(file)).startsWith(HEADER + "1200,1,1,303050776,8\n");
        Cabling read = CablingCsv.read(file, CablingScope.DETECTOR);
        assertThat(read.rocs()).isEqualTo(written.rocs()).hasSize(29_696);
    }

    @Test
    void saysThatAFileIsNoText(@TempDir Path folder) throws IOException {
        Path dump = Files.write(folder.resolve("a.dmp"), new byte[] {80, -1, -2, 10});

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> CablingCsv.read(dump, CablingScope.BENCH))
                .withMessage(dump + ": no cabling table, this is not text in UTF-8");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> CablingCsv.read(folder, CablingScope.BENCH))
                .withMessage(folder + " is not a file");
    }

    @Test
    void readsATableSavedByASpreadsheet() throws IOException {
        Cabling cabling =
                read("\uFEFF" + HEADER.replace("\n", "\r\n") + "1200,1,1,303050776,0\r\n");
        assertThat(cabling.rocCount()).isEqualTo(1);
    }

    @Test
    void leavesTheWriterOpen() throws IOException {
        StringWriter text = new StringWriter();
        CablingCsv.write(read(HEADER + "1200,1,1,303050776,0\n"), text);
        text.write("# end\n");
        assertThat(text).hasToString(HEADER + "1200,1,1,303050776,0\n# end\n");
    }

    private static Cabling read(String text) throws IOException {
        return CablingCsv.read(new StringReader(text), "test.csv", CablingScope.DETECTOR);
    }
}
