package tare.trigger.dsm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The boards of one run, wired up, in the order in which they work. Immutable; any number of
/// threads may run it, each with its own words.
public final class DsmTree {
    private record Step(String board, DsmAlgorithm algorithm, List<Wire> wires) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<InputGroup> inputs;
    private final Optional<Wire> decision;

    /// Of checked tables only: see [TreeTables#at].
    DsmTree(
            Map<String, DsmAlgorithm> firmware,
            List<Wire> wires,
            List<InputGroup> inputs,
            String sink) {
        this.inputs = List.copyOf(inputs);
        decision =
                wires.stream()
                        .filter(w -> w.board().equals(sink))
                        .filter(w -> !(w.source() instanceof Source.Open))
                        .findFirst();
        for (String board : BoardOrder.of(firmware.keySet(), wires)) {
            List<Wire> own =
                    wires.stream()
                            .filter(w -> w.board().equals(board))
                            .filter(w -> !(w.source() instanceof Source.Open))
                            .toList();
            steps.add(new Step(board, Objects.requireNonNull(firmware.get(board)), own));
        }
    }

    /// The boards, in the order in which they work.
    public List<String> boards() {
        return steps.stream().map(Step::board).toList();
    }

    /// What a board runs.
    ///
    /// @throws IllegalArgumentException if the board is not in use in this run
    public DsmAlgorithm algorithm(String board) {
        return steps.stream()
                .filter(step -> step.board.equals(board))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "board " + board + " is not in use, only " + boards()))
                .algorithm;
    }

    /// The wire that brings the last word to the decision; none if its input is not known.
    public Optional<Wire> decision() {
        return decision;
    }

    /// Room for a block of events in every board.
    public TreeWords words(int capacity) {
        return new TreeWords(this, inputs, capacity);
    }

    /// Runs all boards over the block whose words from outside have been filled in.
    ///
    /// @param registers by board; a board that is missing has none set
    public void run(TreeWords words, Map<String, Registers> registers) {
        for (Step step : steps) {
            BoardWords board = words.board(step.board);
            for (Wire wire : step.wires) {
                words.bring(wire.source(), board.inputs()[wire.channel()]);
            }
            step.algorithm.run(
                    board, Objects.requireNonNullElse(registers.get(step.board), Registers.NONE));
        }
        decision.ifPresent(wire -> words.bring(wire.source(), words.decisionLane()));
    }
}
