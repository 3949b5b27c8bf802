package tare.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The rules beside the table "may use".
final class HouseRules {

    private HouseRules() {}

    /// Words that belong to one detector. Common words of the field (channel, module, link) are not
    /// among them.
    private static final Set<String> DETECTOR_WORDS =
            Set.of(
                    "pixel",
                    "fed",
                    "roc",
                    "bpix",
                    "fpix",
                    "vcal",
                    "phase1",
                    "cms",
                    "calorimeter",
                    "emc",
                    "bemc",
                    "eemc",
                    "tower",
                    "crate",
                    "star",
                    "scintillator",
                    "diblock",
                    "dcm",
                    "feb",
                    "nova",
                    "dirc",
                    "hades",
                    "panda",
                    "glad");

    static final ArchRule CORE_DOES_NO_INPUT_OR_OUTPUT =
            noClasses()
                    .that()
                    .resideInAPackage("tare.core..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.net..",
                            "java.sql..")
                    .because(
                            "the vocabulary must be usable where there is no file and no database");

    static final ArchRule CORE_STARTS_NO_THREADS =
            noClasses()
                    .that()
                    .resideInAPackage("tare.core..")
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<JavaClass>("are about threads") {
                                @Override
                                public boolean test(JavaClass type) {
                                    return type.getPackageName().startsWith("java.util.concurrent")
                                            || type.isAssignableTo(Thread.class);
                                }
                            })
                    .because("who runs what at the same time is decided where the work is driven");

    static final ArchRule CALIBRATE_OPENS_NO_FILES =
            noClasses()
                    .that()
                    .resideInAPackage("tare.calibrate..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..", "java.nio..", "java.lang.foreign..", "java.sql..")
                    .because("calibration sees digis and constants, not files and bytes");

    static final ArchRule ONLY_DETECTORS_NAME_A_DETECTOR =
            classes()
                    .that()
                    .resideOutsideOfPackages("tare.detectors..", "tare.synthetic..", "tare.app..")
                    .should(
                            have(
                                    new DescribedPredicate<JavaClass>(
                                            "names without a detector's word") {
                                        @Override
                                        public boolean test(JavaClass type) {
                                            return names(type)
                                                    .flatMap(HouseRules::words)
                                                    .noneMatch(DETECTOR_WORDS::contains);
                                        }
                                    }))
                    .because("a detector is one folder of tare-detectors");

    static final ArchRule STATICS_ARE_CONSTANT =
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .because("shared state hides who changes it");

    static final ArchRule NO_PUBLIC_STATIC_ARRAYS =
            noFields()
                    .that()
                    .arePublic()
                    .and()
                    .areStatic()
                    .should()
                    .haveRawType(
                            new DescribedPredicate<JavaClass>("an array") {
                                @Override
                                public boolean test(JavaClass type) {
                                    return type.isArray();
                                }
                            })
                    .because("anyone could write into it");

    static final ArchRule NAMES_ARE_WORDS_OF_THE_FIELD =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Helper|Manager)$")
                    .orShould()
                    .haveNameMatching(".*[.$]Abstract[A-Z]\\w*$")
                    .because("a class is called what a shifter would call it");

    private static Stream<String> names(JavaClass type) {
        Stream<String> members = type.getMembers().stream().map(JavaMember::getName);
        Stream<String> packages = Arrays.stream(type.getPackageName().split("\\.", -1));
        return Stream.of(Stream.of(type.getSimpleName()), members, packages).flatMap(s -> s);
    }

    /// `PixelGain` is pixel and gain, `MAX_ROC` is max and roc, `process` stays one word.
    static Stream<String> words(String name) {
        return Arrays.stream(
                        name.split("_|\\$|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", -1))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
