package tare.detectors.calorimeter.frontend;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tare.core.time.RunNumber;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.table.CsvTable;
import tare.detectors.calorimeter.table.RunRange;
import tare.detectors.calorimeter.table.TableRow;

/// What a run start changes in tables of the database: `good_statuses.csv`, `tower_kills.csv`,
/// `patch_rules.csv`.
record RunStartTables(List<Good> good, List<Kill> kills, List<DatedRule> rules) {
    /// Statuses that leave a tower in.
    record Good(RunRange runs, Set<Integer> statuses) {}

    /// A tower that is taken out, by its soft id.
    record Kill(RunRange runs, int softId) {
        Kill {
            if (softId < 1 || softId > BarrelMap.TOWERS)
                throw new IllegalArgumentException("a soft id is 1..4800, got " + softId);
        }
    }

    /// A rule, and in which runs it holds; the reference lets some hold for ever.
    record DatedRule(RunRange runs, RunRange runsAsReference, PatchRule rule) {}

    static RunStartTables standard() {
        return new RunStartTables(
                read("good_statuses.csv", RunStartTables::good),
                read("tower_kills.csv", RunStartTables::kill),
                read("patch_rules.csv", RunStartTables::rule));
    }

    private static <T> List<T> read(String table, Function<TableRow, T> meaning) {
        return CsvTable.beside(RunStartTables.class, table, meaning);
    }

    private static Good good(TableRow row) {
        return new Good(row.runs("last_run"), Set.copyOf(row.wholes("good")));
    }

    private static Kill kill(TableRow row) {
        return new Kill(row.runs("last_run"), row.whole("soft_id"));
    }

    private static DatedRule rule(TableRow row) {
        return new DatedRule(
                row.runs("last_run"),
                row.runs("last_run_as_reference"),
                new PatchRule(
                        row.whole("first_patch"),
                        row.whole("last_patch"),
                        row.oneOf(PatchRule.Setting.class, "setting"),
                        row.whole("value")));
    }

    Set<Integer> goodStatuses(RunNumber run) {
        return good.stream()
                .filter(row -> row.runs.contains(run))
                .map(Good::statuses)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "good_statuses.csv has no row for run " + run));
    }

    /// Soft ids.
    int[] kills(RunNumber run) {
        return kills.stream()
                .filter(row -> row.runs.contains(run))
                .mapToInt(Kill::softId)
                .toArray();
    }

    /// In the order in which they act.
    List<PatchRule> rules(RunNumber run, boolean forEver) {
        return rules.stream()
                .filter(row -> (forEver ? row.runsAsReference : row.runs).contains(run))
                .map(DatedRule::rule)
                .toList();
    }
}
