package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real barrel name-translation table, where the lab data are installed; it has no licence and
/// is not copied into the project.
class RealBarrelTableTest {
    private final Cabling cabling = CablingGenerator.phase1();
    private List<Row> rows = List.of();

    private record Row(String name, int fed, int channel, int roc) {
        String moduleName() {
            return name.substring(0, name.indexOf("_ROC"));
        }
    }

    @BeforeEach
    void readsTheTable() throws IOException {
        Path table = table();
        assumeTrue(
                Files.isReadable(table),
                () -> "skipped: no lab data at " + table.toAbsolutePath().normalize());
        rows = read(table);
        assertThat(rows).hasSize(18_944);
    }

    @Test
    void namesOfTheTableAreExactlyTheBarrelModules() {
        Set<String> names = rows.stream().map(Row::moduleName).collect(Collectors.toSet());
        // A layer-1 module has two names, F and H, one per half of its ROCs.
        assertThat(names).hasSize(1_184 + 96);
        Set<String> full = new TreeSet<>(names);
        full.removeIf(name -> name.contains("H_MOD"));
        assertThat(full).hasSize(1_184);
        Set<ModulePosition> modules = new HashSet<>();
        for (String name : full) modules.add(ModuleName.parse(name));
        Set<ModulePosition> barrel = new HashSet<>();
        for (PixelModule module : cabling.geometry().modules())
            if (module.part().isBarrel()) barrel.add(module.position());
        assertThat(modules).isEqualTo(barrel).hasSize(1_184);
        for (String name : names) assertThat(modules).contains(ModuleName.parse(name));
    }

    @Test
    void sectorsOfTheTableFollowTheReadoutRule() {
        for (Row row : rows) {
            BarrelName name = BarrelName.of((BarrelPosition) ModuleName.parse(row.moduleName()));
            int sector = row.name.charAt(row.name.indexOf("SEC") + 3) - '0';
            assertThat(SectorRule.READOUT.sector(name)).as(row.name).isEqualTo(sector);
        }
    }

    @Test
    void theGeneratedBarrelIsTheRealOneRocByRoc() {
        Set<CabledRoc> real = new HashSet<>();
        for (Row row : rows) {
            RocName roc = RocName.parse(row.name);
            RawDetectorId id = RawDetectorId.of(roc.module());
            real.add(new CabledRoc(row.fed, row.channel, row.roc + 1, id, roc.position()));
        }
        Set<CabledRoc> generated = new HashSet<>(cabling.rocs());
        generated.removeIf(roc -> !roc.module().position().part().isBarrel());
        assertThat(real).hasSize(18_944);
        assertThat(generated).isEqualTo(real);
    }

    @Test
    void everyFedUsesAsManyChannelsAsInReality() {
        Map<Integer, Set<Integer>> channels = new TreeMap<>();
        for (Row row : rows)
            channels.computeIfAbsent(row.fed, fed -> new TreeSet<>()).add(row.channel);
        assertThat(channels.keySet()).containsExactlyElementsOf(FedNumbers.barrel());
        channels.forEach(
                (fed, used) ->
                        assertThat(cabling.forFed(fed).orElseThrow().linkCount())
                                .as("FED %d", fed)
                                .isEqualTo(used.size()));
    }

    private static Path table() {
        Path here = Path.of("").toAbsolutePath();
        Path found = here;
        for (Path up = here; up != null; up = up.getParent()) {
            found = up.resolve("../shared/data/pixel-lab/bpix-name-translation.dat.gz");
            if (Files.exists(found)) return found;
        }
        return found;
    }

    private static List<Row> read(Path table) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(table)),
                                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] fields = line.strip().split("\\s+", -1);
                rows.add(
                        new Row(
                                fields[0],
                                Integer.parseInt(fields[8]),
                                Integer.parseInt(fields[9]),
                                Integer.parseInt(fields[10])));
            }
        }
        return rows;
    }
}
