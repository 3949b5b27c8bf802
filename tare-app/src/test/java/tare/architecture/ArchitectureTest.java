package tare.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the suite to the table "may use" and to the house rules.
class ArchitectureTest {

    private static final JavaClasses SUITE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("tare");

    @ParameterizedTest
    @FieldSource("tare.architecture.Room#TABLE")
    void aModuleUsesOnlyWhatItsRowAllows(Room room) throws IOException {
        room.mayUseNothingElse()
                .allowEmptyShould(!Repository.hasClasses(room.module()))
                .check(SUITE);
    }

    static Stream<Named<ArchRule>> houseRules() throws IOException {
        return Stream.of(
                        HouseRules.CORE_DOES_NO_INPUT_OR_OUTPUT,
                        HouseRules.CORE_STARTS_NO_THREADS,
                        HouseRules.CALIBRATE_OPENS_NO_FILES.allowEmptyShould(
                                !Repository.hasClasses("tare-calibrate")),
                        HouseRules.ONLY_DETECTORS_NAME_A_DETECTOR,
                        HouseRules.STATICS_ARE_CONSTANT,
                        HouseRules.NO_PUBLIC_STATIC_ARRAYS,
                        HouseRules.NAMES_ARE_WORDS_OF_THE_FIELD)
                .map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource
    void houseRules(ArchRule rule) {
        rule.check(SUITE);
    }

    @Test
    void everyLibraryModuleHasARowAndADescriptor() {
        List<String> libraries = Room.TABLE.stream().map(Room::module).toList();

        assertThat(Repository.modules())
                .containsAll(libraries)
                .filteredOn(module -> !libraries.contains(module))
                .containsExactly("tare-app", "benchmarks");
        assertThat(libraries)
                .allSatisfy(
                        module ->
                                assertThat(
                                                Repository.ROOT.resolve(
                                                        module, "src/main/java/module-info.java"))
                                        .matches(Files::exists, "exists"));
    }

    @Test
    void everyModuleStandsInTheArchitectureDocument() throws IOException {
        String document = Repository.read("ARCHITECTURE.md");
        assertThat(Repository.modules())
                .allSatisfy(m -> assertThat(document).contains("| " + m + " |"));
    }

    @Test
    void everyLibraryIsJustifiedInTheArchitectureDocument() throws IOException {
        String document = Repository.read("ARCHITECTURE.md");
        List<String> libraries = Repository.thirdPartyLibraries();
        assertThat(libraries).hasSizeGreaterThan(10);
        assertThat(libraries)
                .allSatisfy(name -> assertThat(document).contains("| `" + name + "` |"));
    }
}
