package tare.conditions.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.DetectorDefinition;
import tare.conditions.type.Subsystem;
import tare.conditions.type.TypeVersion;
import tare.core.journal.Author;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

/// The registry through a store's connections.
record SqliteTypes(SqliteStore store) implements Types {
    @Override
    public Result<Long> initSubsystem(
            DetectorDefinition definition,
            CalibrationType statusType,
            Author author,
            String why,
            Authorisation authorisation) {
        var subsystem = new Subsystem(definition, statusType, List.of());
        if (!authorisation.grants(Role.BOOTSTRAP)) return unauthorised(Role.BOOTSTRAP);
        return store.write(
                handle -> {
                    var registry = new Registry(handle);
                    String detector = definition.detector();
                    if (registry.definition(detector).isPresent()) {
                        return Result.failed(
                                ErrorCode.CONFLICT,
                                "detector " + detector + " is defined in this store already");
                    }
                    return problem(handle, subsystem)
                            .<Result<Long>>map(SqliteTypes::failed)
                            .orElseGet(
                                    () ->
                                            Result.of(
                                                    add(
                                                            handle, subsystem, subsystem, author,
                                                            why)));
                });
    }

    @Override
    public Result<Boolean> ensure(Subsystem subsystem, Author author, Authorisation authorisation) {
        return store.write(
                handle -> {
                    var registry = new Registry(handle);
                    DetectorDefinition wanted = subsystem.definition();
                    var stored = registry.definition(wanted.detector());
                    if (stored.isPresent() && !stored.get().identity().equals(wanted.identity())) {
                        return Result.failed(
                                ErrorCode.CONFLICT, otherDefinition(wanted, stored.get()));
                    }
                    Map<String, Registry.NewestType> known = new TreeMap<>();
                    registry.newestOfAll().forEach(it -> known.put(it.version().name(), it));
                    var missing = new ArrayList<CalibrationType>();
                    var warnings = new ArrayList<String>();
                    for (CalibrationType type : all(subsystem)) {
                        Registry.NewestType there = known.get(type.name());
                        if (there == null || !there.content().isOfDetector()) missing.add(type);
                        else if (!there.content().equals(type)) warnings.add(otherContent(there));
                    }
                    if (stored.isPresent() && missing.isEmpty()) return Result.of(false, warnings);
                    if (!authorisation.grants(Role.BOOTSTRAP)) return unauthorised(Role.BOOTSTRAP);
                    Optional<Problem> problem = problem(handle, subsystem);
                    if (problem.isPresent()) return failed(problem.get());
                    add(handle, subsystem, missing, stored.isEmpty(), author, "");
                    return Result.of(true, warnings);
                });
    }

    private static List<CalibrationType> all(Subsystem subsystem) {
        var all = new ArrayList<CalibrationType>();
        all.add(subsystem.statusType());
        all.addAll(subsystem.types());
        return all;
    }

    private static String otherDefinition(
            DetectorDefinition wanted, Registry.StoredDefinition stored) {
        return "the store's definition of detector "
                + wanted.detector()
                + " is "
                + stored.identity().brief()
                + ", this program's "
                + wanted.identity().brief()
                + ": other channels are another store";
    }

    private static String otherContent(Registry.NewestType there) {
        return "type "
                + there.version()
                + " of the store has other content than this program's; store that as the next"
                + " with: tare conditions type store "
                + there.version().name();
    }

    @Override
    public Result<TypeVersion> store(TypeChange change) {
        return store.write(handle -> store(handle, change));
    }

    private Result<TypeVersion> store(Handle handle, TypeChange change) {
        var registry = new Registry(handle);
        CalibrationType type = change.type();
        Optional<Registry.NewestType> newest = registry.newest(type.name());
        Role needed = newest.isEmpty() ? Role.BOOTSTRAP : Role.TYPES;
        if (!change.authorisation().grants(needed)) return unauthorised(needed);
        if (!newest.map(Registry.NewestType::version).equals(change.after())) {
            return Result.failed(
                    ErrorCode.CONFLICT,
                    "the newest content of type "
                            + type.name()
                            + " is "
                            + newest.map(it -> it.version().toString()).orElse("none")
                            + ", not "
                            + change.after().map(TypeVersion::toString).orElse("none")
                            + ": look at it and try again");
        }
        if (newest.isPresent() && newest.get().retired()) {
            return Result.failed(ErrorCode.CONFLICT, "type " + type.name() + " is retired");
        }
        if (newest.isPresent() && newest.get().content().equals(type)) {
            return Result.of(newest.get().version());
        }
        List<String> objections =
                newest.map(it -> it.content().objections(type)).orElseGet(List::of);
        if (!objections.isEmpty()) {
            return new Result.Failed<>(
                    ErrorCode.WRONG_STRUCTURE,
                    "this cannot be the next content of type " + type.name(),
                    objections);
        }
        Optional<Problem> problem =
                problemOfDetector(registry, type).or(() -> problemOfTime(handle));
        if (problem.isPresent()) return failed(problem.get());
        long sequence = new Queries(handle).lastSequence() + 1;
        var inserts = new Inserts(handle);
        inserts.type(type, sequence);
        var details = new TreeMap<String, String>();
        details.put("type", type.name());
        details.put("type sha256", type.identity().hex());
        commit(handle, sequence, change.author(), "store type", details, change.why());
        return Result.of(registry.newest(type.name()).orElseThrow().version());
    }

    @Override
    public Result<Long> retire(
            String name, Author author, String why, Authorisation authorisation) {
        if (!authorisation.grants(Role.TYPES)) return unauthorised(Role.TYPES);
        return store.write(
                handle -> {
                    var registry = new Registry(handle);
                    Optional<Registry.NewestType> newest = registry.newest(name);
                    if (newest.isEmpty()) {
                        return Result.failed(ErrorCode.NOT_FOUND, "no type " + name);
                    }
                    if (newest.get().retired()) {
                        return Result.failed(
                                ErrorCode.CONFLICT, "type " + name + " is retired already");
                    }
                    Optional<Problem> problem = problemOfTime(handle);
                    if (problem.isPresent()) return failed(problem.get());
                    long sequence = new Queries(handle).lastSequence() + 1;
                    registry.retire(name, sequence);
                    commit(handle, sequence, author, "retire type", Map.of("type", name), why);
                    return Result.of(sequence);
                });
    }

    private record Problem(ErrorCode code, String text) {}

    private static <T> Result<T> failed(Problem problem) {
        return Result.failed(problem.code(), problem.text());
    }

    private static <T> Result<T> unauthorised(Role role) {
        return Result.failed(
                ErrorCode.NOT_AUTHORISED,
                "this needs the role " + role + ", which was not granted");
    }

    private Optional<Problem> problem(Handle handle, Subsystem subsystem) {
        for (CalibrationType type : all(subsystem)) {
            if (subsystem.definition().division(type.idScheme()).isPresent()) continue;
            return Optional.of(noDivision(type));
        }
        return problemOfTime(handle);
    }

    private static Optional<Problem> problemOfDetector(Registry registry, CalibrationType type) {
        if (!type.isOfDetector()) return Optional.empty();
        var definition = registry.definition(type.detector());
        if (definition.isEmpty()) {
            return Optional.of(
                    new Problem(
                            ErrorCode.NOT_FOUND,
                            "the store does not know detector "
                                    + type.detector()
                                    + ": its definition and status type come first"));
        }
        return DetectorDefinition.parse(definition.get().json())
                        .division(type.idScheme())
                        .isPresent()
                ? Optional.empty()
                : Optional.of(noDivision(type));
    }

    private static Problem noDivision(CalibrationType type) {
        return new Problem(
                ErrorCode.WRONG_STRUCTURE,
                "the definition of detector "
                        + type.detector()
                        + " has no division of the ids of type "
                        + type.name()
                        + ", "
                        + type.idScheme());
    }

    /// No types in the past: the store's clock must not be behind its own history.
    private Optional<Problem> problemOfTime(Handle handle) {
        Instant now = store.clock().instant();
        return new Queries(handle)
                .lastChangeOfTypes()
                .filter(now::isBefore)
                .map(
                        last ->
                                new Problem(
                                        ErrorCode.CONFLICT,
                                        "the clock says "
                                                + now
                                                + ", but types were changed at "
                                                + last
                                                + ": set the clock right"));
    }

    private long add(
            Handle handle, Subsystem subsystem, Subsystem whole, Author author, String why) {
        return add(handle, subsystem, all(whole), true, author, why);
    }

    private long add(
            Handle handle,
            Subsystem subsystem,
            List<CalibrationType> types,
            boolean define,
            Author author,
            String why) {
        long sequence = new Queries(handle).lastSequence() + 1;
        DetectorDefinition definition = subsystem.definition();
        var details = new TreeMap<String, String>();
        details.put("detector", definition.detector());
        details.put("definition sha256", definition.identity().hex());
        if (define) {
            new Registry(handle).insert(definition, subsystem.statusType().name(), sequence);
        }
        for (CalibrationType type : types) {
            new Inserts(handle).type(type, sequence);
            details.put("type " + type.name() + " sha256", type.identity().hex());
        }
        commit(handle, sequence, author, define ? "define detector" : "store types", details, why);
        return sequence;
    }

    private void commit(
            Handle handle,
            long sequence,
            Author author,
            String what,
            Map<String, String> details,
            String why) {
        new Inserts(handle)
                .commit(sequence, List.of(), store.clock().instant(), author, what, details, why);
    }

    @Override
    public List<Known> all() {
        return store.ask(
                queries ->
                        new Registry(queries.handle())
                                .newestOfAll().stream().map(SqliteTypes::known).toList());
    }

    @Override
    public Optional<Known> newest(String name) {
        return store.ask(
                queries -> new Registry(queries.handle()).newest(name).map(SqliteTypes::known));
    }

    private static Known known(Registry.NewestType type) {
        return new Known(type.version(), type.content(), type.retired());
    }

    @Override
    public List<DetectorDefinition> definitions() {
        return store.ask(
                queries ->
                        new Registry(queries.handle())
                                .definitions().stream().map(store::parsed).toList());
    }

    @Override
    public Optional<DetectorDefinition> definition(String detector) {
        return store.ask(
                queries -> new Registry(queries.handle()).definition(detector).map(store::parsed));
    }
}
