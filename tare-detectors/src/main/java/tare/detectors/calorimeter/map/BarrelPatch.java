package tare.detectors.calorimeter.map;

import tare.detectors.calorimeter.table.TableRow;

/// One trigger patch of the barrel: 16 towers, or what is connected as such.
///
/// @param patch 0..299; 0..149 west, 150..299 east
/// @param crate 1..30
/// @param cratePatch 0..9, its place in the crate
/// @param board the board that gets its word, such as `BW001`
/// @param boardChannel 0..9
/// @param jetPatch 0..11, the west or east jet patch it belongs to
/// @param etaGroup which of the board's two sums it enters
/// @param etaMin of the middle of its towers
/// @param etaMax of the middle of its towers
/// @param phiMinRadians of the middle of its towers; above `phiMaxRadians` where it spans pi
/// @param phiMaxRadians of the middle of its towers
/// @param collectingBoard the next board, such as `BC101`
public record BarrelPatch(
        int patch,
        int crate,
        int cratePatch,
        String board,
        int boardChannel,
        int jetPatch,
        EtaGroup etaGroup,
        double etaMin,
        double etaMax,
        double phiMinRadians,
        double phiMaxRadians,
        String collectingBoard) {

    /// The two sums of a board: near the middle of the barrel, and far from it.
    public enum EtaGroup {
        LOW,
        HIGH
    }

    static BarrelPatch of(TableRow row) {
        return new BarrelPatch(
                row.whole("trigger_patch"),
                row.whole("crate"),
                row.whole("crate_patch"),
                row.text("dsm_board"),
                row.whole("dsm_channel"),
                row.whole("jet_patch"),
                row.oneOf(EtaGroup.class, "eta_group"),
                row.number("eta_min"),
                row.number("eta_max"),
                row.number("phi_center_rad_min"),
                row.number("phi_center_rad_max"),
                row.text("l1_board"));
    }
}
