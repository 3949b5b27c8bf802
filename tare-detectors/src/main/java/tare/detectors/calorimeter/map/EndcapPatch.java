package tare.detectors.calorimeter.map;

import tare.detectors.calorimeter.table.TableRow;

/// One trigger patch of the endcap.
///
/// @param patch 0..89
/// @param crate 1..6
/// @param towers 6, 8 or 10
/// @param board the board that gets its word, such as `EE001`
/// @param boardChannel 0..9
/// @param jetPatch 0..5
public record EndcapPatch(
        int patch, int crate, int towers, String board, int boardChannel, int jetPatch) {
    static EndcapPatch of(TableRow row) {
        return new EndcapPatch(
                row.whole("trigger_patch"),
                row.whole("crate"),
                row.whole("n_towers"),
                row.text("dsm_board"),
                row.whole("dsm_channel"),
                row.whole("jet_patch"));
    }
}
