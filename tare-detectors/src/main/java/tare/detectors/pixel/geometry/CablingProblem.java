package tare.detectors.pixel.geometry;

/// Something wrong with a cabling table.
///
/// @param line in the file, from 1; for a table built in a program the row, from 1
/// @param what is wrong and what would be right
public record CablingProblem(long line, String what) {
    @Override
    public String toString() {
        return "line " + line + ": " + what;
    }
}
