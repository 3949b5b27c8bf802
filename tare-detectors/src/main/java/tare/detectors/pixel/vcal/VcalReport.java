package tare.detectors.pixel.vcal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import tare.detectors.pixel.geometry.BarrelPosition;

/// The VCal constants as lines of text, in the order an expert checks them: luminosities, doses,
/// corrections, the two dictionaries, and the table of slopes.
///
/// @param calibrations oldest first; the table of slopes is that of the newest
public record VcalReport(List<VcalCalibration> calibrations) {
    private static final String ROW = "%-4s %5s %6s %9s %9s %7s";
    private static final int DISKS = 3;

    public VcalReport {
        calibrations = List.copyOf(calibrations);
        if (calibrations.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one set of constants");
        }
    }

    /// A report on some tags.
    public static VcalReport of(List<VcalTag> tags) {
        return new VcalReport(tags.stream().map(VcalCalibration::of).toList());
    }

    /// All parts, an empty line between them, the table with a line per ladder.
    public List<String> lines() {
        return lines(table(calibrations.getLast()));
    }

    /// All parts, an empty line between them, the table with a line per region.
    public List<String> briefLines() {
        return lines(regions(calibrations.getLast()));
    }

    private List<String> lines(List<String> table) {
        var lines = new ArrayList<>(luminosities());
        for (VcalCalibration calibration : calibrations) {
            lines.add("");
            lines.addAll(doses(calibration));
        }
        for (VcalCalibration calibration : calibrations) {
            lines.add("");
            lines.addAll(corrections(calibration));
        }
        for (VcalCalibration calibration : calibrations) {
            lines.add("");
            lines.addAll(dictionaries(calibration));
        }
        lines.add("");
        lines.addAll(table);
        return lines;
    }

    /// Luminosity delivered until the end of Run 2 and until each tag.
    public List<String> luminosities() {
        double run2Fb = calibrations.getFirst().correction().doses().luminosityRun2Fb();
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "Luminosity until end 2018: %7.2f [1/fb]", run2Fb));
        for (VcalCalibration calibration : calibrations) {
            VcalTag tag = calibration.tag();
            double totalFb =
                    calibration.correction().doses().luminosityRun2Fb() + tag.luminosityRun3Fb();
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Luminosity until %s:  %7.2f [1/fb]",
                            tag.name(),
                            totalFb));
        }
        return lines;
    }

    /// Dose of every region.
    public static List<String> doses(VcalCalibration calibration) {
        return perRegion(
                calibration,
                (region, constants) ->
                        String.format(
                                Locale.ROOT,
                                "dose until %s for %s: %8.4f Mrad",
                                calibration.tag().name(),
                                region.label(),
                                constants.doseMrad()));
    }

    /// Correction of every region.
    public static List<String> corrections(VcalCalibration calibration) {
        return perRegion(
                calibration,
                (region, constants) ->
                        String.format(
                                Locale.ROOT,
                                "correction until %s for %s: %.4f",
                                calibration.tag().name(),
                                region.label(),
                                constants.correction()));
    }

    private interface RegionLine {
        String of(Region region, RegionVcal constants);
    }

    private static List<String> perRegion(VcalCalibration calibration, RegionLine line) {
        return calibration.regions().entrySet().stream()
                .map(entry -> line.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The corrections in the form in which they used to be copied into the next script.
    public static List<String> dictionaries(VcalCalibration calibration) {
        var barrel = new StringJoiner(", ", "corrs_bpix = {", "}");
        for (int layer = 1; layer <= 4; layer++) {
            barrel.add(layer + ": " + calibration.region(Region.layer(layer)).correction());
        }
        var endcap = new StringJoiner(", ", "corrs_fpix = {", "}");
        for (int ring = 1; ring <= calibration.tag().rings().ringsListed(); ring++) {
            // A third ring is listed only where all rings share one factor.
            Region region = Region.ring(Math.min(ring, 2));
            endcap.add(ring + ": " + calibration.region(region).correction());
        }
        return List.of(
                "values used for " + calibration.tag().name() + " new model:",
                barrel.toString(),
                endcap.toString());
    }

    /// Slope, offset and correction: a line per region.
    public static List<String> regions(VcalCalibration calibration) {
        var lines = new ArrayList<String>();
        lines.add("region       slope    offset    corr");
        lines.addAll(
                perRegion(
                        calibration,
                        (region, constants) ->
                                String.format(
                                        Locale.ROOT,
                                        "%-8s %9.4f %9.1f %7.4f",
                                        region.label(),
                                        constants.slopeElectrons(),
                                        constants.offsetElectrons(),
                                        constants.correction())));
        return lines;
    }

    /// Slope, offset and correction: a line per ladder in the barrel, per side, disk and ring in
    /// the endcap.
    public static List<String> table(VcalCalibration calibration) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(
                        Locale.ROOT, ROW, "part", "layer", "ladder", "slope", "offset", "corr"));
        for (int layer = 1; layer <= 4; layer++) {
            RegionVcal constants = calibration.region(Region.layer(layer));
            for (int ladder = 1; ladder <= BarrelPosition.ladders(layer); ladder++) {
                lines.add(row("BPix", layer, Integer.toString(ladder), constants));
            }
        }
        lines.add(
                String.format(Locale.ROOT, ROW, "part", "disk", "ring", "slope", "offset", "corr"));
        disks().forEach(
                        disk -> {
                            for (int ring = 1; ring <= 2; ring++) {
                                RegionVcal constants = calibration.region(Region.ring(ring));
                                lines.add(row("FPix", disk, Integer.toString(ring), constants));
                            }
                        });
        return lines;
    }

    /// Disks -3 to -1 and 1 to 3, the sign being the side.
    private static IntStream disks() {
        return IntStream.rangeClosed(-DISKS, DISKS).filter(disk -> disk != 0);
    }

    private static String row(
            String part, int layerOrDisk, String ladderOrRing, RegionVcal constants) {
        return String.format(
                Locale.ROOT,
                "%-4s %5d %6s %9.4f %9.1f %7.4f",
                part,
                layerOrDisk,
                ladderOrRing,
                constants.slopeElectrons(),
                constants.offsetElectrons(),
                constants.correction());
    }
}
