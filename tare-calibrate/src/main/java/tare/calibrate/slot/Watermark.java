package tare.calibrate.slot;

/// Which inputs are contained, so that a source knows where to go on and nothing is added twice.
///
/// Contained is every input that arrived before `seen` and is older than `contained`. What arrived
/// before `seen` and is younger waited in memory only, and is delivered again from `resume` on.
///
/// @param resume position from which the source must deliver again
/// @param seen first position that had not arrived
/// @param contained first time that was not yet added
/// @param line an input that arrives from now on and is older is late; never below `contained`
/// @param closed end of the last finished slot; 0 if there is none
/// @param origin of the grid; negative until the first input was added
public record Watermark(
        long resume, long seen, long contained, long line, long closed, long origin) {
    public static final Watermark START = new Watermark(0, 0, 0, 0, 0, -1);

    public Watermark {
        if (resume < 0 || resume > seen || contained < 0 || contained > line || closed > line) {
            throw new IllegalArgumentException(
                    "resume %s, seen %s, contained %s, line %s, closed %s contradict each other"
                            .formatted(resume, seen, contained, line, closed));
        }
    }
}
