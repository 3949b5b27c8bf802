package tare.detectors.calorimeter.dsm;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tare.core.time.RunNumber;
import tare.trigger.dsm.DsmTree;
import tare.trigger.dsm.Registers;
import tare.trigger.dsm.TreeWords;

/// One reference event: words of the patches, and of every board that they run through.
///
/// @param lists columns that were read as lists of words, kept because tests read them often
record TreeEvent(NamedCsvRecord row, Map<String, int[]> lists) {
    private static final String[] KINDS = {"BW", "BE", "BC", "EE0", "EE1", "EM", "LD"};

    static List<TreeEvent> all() {
        return VectorRows.read("tree-events.csv").stream()
                .map(row -> new TreeEvent(row, new HashMap<>()))
                .toList();
    }

    /// Events of one set of tables, which share run and registers.
    static Map<String, List<TreeEvent>> byTables() {
        var sets = new java.util.TreeMap<String, List<TreeEvent>>();
        for (TreeEvent event : all()) {
            sets.computeIfAbsent(event.tables(), _ -> new ArrayList<>()).add(event);
        }
        return sets;
    }

    String tables() {
        return row.getField("tag") + " set " + row.getField("table_set");
    }

    String tag() {
        return row.getField("tag");
    }

    RunNumber run() {
        return new RunNumber(Long.parseLong(row.getField("run")));
    }

    /// Registers by board: all boards of a kind share theirs.
    Map<String, Registers> registers(DsmTree tree) {
        var byKind = new HashMap<String, Registers>();
        for (String kind : KINDS) byKind.put(kind, registers("registers_" + kind));
        var registers = new HashMap<String, Registers>();
        for (String board : tree.boards()) {
            String kind = board.startsWith("EE") ? board.substring(0, 3) : board.substring(0, 2);
            registers.put(board, byKind.get(kind));
        }
        return registers;
    }

    private Registers registers(String column) {
        String[] values = row.getField(column).split(" ", -1);
        Registers registers = Registers.NONE;
        for (int r = 0; r < values.length; r++) {
            registers = registers.with(r, Integer.parseInt(values[r]));
        }
        return registers;
    }

    void fill(TreeWords words, int event) {
        fill(words.inputs(CalorimeterTrigger.BARREL_PATCH), "barrel_patch", event);
        fill(words.inputs(CalorimeterTrigger.ENDCAP_PATCH), "endcap_patch", event);
    }

    private void fill(int[][] lanes, String column, int event) {
        int[] patches = ints(column);
        for (int p = 0; p < patches.length; p++) lanes[p][event] = patches[p];
    }

    /// Every word that differs from the reference, with what was expected.
    List<String> differences(TreeWords words, int event) {
        var found = new ArrayList<String>();
        compare(found, "l0_barrel_out", outputs(words, layer0Barrel(), event));
        compare(found, "l1_barrel_in", inputs(words, barrelLayer1(), event));
        compare(found, "l1_barrel_out", outputs(words, barrelLayer1(), event));
        compare(found, "l0_endcap_out", outputs(words, names("EE%03d", 1, 9), event));
        compare(found, "l1_endcap_out", outputs(words, names("EE%03d", 101, 102), event));
        compare(found, "em201_in", inputs(words, List.of("EM201"), event));
        compare(found, "em201_out", outputs(words, List.of("EM201"), event));
        if (!row.getField("ld301_out").isEmpty())
            compare(found, "ld301_out", outputs(words, List.of("LD301"), event));
        compare(found, "tcu_input", new int[] {words.decision()[event]});
        compareSums(found, words, event);
        return found;
    }

    private void compareSums(List<String> found, TreeWords words, int event) {
        if (words.board("BC101").information().length > 0) {
            int[] west = information(words, barrelLayer1(), BarrelJets.Z, event);
            int[] east = information(words, barrelLayer1(), BarrelJets.X, event);
            int[] middle = information(words, barrelLayer1(), BarrelJets.Y, event);
            int[] all =
                    IntStream.concat(
                                    IntStream.concat(IntStream.of(west), IntStream.of(east)),
                                    IntStream.of(middle))
                            .toArray();
            compare(found, "barrel_jp", all);
            int[] partial = information(words, barrelLayer1(), BarrelJets.PARTIAL, event);
            compare(found, "barrel_partial", partial);
        }
        compare(found, "endcap_jp", endcap(words, 0, event));
        compare(found, "endcap_partial", endcap(words, EndcapJets.JETS, event));
    }

    private static int[] endcap(TreeWords words, int first, int event) {
        return IntStream.range(0, 6)
                .map(
                        jet -> {
                            String board = jet < 3 ? "EE102" : "EE101";
                            int word = first + jet % 3;
                            return words.board(board).information()[word][event];
                        })
                .toArray();
    }

    private void compare(List<String> found, String column, int[] computed) {
        int[] expected = ints(column);
        for (int k = 0; k < expected.length; k++) {
            if (k >= computed.length || computed[k] != expected[k])
                found.add(
                        String.format(
                                Locale.ROOT,
                                "%s event %s: %s[%d] is 0x%x, expected 0x%x",
                                tables(),
                                row.getField("event"),
                                column,
                                k,
                                k < computed.length ? computed[k] : -1,
                                expected[k]));
        }
    }

    private int[] ints(String column) {
        return lists.computeIfAbsent(column, c -> VectorRows.ints(row, c));
    }

    private static int[] outputs(TreeWords words, List<String> boards, int event) {
        return boards.stream().mapToInt(board -> words.board(board).output()[event]).toArray();
    }

    private static int[] inputs(TreeWords words, List<String> boards, int event) {
        return boards.stream()
                .flatMapToInt(
                        board ->
                                java.util.Arrays.stream(words.board(board).inputs())
                                        .mapToInt(lane -> lane[event]))
                .toArray();
    }

    private static int[] information(TreeWords words, List<String> boards, int word, int event) {
        return boards.stream()
                .mapToInt(board -> words.board(board).information()[word][event])
                .toArray();
    }

    private static List<String> layer0Barrel() {
        var boards = new ArrayList<>(names("BW%03d", 1, 15));
        boards.addAll(names("BE%03d", 1, 15));
        return boards;
    }

    private static List<String> barrelLayer1() {
        return names("BC%03d", 101, 106);
    }

    private static List<String> names(String format, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> String.format(Locale.ROOT, format, n))
                .toList();
    }
}
