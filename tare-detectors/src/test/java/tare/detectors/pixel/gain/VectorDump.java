package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tare.core.journal.Author;
import tare.core.work.Workers;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelModule;
import tare.detectors.pixel.geometry.RawDetectorId;
import tare.detectors.pixel.geometry.RocPixel;
import tare.detectors.pixel.raw.BenchCabling;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.vcal.ModuleVcal;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;

/// The reference dump with its scan, cabling and expected sums.
final class VectorDump {
    static final String FOLDER = "/tare/detectors/pixel/gain/";

    final PixelGeometry geometry = PixelGeometry.phase1();
    final FedCabling cabling;
    final GainScan scan;
    final byte[] bytes = BenchCabling.vectorDump();

    /// One line of the expected sums.
    ///
    /// @param roc ordinal in the FED
    /// @param inModule the pixel's place in its module, `row * 416 + column`
    record Sums(
            int roc,
            int row,
            int column,
            int inModule,
            int point,
            long n,
            long sum,
            long squares) {}

    VectorDump() throws IOException {
        cabling = BenchCabling.ofVectorDump();
        scan = GainScanFile.parse("pixel-dump-scan.txt", text("pixel-dump-scan.txt"));
    }

    static String text(String resource) throws IOException {
        try (InputStream in = VectorDump.class.getResourceAsStream(FOLDER + resource)) {
            byte[] content = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    FedCalibration calibration(Workers workers) {
        return new FedCalibration(cabling, scan, geometry, workers);
    }

    DumpIndex index(Counting counting) {
        return DumpIndex.of(MemorySegment.ofArray(bytes), counting);
    }

    ModuleVcal vcal() {
        return ModuleVcal.of(
                VcalBank.of(
                        VcalCalibration.of(VcalTags.published().tag("2025_v1")),
                        geometry,
                        Instant.EPOCH,
                        new Author("anna", "tare test"),
                        ""));
    }

    List<Sums> expected() throws IOException {
        var sums = new ArrayList<Sums>();
        for (String line : BenchCabling.rows(FOLDER + "pixel-dump-expected.csv")) {
            String[] row = line.split(",", -1);
            PixelModule module = geometry.module(RawDetectorId.parse(row[0]));
            int moduleRow = Integer.parseInt(row[1]);
            int moduleColumn = Integer.parseInt(row[2]);
            RocPixel pixel = module.orientation().toRoc(new ModulePixel(moduleRow, moduleColumn));
            sums.add(
                    new Sums(
                            ordinal(module, pixel.position()),
                            pixel.row(),
                            pixel.column(),
                            moduleRow * ModulePixel.COLUMNS + moduleColumn,
                            Integer.parseInt(row[3]),
                            Long.parseLong(row[5]),
                            Long.parseLong(row[6]),
                            Long.parseLong(row[7])));
        }
        assertThat(sums).hasSizeGreaterThan(1000);
        return sums;
    }

    private int ordinal(PixelModule module, int position) {
        for (int roc = 0; roc < cabling.rocCount(); roc++) {
            if (cabling.moduleIndex(roc) == module.index() && cabling.position(roc) == position) {
                return roc;
            }
        }
        throw new AssertionError(module + " has no ROC " + position);
    }
}
