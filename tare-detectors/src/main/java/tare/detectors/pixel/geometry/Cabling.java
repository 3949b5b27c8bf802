package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Which ROC sits behind which FED, link and ROC number.
///
/// Complete or partial: a table of a few modules is fine, what it does not cable is uncabled. Each
/// place in a FED and each ROC of a module occurs at most once. Columns inside, see [FedCabling];
/// [CablingCsv] reads and writes it. Immutable; safe for all threads.
public final class Cabling {
    /// What [#address] says of a ROC that is not cabled.
    public static final int UNCABLED = -1;

    private static final int FEDS_IN_A_MESSAGE = 5;

    private final PixelGeometry geometry;
    private final Map<Integer, FedCabling> byFed = new TreeMap<>();
    private final int[] addresses;

    Cabling(Collection<CabledRoc> rocs, PixelGeometry geometry) {
        this.geometry = geometry;
        addresses =
                IntStream.range(0, geometry.modules().size() * RocPixel.ROCS)
                        .map(i -> UNCABLED)
                        .toArray();
        Map<Integer, List<CabledRoc>> rows = new TreeMap<>();
        for (CabledRoc roc : rocs) {
            rows.computeIfAbsent(roc.fed(), fed -> new ArrayList<>()).add(roc);
            addresses[slot(geometry.module(roc.module()).index(), roc.position())] = roc.address();
        }
        rows.forEach(
                (fed, ofFed) -> {
                    ofFed.sort(byModuleAndPosition());
                    byFed.put(fed, new FedCabling(fed, ofFed, geometry));
                });
    }

    /// Builds a cabling from rows in any order.
    ///
    /// @throws CablingException if a place in a FED or a ROC of a module occurs twice, if a FED is
    ///     outside the scope, or if there are no rows
    public static Cabling of(Collection<CabledRoc> rocs, CablingScope scope)
            throws CablingException {
        CablingRows rows = new CablingRows(scope);
        long line = 0;
        for (CabledRoc roc : rocs) rows.add(++line, roc);
        return rows.finish("(built in the program)");
    }

    /// The modules that dense indexes mean.
    public PixelGeometry geometry() {
        return geometry;
    }

    /// The ROCs of a FED, or nothing if the table has none for it.
    public Optional<FedCabling> forFed(int fed) {
        return Optional.ofNullable(byFed.get(fed));
    }

    /// FEDs with at least one ROC, ascending.
    public List<Integer> feds() {
        return List.copyOf(byFed.keySet());
    }

    /// The FEDs for a message: all if they are few, otherwise how many and the outermost.
    public String fedsInWords() {
        List<Integer> feds = feds();
        return feds.size() <= FEDS_IN_A_MESSAGE
                ? feds.toString()
                : feds.size() + " FEDs from " + feds.getFirst() + " to " + feds.getLast();
    }

    /// FEDs of this table that are not among the detector's 108, ascending; worth a word to the
    /// user.
    public List<Integer> benchFeds() {
        return feds().stream().filter(fed -> !FedNumbers.isDetector(fed)).toList();
    }

    /// Number of cabled ROCs.
    public int rocCount() {
        return byFed.values().stream().mapToInt(FedCabling::rocCount).sum();
    }

    /// Where a ROC is read out: `fed << 11 | link << 5 | roc`, or [#UNCABLED].
    ///
    /// @throws IllegalArgumentException if there is no such module or position
    public int address(int moduleIndex, int position) {
        geometry.module(moduleIndex);
        if (position < 0 || position >= RocPixel.ROCS)
            throw new IllegalArgumentException("ROC position must be 0..15, got " + position);
        return addresses[slot(moduleIndex, position)];
    }

    private Comparator<CabledRoc> byModuleAndPosition() {
        return Comparator.<CabledRoc>comparingInt(roc -> geometry.module(roc.module()).index())
                .thenComparingInt(CabledRoc::position);
    }

    /// All rows in order of FED, link and ROC.
    public List<CabledRoc> rocs() {
        List<CabledRoc> rocs = new ArrayList<>();
        for (FedCabling fed : byFed.values())
            for (int ordinal = 0; ordinal < fed.rocCount(); ordinal++)
                rocs.add(
                        new CabledRoc(
                                fed.fed(),
                                fed.link(ordinal),
                                fed.roc(ordinal),
                                geometry.module(fed.moduleIndex(ordinal)).id(),
                                fed.position(ordinal)));
        rocs.sort(Comparator.comparingInt(CabledRoc::fed).thenComparingInt(CabledRoc::address));
        return rocs;
    }

    private static int slot(int moduleIndex, int position) {
        return moduleIndex * RocPixel.ROCS + position;
    }
}
