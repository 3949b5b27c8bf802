package tare.detectors.pixel.geometry;

import java.util.ArrayList;
import java.util.List;

/// Fills the links of FEDs one after the other with the ROCs of modules.
final class LinkFiller {
    private final List<CabledRoc> rocs = new ArrayList<>();
    private int fed;
    private int link;

    void startAt(int nextFed, int nextLink) {
        fed = nextFed;
        link = nextLink;
    }

    /// Cables a whole module.
    ///
    /// @param firstPositions for each link the position of its first ROC; the others follow
    void module(ModulePosition place, int[] firstPositions) {
        RawDetectorId id = RawDetectorId.of(place);
        for (int first : firstPositions) {
            for (int n = 0; n < place.part().rocsPerLink(); n++)
                rocs.add(new CabledRoc(fed, link, n + 1, id, first + n));
            link++;
        }
    }

    List<CabledRoc> rocs() {
        return rocs;
    }
}
