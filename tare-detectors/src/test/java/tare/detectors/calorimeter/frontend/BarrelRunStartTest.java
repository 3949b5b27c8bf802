package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tare.detectors.calorimeter.frontend.BarrelTables.TableOrigin;
import tare.detectors.calorimeter.map.BarrelMap;
import tare.detectors.calorimeter.map.MapVariant;

/// What a run start forces, at the first and last run of each rule.
class BarrelRunStartTest {
    @ParameterizedTest
    @CsvSource({
        "1907, 10154060, 10180034",
        "1233, 10141025, 10155022",
        "4355, 10136035, 10136070",
        "1433, 10078075, 10103042"
    })
    void aTowerIsKilledInItsRuns(int softId, long first, long last) {
        assertThat(goodTower(softId, first - 1)).isEqualTo(1);
        assertThat(goodTower(softId, first)).isZero();
        assertThat(goodTower(softId, last)).isZero();
        assertThat(goodTower(softId, last + 1)).isEqualTo(1);
    }

    private static int goodTower(int softId, long run) {
        return Runs.asReference(run).good()[softId - 1];
    }

    @ParameterizedTest
    @CsvSource({
        "228, 229, 10120032, 10121053",
        "122, 123, 10150051, 10156058",
        "22, 23, 10156086, 10160017",
        "220, 221, 10163048, 10180034"
    })
    void copycatPairsAreSwitchedOffInTheirRuns(int patch, int other, long first, long last) {
        for (var rules : List.of(FrontEndRules.mended(), FrontEndRules.asReference())) {
            for (long run : new long[] {first, last}) {
                PatchTable patches = Runs.start(run, Runs.plain(), rules).patches();
                assertThat(off(patches.highTowerStatus())).containsExactly(patch, other);
                assertThat(off(patches.sumStatus())).containsExactly(patch, other, 277);
            }
            for (long run : new long[] {first - 1, last + 1}) {
                PatchTable patches = Runs.start(run, Runs.plain(), rules).patches();
                assertThat(off(patches.highTowerStatus())).doesNotContain(patch, other);
                assertThat(off(patches.sumStatus())).containsExactly(277);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9999999, false, false",
        "10000000, true, true",
        "10999999, true, true",
        "11000000, false, true",
        "99999999, false, true"
    })
    void theSumOf277IsOffIn2009AndInTheReferenceForEver(
            long run, boolean mended, boolean reference) {
        assertThat(sumOf277IsOff(run, FrontEndRules.mended())).isEqualTo(mended);
        assertThat(sumOf277IsOff(run, FrontEndRules.asReference())).isEqualTo(reference);
    }

    private static boolean sumOf277IsOff(long run, FrontEndRules rules) {
        return Runs.start(run, Runs.plain(), rules).patches().sumStatus()[277] == 0;
    }

    private static int[] off(int[] status) {
        return IntStream.range(0, status.length).filter(p -> status[p] == 0).toArray();
    }

    @ParameterizedTest
    @CsvSource({"10128029, 1", "10128030, 0", "10129011, 0", "10129012, 1"})
    void bitConversionsOfOneBoardAreForcedInTheirRuns(long run, int configured) {
        BarrelTables tables = Runs.plain();
        Arrays.fill(tables.patches().bitConversion(), 1);
        int[] forced = {2, 2, 3, 3, 2, 2, 2, 2, 3, 3};
        int[] expected = new int[10];
        Arrays.fill(expected, 1);
        for (var rules : List.of(FrontEndRules.mended(), FrontEndRules.asReference())) {
            int[] conversion = Runs.start(run, tables, rules).patches().bitConversion();
            assertThat(Arrays.copyOfRange(conversion, 50, 60))
                    .isEqualTo(configured == 1 ? expected : forced);
            assertThat(conversion[49]).isEqualTo(1);
            assertThat(conversion[60]).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"13000000, 0", "13000001, 2", "14999999, 2", "15000000, 0"})
    void formulaAndConversionAreForcedIn2012And2013(long run, int formula) {
        BarrelTables tables = Runs.plain();
        Arrays.fill(tables.patches().formula(), 0);
        Arrays.fill(tables.patches().bitConversion(), 0);
        tables.towerStatus()[0] = 0;
        for (var rules : List.of(FrontEndRules.mended(), FrontEndRules.asReference())) {
            BarrelSettings settings = Runs.start(run, tables, rules);
            int patch = settings.patchOfTower()[0];
            assertThat(settings.patches().formula()).containsOnly(formula);
            assertThat(settings.patches().bitConversion()[0]).isEqualTo(formula);
            assertThat(settings.patches().lutPedestal()[patch]).isEqualTo(formula == 2 ? 1 : 0);
            assertThat(settings.patches().lutPedestal()[patch + 1]).isZero();
        }
    }

    @Test
    void bitConversionsOf90To99AreAlways2() {
        BarrelTables tables = Runs.plain();
        Arrays.fill(tables.patches().bitConversion(), 3);
        for (FrontEndRules rules :
                new FrontEndRules[] {FrontEndRules.mended(), FrontEndRules.asReference()}) {
            int[] conversion = Runs.start(18100003, tables, rules).patches().bitConversion();
            assertThat(IntStream.range(0, 300).filter(p -> conversion[p] == 2).toArray())
                    .isEqualTo(IntStream.range(90, 100).toArray());
            for (long run : new long[] {9_999_999, 10_000_000, 99_999_999})
                assertThat(Runs.start(run, tables, rules).patches().bitConversion()[90])
                        .isEqualTo(run < 10_000_000 ? 3 : 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "14000000, 1", "14000001, 0", "14999999, 0", "15000000, 1"})
    void status18IsGoodExceptIn2013(long run, int good) {
        BarrelTables tables = Runs.plain();
        tables.towerStatus()[9] = 18;
        tables.towerStatus()[10] = 2;
        BarrelSettings settings = Runs.start(run, tables, FrontEndRules.asReference());
        assertThat(settings.good()[9]).isEqualTo(good);
        assertThat(settings.good()[10]).isZero();
    }

    @Test
    void tablesOfAFileStayAsTheyAre() {
        BarrelTables plain = Runs.plain();
        int[] patches = BarrelMap.standard().patchOfTower(MapVariant.NOMINAL);
        var tables =
                new BarrelTables(
                        new TableOrigin.File(patches),
                        24,
                        plain.pedestalAdc(),
                        plain.towerStatus(),
                        plain.patches());
        // A run with kills and a copycat pair, were it the database.
        BarrelSettings settings = Runs.start(10156090, tables, FrontEndRules.asReference());
        assertThat(settings.good()).containsOnly(1);
        assertThat(settings.patchOfTower()).isEqualTo(patches);
        assertThat(settings.patches()).usingRecursiveComparison().isEqualTo(plain.patches());
        assertThat(settings.faults()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(FrontEndDefect.class)
    void whatWasConfiguredIsNotChanged(FrontEndDefect defect) {
        BarrelTables tables = Runs.plain();
        var rules = FrontEndRules.mended().reproducing(Set.of(defect));
        BarrelSettings settings = Runs.start(13078009, tables, rules);
        assertThat(tables).usingRecursiveComparison().isEqualTo(Runs.plain());
        assertThat(settings.rules().reproduced()).containsExactly(defect);
    }
}
