package tare.trigger.dsm;

/// What a board computes: a pure function of its input words and registers.
///
/// It sets the output and information lanes of events 0 to [BoardWords#events] and leaves nothing
/// behind; no event knows of another. Bits of the input that it does not read change nothing. An
/// algorithm has no state and may run on any number of threads, each with its own words.
public interface DsmAlgorithm {
    AlgorithmSheet sheet();

    void run(BoardWords words, Registers registers);
}
