package tare.detectors.pixel.geometry;

import java.util.Arrays;
import java.util.List;

/// The ROCs of one FED, as a decoder looks them up.
///
/// The top eleven bits of a hit word, `word >>> 21`, are link and ROC; [#ordinal] turns them into
/// a ROC ordinal 0..rocCount-1 of this FED, or -1 if nothing is cabled there. Ordinals run in order
/// of module, then position, so the ROCs of a module are neighbours. Module, position and address
/// format are columns by ordinal. Lookups check nothing but array bounds and allocate nothing.
/// Immutable; safe for all threads.
public final class FedCabling {
    /// Bits of link and ROC together.
    public static final int LINK_ROC_BITS = 11;

    /// What [#ordinal] says where no ROC is cabled.
    public static final int UNCABLED = -1;

    private static final int ROC_BITS = 5;

    private final int fed;
    private final int[] ordinals = new int[1 << LINK_ROC_BITS];
    private final int[] linkRocs;
    private final int[] moduleIndexes;
    private final byte[] positions;
    private final AddressFormat[] formats;

    /// @param rocs of this FED, in order of module and position
    FedCabling(int fed, List<CabledRoc> rocs, PixelGeometry geometry) {
        this.fed = fed;
        linkRocs = new int[rocs.size()];
        moduleIndexes = new int[rocs.size()];
        positions = new byte[rocs.size()];
        formats = new AddressFormat[rocs.size()];
        Arrays.fill(ordinals, UNCABLED);
        for (int ordinal = 0; ordinal < rocs.size(); ordinal++)
            put(ordinal, rocs.get(ordinal), geometry);
    }

    private void put(int ordinal, CabledRoc roc, PixelGeometry geometry) {
        PixelModule module = geometry.module(roc.module());
        linkRocs[ordinal] = linkRoc(roc.link(), roc.roc());
        ordinals[linkRocs[ordinal]] = ordinal;
        moduleIndexes[ordinal] = module.index();
        positions[ordinal] = (byte) roc.position();
        formats[ordinal] = module.part().addressFormat();
    }

    /// The eleven bits `link << 5 | roc`.
    public static int linkRoc(int link, int roc) {
        return link << ROC_BITS | roc;
    }

    public int fed() {
        return fed;
    }

    public int rocCount() {
        return moduleIndexes.length;
    }

    /// Ordinal of the ROC at `link << 5 | roc`, 0..2047, or [#UNCABLED].
    public int ordinal(int linkRoc) {
        return ordinals[linkRoc];
    }

    /// Dense index of the ROC's module.
    public int moduleIndex(int ordinal) {
        return moduleIndexes[ordinal];
    }

    /// Dense index of the module whose errors a link reports, that of its ROC 1, or [#UNCABLED].
    public int moduleOfLink(int link) {
        int ordinal = ordinal(linkRoc(link, 1));
        return ordinal == UNCABLED ? UNCABLED : moduleIndex(ordinal);
    }

    /// Position of the ROC in its module, 0..15.
    public int position(int ordinal) {
        return positions[ordinal];
    }

    /// How the ROC's hit words spell row and column.
    public AddressFormat addressFormat(int ordinal) {
        return formats[ordinal];
    }

    /// Link 1..48 of the ROC.
    public int link(int ordinal) {
        return linkRocs[ordinal] >>> ROC_BITS;
    }

    /// Number of the ROC in its link, 1..8.
    public int roc(int ordinal) {
        return linkRocs[ordinal] & (1 << ROC_BITS) - 1;
    }

    /// Whether any ROC is cabled to the link.
    public boolean usesLink(int link) {
        for (int roc = 1; roc <= CabledRoc.ROCS_IN_LINK; roc++)
            if (ordinal(linkRoc(link, roc)) != UNCABLED) return true;
        return false;
    }

    /// Number of links with at least one ROC.
    public int linkCount() {
        int used = 0;
        for (int link = 1; link <= CabledRoc.LINKS; link++) if (usesLink(link)) used++;
        return used;
    }

    /// A copy of the flat table of 2048 ordinals by `link << 5 | roc`, for loops that keep their
    /// own.
    public int[] ordinalTable() {
        return ordinals.clone();
    }
}
