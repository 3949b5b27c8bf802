package tare.detectors.calorimeter.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;
import tare.detectors.calorimeter.map.BarrelMap;

/// Collects the lines of a status file and everything wrong with them.
final class StatusRows {
    /// Problems kept with their text; the rest is only counted.
    private static final int MOST_PROBLEMS = 50;

    private final String source;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int problemCount;

    private final int[] lineOfTower = new int[BarrelMap.TOWERS];
    private final int[] lineOfPatch = new int[BarrelMap.PATCHES];
    private int lineOfShift;

    private final float[] pedestalAdc = new float[BarrelMap.TOWERS];
    private final int[] towerStatus = new int[BarrelMap.TOWERS];
    private final int[] patchOfTower = new int[BarrelMap.TOWERS];
    private final PatchTable patches = PatchTable.blank();
    private int shiftAdc;

    StatusRows(String source) {
        this.source = source;
    }

    void add(int number, String text) {
        try {
            switch (StatusLine.parse(text)) {
                case StatusLine.Comment _ -> {}
                case StatusLine.Unknown _ -> warn(number);
                case StatusLine.Tower tower -> add(number, tower);
                case StatusLine.Patch patch -> add(number, patch);
                case StatusLine.PedestalShift shift -> add(number, shift);
            }
        } catch (IllegalArgumentException e) {
            refuse(String.format(Locale.ROOT, "line %d: %s", number, e.getMessage()));
        }
    }

    private void add(int number, StatusLine.Tower tower) {
        int index = tower.softId() - 1;
        requireFirst("SoftId " + tower.softId(), lineOfTower[index]);
        lineOfTower[index] = number;
        pedestalAdc[index] = tower.pedestalAdc();
        towerStatus[index] = tower.status();
        patchOfTower[index] = tower.patch();
    }

    private void add(int number, StatusLine.Patch line) {
        int patch = line.patch();
        requireFirst("triggerPatch " + patch, lineOfPatch[patch]);
        lineOfPatch[patch] = number;
        patches.highTowerStatus()[patch] = line.highTowerStatus();
        patches.sumStatus()[patch] = line.sumStatus();
        patches.bitConversion()[patch] = line.bitConversion();
        patches.formula()[patch] = line.formula();
        patches.scale()[patch] = line.scale();
        patches.lutPedestal()[patch] = line.lutPedestal();
        patches.sigma()[patch] = line.sigma();
        patches.powerUp()[patch] = line.powerUp();
    }

    private void add(int number, StatusLine.PedestalShift line) {
        requireFirst("TriggerPedestalShift", lineOfShift);
        lineOfShift = number;
        shiftAdc = line.shiftAdc();
    }

    private static void requireFirst(String what, int earlierLine) {
        if (earlierLine > 0)
            throw new IllegalArgumentException(
                    what + " stands in line " + earlierLine + " already; remove one of the two");
    }

    private void warn(int number) {
        if (warnings.size() < MOST_PROBLEMS)
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%s, line %d is of no known kind and was passed over",
                            source,
                            number));
    }

    private void refuse(String problem) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) problems.add(problem);
    }

    Result<BarrelTables> finish() {
        refuseMissing("SoftId", lineOfTower, 1);
        refuseMissing("triggerPatch", lineOfPatch, 0);
        if (lineOfShift == 0) refuse("there is no TriggerPedestalShift line");
        if (problemCount > 0)
            return new Result.Failed<>(
                    ErrorCode.WRONG_STRUCTURE,
                    String.format(
                            Locale.ROOT, "%s has %d wrong or missing lines", source, problemCount),
                    problems);
        return Result.of(
                new BarrelTables(
                        new TableOrigin.File(patchOfTower),
                        shiftAdc,
                        pedestalAdc,
                        towerStatus,
                        patches),
                warnings);
    }

    private void refuseMissing(String word, int[] lineOf, int firstId) {
        int[] missing = IntStream.range(0, lineOf.length).filter(i -> lineOf[i] == 0).toArray();
        if (missing.length > 0)
            refuse(
                    String.format(
                            Locale.ROOT,
                            "%d %s lines are missing, the first is %s %d",
                            missing.length,
                            word,
                            word,
                            missing[0] + firstId));
    }
}
