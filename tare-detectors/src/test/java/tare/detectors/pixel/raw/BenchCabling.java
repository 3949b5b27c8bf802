package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tare.detectors.pixel.geometry.CabledRoc;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingCsv;
import tare.detectors.pixel.geometry.CablingException;
import tare.detectors.pixel.geometry.CablingScope;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.RawDetectorId;

/// Cablings of one FED for tests, and their resource files.
public final class BenchCabling {
    private BenchCabling() {}

    /// The four modules of the vector dump, links 1 to 10 of FED 1205.
    public static FedCabling ofVectorDump() throws IOException {
        try (InputStream in = open("/tare/detectors/pixel/geometry/pixel-dump-cabling.csv")) {
            return CablingCsv.read(
                            new InputStreamReader(in, StandardCharsets.UTF_8),
                            "pixel-dump-cabling.csv",
                            CablingScope.BENCH)
                    .forFed(DumpBuilder.FED)
                    .orElseThrow();
        }
    }

    /// ROCs 1 to 8 of one link, at positions 0 to 7 of a module.
    public static FedCabling ofLink(int link, RawDetectorId module) throws CablingException {
        List<CabledRoc> rocs = new ArrayList<>();
        for (int roc = 1; roc <= CabledRoc.ROCS_IN_LINK; roc++) {
            rocs.add(new CabledRoc(DumpBuilder.FED, link, roc, module, roc - 1));
        }
        return Cabling.of(rocs, CablingScope.BENCH).forFed(DumpBuilder.FED).orElseThrow();
    }

    /// The lines of a resource below its line of origin and its header.
    public static List<String> rows(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            List<String> lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines.getFirst()).startsWith("# origin:");
            return lines.subList(2, lines.size());
        }
    }

    public static byte[] vectorDump() throws IOException {
        try (InputStream in = open("/tare/detectors/pixel/gain/GainCalibration_1205_10001.dmp")) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(BenchCabling.class.getResourceAsStream(resource), resource);
    }
}
