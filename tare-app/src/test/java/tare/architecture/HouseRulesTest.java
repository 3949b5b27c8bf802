package tare.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import tare.calibrate.counterexample.OpensAFile;
import tare.core.counterexample.AbstractPedestal;
import tare.core.counterexample.GainUtils;
import tare.core.counterexample.PixelGain;
import tare.core.counterexample.ReadsAFile;
import tare.core.counterexample.StartsAThread;
import tare.decode.counterexample.KnowsConditions;

/// Each rule fails on a class that breaks it, and names that class.
class HouseRulesTest {

    @Test
    void aModuleMayNotUseAnotherOutsideItsRow() {
        assertBroken(Room.named("decode").mayUseNothingElse(), KnowsConditions.class);
    }

    @Test
    void aModuleMayNotUseALibraryOutsideItsRow() {
        assertBroken(Room.named("core").mayUseNothingElse(), StartsAThread.class);
    }

    @Test
    void coreMayNotReadFiles() {
        assertBroken(HouseRules.CORE_DOES_NO_INPUT_OR_OUTPUT, ReadsAFile.class);
    }

    @Test
    void coreMayNotStartThreads() {
        assertBroken(HouseRules.CORE_STARTS_NO_THREADS, StartsAThread.class);
    }

    @Test
    void calibrateMayNotOpenFiles() {
        assertBroken(HouseRules.CALIBRATE_OPENS_NO_FILES, OpensAFile.class);
    }

    @Test
    void coreMayNotNameADetector() {
        assertBroken(HouseRules.ONLY_DETECTORS_NAME_A_DETECTOR, PixelGain.class);
    }

    @Test
    void staticsMayNotChange() {
        assertBroken(HouseRules.STATICS_ARE_CONSTANT, GainUtils.class);
    }

    @Test
    void arraysMayNotBePublicConstants() {
        assertBroken(HouseRules.NO_PUBLIC_STATIC_ARRAYS, GainUtils.class);
    }

    @Test
    void namesMayNotSayUtilsOrAbstract() {
        assertBroken(HouseRules.NAMES_ARE_WORDS_OF_THE_FIELD, GainUtils.class);
        assertBroken(HouseRules.NAMES_ARE_WORDS_OF_THE_FIELD, AbstractPedestal.class);
    }

    @Test
    void namesFallIntoWords() {
        assertThat(HouseRules.words("PixelFEDMap")).containsExactly("pixel", "fed", "map");
        assertThat(HouseRules.words("MAX_ROC")).containsExactly("max", "roc");
        assertThat(HouseRules.words("startProcess")).containsExactly("start", "process");
    }

    private static void assertBroken(ArchRule rule, Class<?> counterexample) {
        var result = rule.evaluate(new ClassFileImporter().importClasses(counterexample));
        assertThat(result.getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(counterexample.getSimpleName()));
    }
}
