package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects the rows of a cabling table and everything wrong with them.
final class CablingRows {
    /// Problems kept with their text; the rest is only counted.
    static final int MOST_PROBLEMS = 50;

    private final CablingScope scope;
    private final List<CabledRoc> rocs = new ArrayList<>();
    private final List<CablingProblem> problems = new ArrayList<>();
    private final Map<Integer, Long> lineOfAddress = new HashMap<>();
    private final Map<ModuleRoc, Long> lineOfModuleRoc = new HashMap<>();
    private final Map<Integer, Boolean> knownFeds = new HashMap<>();
    private long problemCount;

    private record ModuleRoc(RawDetectorId module, int position) {}

    CablingRows(CablingScope scope) {
        this.scope = scope;
    }

    void add(long line, CabledRoc roc) {
        @Nullable String wrong = wrongWith(line, roc);
        if (wrong == null) rocs.add(roc);
        else refuse(line, wrong);
    }

    void refuse(long line, String what) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) problems.add(new CablingProblem(line, what));
    }

    Cabling finish(String source) throws CablingException {
        if (rocs.isEmpty() && problemCount == 0) refuse(1, "the table cables no ROC");
        if (problemCount > 0) throw new CablingException(source, problems, problemCount);
        return new Cabling(rocs, PixelGeometry.phase1());
    }

    private @Nullable String wrongWith(long line, CabledRoc roc) {
        if (scope == CablingScope.DETECTOR && !isDetectorFed(roc.fed()))
            return String.format(
                    Locale.ROOT,
                    "FED %d is not one of the detector's 108; read a bench's table as a bench's",
                    roc.fed());
        @Nullable Long sameAddress = lineOfAddress.putIfAbsent(roc.address(), line);
        @Nullable Long sameRoc =
                lineOfModuleRoc.putIfAbsent(new ModuleRoc(roc.module(), roc.position()), line);
        if (sameAddress != null)
            return String.format(
                    Locale.ROOT,
                    "FED %d link %d ROC %d is cabled in line %d already",
                    roc.fed(),
                    roc.link(),
                    roc.roc(),
                    sameAddress);
        if (sameRoc != null)
            return String.format(
                    Locale.ROOT,
                    "position %d of module %s (%s) is cabled in line %d already",
                    roc.position(),
                    roc.module(),
                    ModuleName.of(roc.module().position()),
                    sameRoc);
        return null;
    }

    private boolean isDetectorFed(int fed) {
        return Objects.requireNonNull(knownFeds.computeIfAbsent(fed, FedNumbers::isDetector));
    }
}
