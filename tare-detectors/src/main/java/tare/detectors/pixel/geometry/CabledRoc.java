package tare.detectors.pixel.geometry;

/// One row of a cabling table: the ROC behind a FED's link.
///
/// @param fed 0..4095
/// @param link FED channel, 1..48
/// @param roc number in the link as in the hit word, 1..8
/// @param module raw id of the module
/// @param position of the ROC in the module, 0..15
public record CabledRoc(int fed, int link, int roc, RawDetectorId module, int position) {
    public static final int LINKS = 48;
    public static final int ROCS_IN_LINK = 8;

    public CabledRoc {
        check("fed", fed, 0, FedNumbers.HIGHEST);
        check("link", link, 1, LINKS);
        check("roc", roc, 1, ROCS_IN_LINK);
        check("position", position, 0, RocPixel.ROCS - 1);
    }

    /// Where the ROC is read out, in one sortable number: fed, then link, then roc.
    int address() {
        return address(fed, link, roc);
    }

    static int address(int fed, int link, int roc) {
        return fed << FedCabling.LINK_ROC_BITS | FedCabling.linkRoc(link, roc);
    }

    private static void check(String what, int value, int lowest, int highest) {
        if (value < lowest || value > highest)
            throw new IllegalArgumentException(
                    what + " must be " + lowest + ".." + highest + ", got " + value);
    }
}
