package tare.detectors.calorimeter.map;

import java.util.List;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.table.CsvTable;
import tare.detectors.calorimeter.table.RunRange;
import tare.detectors.calorimeter.table.TableRow;

/// Which variant of the barrel's map holds in which run, from `map_variants.csv`.
public final class MapVariants {
    private record Row(RunRange runs, MapVariant towers, MapVariant maskedCount) {}

    private final List<Row> rows;

    private MapVariants(List<Row> rows) {
        this.rows = rows;
    }

    public static MapVariants standard() {
        return new MapVariants(
                CsvTable.beside(MapVariants.class, "map_variants.csv", MapVariants::row));
    }

    private static Row row(TableRow row) {
        return new Row(
                row.runs("last_run"),
                row.oneOf(MapVariant.class, "towers"),
                row.oneOf(MapVariant.class, "masked_count_as_reference"));
    }

    /// The map by which signals travel.
    public MapVariant ofTowers(RunNumber run) {
        return at(run).towers;
    }

    /// The map by which the reference counts masked towers, which since 2009 is not [#ofTowers].
    public MapVariant ofMaskedCountInReference(RunNumber run) {
        return at(run).maskedCount;
    }

    private Row at(RunNumber run) {
        return rows.stream()
                .filter(row -> row.runs.contains(run))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "map_variants.csv has no row for run " + run));
    }
}
