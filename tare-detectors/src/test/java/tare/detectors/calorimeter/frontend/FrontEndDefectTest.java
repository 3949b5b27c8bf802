package tare.detectors.calorimeter.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each defect of the reference, reproduced and mended.
class FrontEndDefectTest {
    private static FrontEndRules only(FrontEndDefect defect) {
        return FrontEndRules.mended().reproducing(Set.of(defect));
    }

    @Test
    void aDeadTowerIsNoHighTowerUnlessReproduced() {
        // Pedestal 28: one step is taken off, so an ADC of 0 becomes -1.
        BarrelTables tables = Runs.plain(28);
        PatchColumns mended = Runs.patches(Runs.start(16090001, tables, FrontEndRules.mended()), 0);
        assertThat(mended.highTower(0)[0]).isZero();
        assertThat(mended.rawSum(0)[0]).isZero();
        PatchColumns reproduced =
                Runs.patches(Runs.start(16090001, tables, only(FrontEndDefect.NEGATIVE_TOWERS)), 0);
        assertThat(reproduced.highTower(0)[0]).isEqualTo(63);
        assertThat(reproduced.rawSum(0)[0]).isEqualTo(-16);
    }

    @Test
    void maskedTowersCountWhereTheirSignalsGoUnlessReproduced() {
        BarrelTables tables = Runs.plain();
        tables.towerStatus()[4054 - 1] = 0;
        int[] mended = Runs.start(16090001, tables, FrontEndRules.mended()).maskedTowers();
        assertThat(mended[236]).isEqualTo(1);
        assertThat(mended[227]).isZero();
        int[] reproduced =
                Runs.start(16090001, tables, only(FrontEndDefect.MASKED_COUNT_BEFORE_SWAP))
                        .maskedTowers();
        assertThat(reproduced[236]).isZero();
        assertThat(reproduced[227]).isEqualTo(1);
    }

    @Test
    void killedTowersCountAsMaskedUnlessReproduced() {
        BarrelSettings mended = Runs.start(10155001, Runs.plain(), FrontEndRules.mended());
        int patch = mended.patchOfTower()[1907 - 1];
        assertThat(mended.maskedTowers()[patch]).isEqualTo(1);
        BarrelSettings reproduced =
                Runs.start(10155001, Runs.plain(), only(FrontEndDefect.MASKED_COUNT_WITHOUT_KILLS));
        assertThat(reproduced.maskedTowers()[patch]).isZero();
        assertThat(reproduced.good()[1907 - 1]).isZero();
    }

    @Test
    void faultsOf2009EndWith2009UnlessReproduced() {
        BarrelSettings in2009 = Runs.start(10090000, Runs.plain(), FrontEndRules.mended());
        assertThat(in2009.faults()).hasSize(4);
        assertThat(in2009.patches().sumStatus()[277]).isZero();
        BarrelSettings later = Runs.start(16090001, Runs.plain(), FrontEndRules.mended());
        assertThat(later.faults()).isEmpty();
        assertThat(later.patches().sumStatus()[277]).isEqualTo(1);
        BarrelSettings reproduced =
                Runs.start(16090001, Runs.plain(), only(FrontEndDefect.FAULTS_FOR_EVER));
        assertThat(reproduced.faults()).isEqualTo(in2009.faults());
        assertThat(reproduced.patches().sumStatus()[277]).isZero();
    }

    @Test
    void faultsSpareSimulatedEventsUnlessReproduced() {
        assertThat(faultsOf2009(EventKind.SIMULATED, FrontEndRules.mended())).isZero();
        assertThat(faultsOf2009(EventKind.EMBEDDED, FrontEndRules.mended())).isEqualTo(4);
        assertThat(faultsOf2009(EventKind.SIMULATED, only(FrontEndDefect.FAULTS_IN_SIMULATION)))
                .isEqualTo(4);
    }

    private static int faultsOf2009(EventKind kind, FrontEndRules rules) {
        return Runs.start(10090000, Runs.plain(), kind, rules).faults().size();
    }

    @Test
    void theReferenceHasThemAll() {
        assertThat(FrontEndRules.asReference().reproduced())
                .containsExactlyInAnyOrder(FrontEndDefect.values());
        assertThat(FrontEndRules.mended().reproduced()).isEmpty();
    }

    @Test
    void rulesSayTheSameInEveryProgram() {
        assertThat(
                        FrontEndRules.mended()
                                .reproducing(
                                        Set.of(
                                                FrontEndDefect.FAULTS_FOR_EVER,
                                                FrontEndDefect.NEGATIVE_TOWERS)))
                .hasToString(
                        "FrontEndRules[reproduced=[NEGATIVE_TOWERS, FAULTS_FOR_EVER],"
                                + " rounding=HALF_TO_EVEN]");
    }

    @Test
    void roundingCanBeTheElectronics() {
        var rules = FrontEndRules.mended().with(PedestalRounding.DOWN);
        // 17 steps above the shift.
        int bits = Runs.start(16090001, Runs.plain(24 + 68), rules).feePedestal()[0];
        assertThat(FeePedestal.ofBits(bits).steps()).isEqualTo(13);
        assertThat(
                        Runs.start(16090001, Runs.plain(24 + 68), FrontEndRules.mended())
                                .feePedestal()[0])
                .isEqualTo(new FeePedestal(9, true).bits());
    }
}
