package tare.detectors.calorimeter.map;

import java.util.Locale;
import tare.detectors.calorimeter.table.TableRow;

/// One tower of the endcap.
///
/// @param index `60 * (sector - 1) + 12 * (subsector - 1) + etaBin - 1`
/// @param sector 1..12
/// @param subsector 1..5, written A..E
/// @param etaBin 1..12; 1 is closest to the beam (largest eta)
/// @param name such as `01TA05`
/// @param eta of its middle
/// @param phiRadians of its middle
/// @param crate 1..6
/// @param channel 0..119 in its crate
/// @param patch 0..89
public record EndcapTower(
        int index,
        int sector,
        int subsector,
        int etaBin,
        String name,
        double eta,
        double phiRadians,
        int crate,
        int channel,
        int patch) {
    public EndcapTower {
        if (index != 60 * (sector - 1) + 12 * (subsector - 1) + etaBin - 1)
            throw new IllegalArgumentException("tower " + name + " has not index " + index);
        if (crate < 1 || crate > 6 || channel < 0 || channel > 119)
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "tower %s: a crate is 1..6 and a channel 0..119, got %d and %d",
                            name,
                            crate,
                            channel));
    }

    static EndcapTower of(TableRow row) {
        return new EndcapTower(
                row.whole("index"),
                row.whole("sector"),
                row.text("subsector").charAt(0) - 'A' + 1,
                row.whole("eta_bin"),
                row.text("name"),
                row.number("eta_center"),
                row.number("phi_center_rad"),
                row.whole("crate"),
                row.whole("channel"),
                row.whole("trigger_patch"));
    }
}
