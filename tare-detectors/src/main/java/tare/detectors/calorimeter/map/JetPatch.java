package tare.detectors.calorimeter.map;

import java.util.List;
import tare.detectors.calorimeter.table.CsvTable;
import tare.detectors.calorimeter.table.TableRow;

/// A region of the size of a jet.
///
/// @param id 0..17 in the barrel (0..5 west, 6..11 east, 12..17 middle), 0..5 in the endcap
/// @param region where it lies; the barrel's middle overlaps west and east
/// @param eta of its middle
/// @param phiDegrees of its middle
/// @param clock the hour by which it is known: 10, 12, 2, 4, 6, 8
/// @param patches its trigger patches, in ascending order
public record JetPatch(
        int id, Region region, double eta, double phiDegrees, int clock, List<Integer> patches) {

    /// The four rings of six jet patches.
    public enum Region {
        WEST,
        EAST,
        MIDDLE,
        ENDCAP
    }

    /// Which patches belong to the jet patch of a row.
    interface Members {
        List<Integer> of(int jetPatch, Region region);
    }

    public JetPatch {
        patches = List.copyOf(patches);
        if (patches.isEmpty())
            throw new IllegalArgumentException("jet patch " + id + " has no trigger patch");
    }

    static List<JetPatch> read(String detector, Members members) {
        return CsvTable.beside(JetPatch.class, "jet_patches.csv").stream()
                .filter(row -> row.text("detector").equals(detector))
                .map(row -> row.as(r -> of(r, members)))
                .toList();
    }

    private static JetPatch of(TableRow row, Members members) {
        int id = row.whole("jet_patch");
        Region region = row.oneOf(Region.class, "region");
        return new JetPatch(
                id,
                region,
                row.number("eta"),
                row.number("phi_deg"),
                row.whole("clock"),
                members.of(id, region));
    }
}
