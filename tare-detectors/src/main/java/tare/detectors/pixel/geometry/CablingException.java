package tare.detectors.pixel.geometry;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// A cabling table that cannot be used; the message lists what is wrong, line by line.
public final class CablingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<CablingProblem> problems;

    CablingException(String source, List<CablingProblem> problems, long total) {
        super(message(source, problems, total));
        this.problems = List.copyOf(problems);
    }

    /// The problems found, in order of line, at most 50.
    public List<CablingProblem> problems() {
        return problems;
    }

    private static String message(String source, List<CablingProblem> problems, long total) {
        String more = total > problems.size() ? "\n  ... the first of " + total : "";
        return problems.stream()
                .map(problem -> "\n  " + source + " " + problem)
                .collect(
                        Collectors.joining(
                                "",
                                "cabling table " + source + " refused, problems: " + total,
                                more));
    }
}
