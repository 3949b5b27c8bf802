package tare.detectors.calorimeter.dsm;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tare.trigger.dsm.BoardWords;
import tare.trigger.dsm.DsmAlgorithm;
import tare.trigger.dsm.Registers;

/// Reference rows of one board and firmware: registers and inputs, output and information words.
record BoardVectors(
        String board, String version, DsmAlgorithm algorithm, List<NamedCsvRecord> rows) {
    private static final int INFORMATION_WORDS = 6;

    static Stream<BoardVectors> all() {
        return Stream.of(
                        "BC101-2009 BC101-2013 BC101-2014_b BC101-2015 BE001-2009 BE001-2014_b",
                        "BE001-2015 BE003-2009 BE003-2014_b BE003-2015 BW001-2009 BW001-2014_b",
                        "BW001-2015 BW003-2009 BW003-2014_b BW003-2015 EE001-2009 EE001-2017",
                        "EE002-2009 EE002-2017 EE101-2009 EE101-2013 EE101-2017 EE102-2009",
                        "EE102-2013 EE102-2017 EM201-2009 EM201-2013 EM201-2013_a EM201-2014_b",
                        "EM201-2015 EM201-2017 LD301-2009")
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .map(name -> name.split("-", -1))
                .map(name -> of(name[0], name[1]));
    }

    private static BoardVectors of(String board, String version) {
        String name = kind(board, version) + "/" + version;
        return new BoardVectors(
                board,
                version,
                CalorimeterTrigger.algorithms().named(name),
                VectorRows.read("dsm-" + board + "-" + version + ".csv"));
    }

    private static String kind(String board, String version) {
        boolean sumless = version.equals("2014_b");
        return switch (board) {
            case "BW001" -> sumless ? "barrel-l0" : "barrel-l0-west";
            case "BE001" -> sumless ? "barrel-l0" : "barrel-l0-east";
            case "BW003" -> sumless ? "barrel-l0-split" : "barrel-l0-west-split";
            case "BE003" -> sumless ? "barrel-l0-split" : "barrel-l0-east-split";
            case "BC101" -> "barrel-l1";
            case "EE001" -> "endcap-l0";
            case "EE002" -> "endcap-l0-split";
            case "EE101" -> "endcap-l1-ee101";
            case "EE102" -> "endcap-l1-ee102";
            case "EM201" -> "l2";
            case "LD301" -> "l3";
            default -> throw new IllegalArgumentException(board);
        };
    }

    Registers registers(NamedCsvRecord row) {
        Registers registers = Registers.NONE;
        for (int r = 0; r < Registers.COUNT; r++) {
            var value = row.findField("r" + r);
            if (value.isPresent()) registers = registers.with(r, Integer.parseInt(value.get()));
        }
        return registers;
    }

    /// Words of a block of one event.
    BoardWords words(NamedCsvRecord row) {
        var words = new BoardWords(algorithm.sheet(), 1);
        words.setEvents(1);
        for (int c = 0; c < words.inputs().length; c++) {
            words.inputs()[c][0] = VectorRows.word(row, "ch" + c);
        }
        return words;
    }

    /// Output, then six information words, as the algorithm has them.
    List<Integer> computed(NamedCsvRecord row, Registers registers) {
        BoardWords words = words(row);
        algorithm.run(words, registers);
        return IntStream.rangeClosed(-1, INFORMATION_WORDS - 1)
                .map(
                        w ->
                                w < 0
                                        ? words.output()[0]
                                        : w < words.information().length
                                                ? words.information()[w][0]
                                                : 0)
                .boxed()
                .toList();
    }

    /// Output, then six information words, as the reference has them.
    List<Integer> expected(NamedCsvRecord row) {
        return IntStream.rangeClosed(-1, INFORMATION_WORDS - 1)
                .map(w -> VectorRows.word(row, w < 0 ? "output" : "info" + w))
                .boxed()
                .toList();
    }

    @Override
    public String toString() {
        return board + " firmware " + version;
    }
}
