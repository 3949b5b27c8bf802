package tare.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One row of the table "may use": a module and all that it may depend on beside the JDK.
///
/// `stages` are the suite's own modules by their short names, `libraries` are packages of third
/// parties.
record Room(String name, List<String> stages, List<String> libraries) {

    /// Annotations that only the compiler reads.
    private static final List<String> ANNOTATIONS =
            List.of("org.jspecify.annotations", "com.google.errorprone.annotations");

    /// The table of ARCHITECTURE.md, in the order of the data's way. The application may use
    /// everything.
    static final List<Room> TABLE =
            List.of(
                    room("core").uses(),
                    room("decode").uses("core"),
                    room("conditions")
                            .uses("core")
                            .and("org.jdbi", "org.flywaydb", "org.sqlite")
                            .and("com.github.luben.zstd")
                            .and("tools.jackson", "com.fasterxml.jackson.annotation"),
                    room("calibrate").uses("core", "conditions").and("org.hipparchus"),
                    room("export")
                            .uses("core")
                            .and("org.jfree", "org.apache.pdfbox", "de.rototor.pdfbox")
                            .and("de.siegmar.fastcsv"),
                    room("trigger").uses("core", "conditions").and("de.siegmar.fastcsv"),
                    room("detectors")
                            .uses("core", "decode", "conditions", "calibrate", "export", "trigger")
                            .and("org.hipparchus", "de.siegmar.fastcsv"),
                    room("synthetic").uses("core", "decode", "detectors"));

    private static Room room(String name) {
        return new Room(name, List.of(), List.of());
    }

    private Room uses(String... stages) {
        return new Room(name, List.of(stages), libraries);
    }

    private Room and(String... packages) {
        List<String> all = new ArrayList<>(libraries);
        all.addAll(List.of(packages));
        return new Room(name, stages, all);
    }

    static Room named(String name) {
        return TABLE.stream().filter(room -> room.name.equals(name)).findFirst().orElseThrow();
    }

    String module() {
        return "tare-" + name;
    }

    String packages() {
        return "tare." + name + "..";
    }

    ArchRule mayUseNothingElse() {
        Stream<String> own = Stream.concat(Stream.of(name), stages.stream()).map(s -> "tare." + s);
        Stream<String> others = Stream.concat(libraries.stream(), ANNOTATIONS.stream());
        Stream<String> jdk = Stream.of("java", "javax");
        String[] allowed =
                Stream.of(own, others, jdk)
                        .flatMap(s -> s)
                        .map(s -> s + "..")
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .as(module() + " may use nothing but the JDK, " + stages + " and " + libraries);
    }
}
