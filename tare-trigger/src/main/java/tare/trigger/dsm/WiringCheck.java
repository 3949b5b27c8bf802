package tare.trigger.dsm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Holds the wires of one run against the firmware of that run.
///
/// Every channel of every board in use has one source; a source exists, has the bits that are taken
/// from it, and brings no more than the algorithm reads; every word from outside is used once;
/// every board's word is used; no board waits for itself. Wires of boards that are not in use are
/// not looked at.
final class WiringCheck {
    /// Widest word that the reader of the last word takes.
    private static final int SINK_BITS = 32;

    private final Map<String, DsmAlgorithm> firmware;
    private final List<Wire> wires;
    private final String sink;
    private final Map<String, InputGroup> groups = new HashMap<>();
    private final Map<String, Set<Integer>> inputsUsed = new HashMap<>();
    private final Set<String> boardsUsed = new HashSet<>();
    private final Set<String> sockets = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    WiringCheck(
            Map<String, DsmAlgorithm> firmware,
            List<Wire> wires,
            List<InputGroup> inputs,
            String sink) {
        this.firmware = firmware;
        this.sink = sink;
        this.wires =
                wires.stream()
                        .filter(w -> firmware.containsKey(w.board()) || w.board().equals(sink))
                        .toList();
        for (InputGroup group : inputs) groups.put(group.name(), group);
    }

    List<String> problems() {
        wires.forEach(this::checkSocket);
        wires.forEach(this::checkSource);
        firmware.forEach(this::checkNoChannelIsMissing);
        groups.values().forEach(this::checkAllUsed);
        checkBoardsUsed();
        if (problems.isEmpty()) checkOrder();
        return List.copyOf(problems);
    }

    private void checkSocket(Wire wire) {
        sockets.add(socket(wire.board(), wire.channel()));
        int channels = wire.board().equals(sink) ? 1 : sheet(wire.board()).channels();
        if (wire.channel() < 0 || wire.channel() >= channels)
            problems.add(wire + ", but the board has channels 0 to " + (channels - 1));
    }

    private void checkSource(Wire wire) {
        switch (wire.source()) {
            case Source.Open() -> {}
            case Source.OfBoard(String board, Field bits) -> {
                boardsUsed.add(board);
                if (!firmware.containsKey(board)) problems.add(wire + ", which is not in use");
                else checkBits(wire, bits, sheet(board).outputBits());
            }
            case Source.OfInput(String group, int index, Field bits) -> {
                InputGroup from = groups.get(group);
                if (!inputsUsed.computeIfAbsent(group, _ -> new HashSet<>()).add(index))
                    problems.add(wire + ", which is used twice");
                if (from == null || index < 0 || index >= from.count())
                    problems.add(wire + ", which does not exist");
                else checkBits(wire, bits, from.bits());
            }
        }
    }

    private void checkBits(Wire wire, Field bits, int available) {
        if (bits.low() + bits.width() > available)
            problems.add(wire + ", but there are only " + available + " bits");
        int read = wire.board().equals(sink) ? SINK_BITS : sheet(wire.board()).channelBits();
        if (bits.width() > read)
            problems.add(wire + ", but the algorithm reads only " + read + " bits");
    }

    private void checkNoChannelIsMissing(String board, DsmAlgorithm algorithm) {
        for (int c = 0; c < algorithm.sheet().channels(); c++) {
            if (!sockets.contains(socket(board, c)))
                problems.add(board + " channel " + c + " has no source, not even 'open'");
        }
    }

    private void checkAllUsed(InputGroup group) {
        int used = inputsUsed.getOrDefault(group.name(), Set.of()).size();
        if (used != group.count())
            problems.add(group.name() + " has " + group.count() + " words, wired are " + used);
    }

    /// While the sink is open, the last board's word goes nowhere.
    private void checkBoardsUsed() {
        List<String> unread =
                firmware.keySet().stream().filter(board -> !boardsUsed.contains(board)).toList();
        Optional<Source> read =
                wires.stream().filter(w -> w.board().equals(sink)).map(Wire::source).findFirst();
        if (read.isEmpty()) problems.add(sink + " channel 0 has no source, not even 'open'");
        int allowed = read.isPresent() && read.get() instanceof Source.Open ? 1 : 0;
        if (unread.size() > allowed) problems.add("nothing reads the word of " + unread);
    }

    private void checkOrder() {
        Set<String> waiting = new HashSet<>(firmware.keySet());
        waiting.removeAll(BoardOrder.of(firmware.keySet(), wires));
        if (!waiting.isEmpty()) problems.add("boards that wait for each other: " + waiting);
    }

    private AlgorithmSheet sheet(String board) {
        return Objects.requireNonNull(firmware.get(board)).sheet();
    }

    private static String socket(String board, int channel) {
        return board + "/" + channel;
    }
}
