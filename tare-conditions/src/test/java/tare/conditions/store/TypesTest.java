package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.done;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.CutTable;
import tare.conditions.type.DetectorDefinition;
import tare.conditions.type.Division;
import tare.conditions.type.FailureLimit;
import tare.conditions.type.IdBlock;
import tare.conditions.type.Subsystem;
import tare.conditions.type.SystemDefinition;
import tare.conditions.type.TypeVersion;
import tare.core.bank.Column;
import tare.core.bank.Layouts;
import tare.core.result.ErrorCode;
import tare.core.result.Result;
import tare.core.time.TimeAxis;

/// Detectors and types: what comes first, who may, and what never goes back.
class TypesTest {
    private static final Authorisation BOOTSTRAP = Authorisation.of(Role.BOOTSTRAP);
    private static final Authorisation TYPES = Authorisation.of(Role.TYPES);
    private static final FailureLimit STRICT = new FailureLimit.FewerThan(1);

    /// Banks `crate0` and `crate1` of three channels each.
    static final DetectorDefinition LAMP = lamp(3);

    static final CalibrationType STATUS =
            new CalibrationType(
                            "lamp-status",
                            Layouts.STATUS,
                            Samples.SCHEME,
                            TimeAxis.RUN,
                            List.of(),
                            STRICT)
                    .of("lamp");
    static final CalibrationType PEDESTAL = Samples.type().of("lamp");

    private final class Clock implements InstantSource {
        @Override
        public Instant instant() {
            return now;
        }
    }

    private Instant now = Instant.parse("2026-11-26T09:00:00Z");

    @TempDir private Path folder;
    private String url;
    private ConditionsStore store;

    static DetectorDefinition lamp(int channels) {
        var banks = new ArrayList<Division.DefinedBank>();
        for (int crate = 0; crate < 2; crate++) {
            var ids =
                    IdBlock.of((int) Samples.SCHEME.pack(crate, 0), new IdBlock.Step(channels, 1));
            banks.add(new Division.DefinedBank(new BankName(crate, "crate" + crate), List.of(ids)));
        }
        return new DetectorDefinition("lamp", List.of(new Division(Samples.SCHEME, banks)));
    }

    @BeforeEach
    void open() {
        url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        store = ConditionsStore.open(url, new Clock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Result<Long> init(Authorisation authorisation) {
        return store.types().initSubsystem(LAMP, STATUS, Samples.AUTHOR, "new", authorisation);
    }

    private Result<TypeVersion> store(CalibrationType type, TypeVersion after, Authorisation as) {
        return store.types()
                .store(
                        new TypeChange(
                                type, Optional.ofNullable(after), Samples.AUTHOR, "cuts", as));
    }

    private static CalibrationType withRange(double max) {
        return new CalibrationType(
                        "pedestal",
                        Samples.LAYOUT,
                        Samples.SCHEME,
                        TimeAxis.RUN,
                        CutTable.of(List.of(new Check.Range("pedestal", 0, max)), STRICT))
                .of("lamp");
    }

    private Outcome submit(CalibrationType type, float... pedestals) {
        return store.submit(
                TestStore.campaign(type, 100, candidate(1, Samples.bank(1, pedestals))));
    }

    @Test
    void aDetectorComesFirstWithItsStatusTypeAndOnce() {
        assertThat(store(PEDESTAL, null, BOOTSTRAP).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(submit(PEDESTAL, 80, 80, 80).toString()).contains("does not know detector lamp");
        assertThat(init(Authorisation.NONE).code()).isEqualTo(ErrorCode.NOT_AUTHORISED);
        assertThat(store.sequence()).isZero();

        assertThat(init(BOOTSTRAP)).isEqualTo(Result.of(1L));

        assertThat(init(BOOTSTRAP).code()).as("a second time").isEqualTo(ErrorCode.CONFLICT);
        assertThat(store.types().definitions()).containsExactly(LAMP);
        assertThat(store.types().all())
                .containsExactly(new Types.Known(new TypeVersion("lamp-status", 1), STATUS, false));
        var entry = store.history().log(1).getFirst().entry();
        assertThat(entry.what()).isEqualTo("define detector");
        assertThat(entry.details()).containsEntry("definition sha256", LAMP.identity().hex());
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void theFirstOfATypeNeedsBootstrapAndLaterOnesTheRoleForTypes() {
        done(init(BOOTSTRAP));
        var first = new TypeVersion("pedestal", 1);

        assertThat(store(PEDESTAL, null, TYPES).code()).isEqualTo(ErrorCode.NOT_AUTHORISED);
        assertThat(store(PEDESTAL, null, BOOTSTRAP)).isEqualTo(Result.of(first));
        assertThat(store(withRange(255), first, BOOTSTRAP).code())
                .isEqualTo(ErrorCode.NOT_AUTHORISED);
        assertThat(store(withRange(255), first, TYPES))
                .isEqualTo(Result.of(new TypeVersion("pedestal", 2)));
        assertThat(store.history().type(first)).isEqualTo(PEDESTAL);
    }

    @Test
    void theNewestStoredContentValidatesTheNext() {
        done(init(BOOTSTRAP));
        TypeVersion first = store(PEDESTAL, null, BOOTSTRAP).orElseThrow();
        var other =
                new CalibrationType(
                        "pedestal",
                        "lamp",
                        Layouts.msn("ADC"),
                        Samples.SCHEME,
                        TimeAxis.RUN_LUMI,
                        CutTable.of(List.of(), STRICT),
                        CutTable.of(List.of(), STRICT),
                        PEDESTAL.flagging(),
                        PEDESTAL.policy(),
                        PEDESTAL.merging(),
                        Optional.empty());

        var failed = (Result.Failed<TypeVersion>) store(other, first, TYPES);

        assertThat(failed.code()).isEqualTo(ErrorCode.WRONG_STRUCTURE);
        assertThat(failed.details())
                .contains("the axis is RUN, not RUN_LUMI")
                .contains("the layout's name is pedestal, not msn")
                .contains("other fields need a layout version above 1");
    }

    @Test
    void aCampaignBringsTheNewestContent() {
        done(init(BOOTSTRAP));
        TypeVersion first = store(PEDESTAL, null, BOOTSTRAP).orElseThrow();
        assertThat(submit(PEDESTAL, 80, 80, 80)).isInstanceOf(Outcome.Stored.class);
        TypeVersion second = store(withRange(255), first, TYPES).orElseThrow();

        assertThat(submit(PEDESTAL, 81, 80, 80).toString())
                .contains("conflict")
                .contains("is not the newest in the store (pedestal/2");
        assertThat(submit(withRange(255), 81, 80, 80)).isInstanceOf(Outcome.Stored.class);
        assertThat(store(PEDESTAL, second, TYPES))
                .as("back to the first content, which has a number already")
                .isEqualTo(Result.of(first));
        assertThat(submit(PEDESTAL, 82, 80, 80)).isInstanceOf(Outcome.Stored.class);
        assertThat(submit(Samples.type(), 83).toString()).contains("belongs to detector lamp");
    }

    @Test
    void theStructureIsThatOfTheStoredDefinition() {
        done(init(BOOTSTRAP));
        done(store(PEDESTAL, null, BOOTSTRAP));

        assertThat(submit(PEDESTAL, 80, 80).toString())
                .contains("1 missing channels, first: crate 1 channel 2");
    }

    @Test
    void aProgramWithOtherChannelsIsRefused() {
        done(init(BOOTSTRAP));
        done(store(PEDESTAL, null, BOOTSTRAP));
        SystemDefinition other = lamp(4).divisions().getFirst();
        var campaign =
                new Campaign(
                        TAG,
                        PEDESTAL,
                        run(100),
                        List.of(candidate(1, Samples.bank(1, 80, 80, 80))),
                        Optional.of(other),
                        Samples.AUTHOR,
                        "",
                        Samples.WHEN);

        assertThat(store.submit(campaign).toString()).contains("other channels are another store");
        assertThat(store.types().ensure(subsystem(lamp(4)), Samples.AUTHOR, BOOTSTRAP).toString())
                .contains("other channels are another store");
    }

    private static Subsystem subsystem(DetectorDefinition definition) {
        return new Subsystem(definition, STATUS, List.of(PEDESTAL));
    }

    @Test
    void ensuringASubsystemAddsWhatIsMissingInOneCommit() {
        assertThat(store.types().ensure(subsystem(LAMP), Samples.AUTHOR, Authorisation.NONE).code())
                .isEqualTo(ErrorCode.NOT_AUTHORISED);

        assertThat(store.types().ensure(subsystem(LAMP), Samples.AUTHOR, BOOTSTRAP))
                .isEqualTo(Result.of(true));

        assertThat(store.sequence()).isEqualTo(1);
        assertThat(store.types().ensure(subsystem(LAMP), Samples.AUTHOR, Authorisation.NONE))
                .isEqualTo(Result.of(false));
        assertThat(submit(PEDESTAL, 80, 80, 80)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void ensuringWarnsOfAContentThatTheStoreHasOtherwise() {
        done(store.types().ensure(subsystem(LAMP), Samples.AUTHOR, BOOTSTRAP));
        done(store(withRange(255), new TypeVersion("pedestal", 1), TYPES));

        var warned =
                (Result.Warned<Boolean>)
                        store.types().ensure(subsystem(LAMP), Samples.AUTHOR, BOOTSTRAP);

        assertThat(warned.warnings())
                .singleElement()
                .asString()
                .contains("pedestal/2 of the store has other content");
    }

    @Test
    void aBenchTypeMayComeToADetector() {
        store.submit(
                TestStore.campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80, 80, 80))));

        done(store.types().ensure(subsystem(LAMP), Samples.AUTHOR, BOOTSTRAP));

        assertThat(store.types().newest("pedestal").orElseThrow().version().version()).isEqualTo(2);
        assertThat(submit(PEDESTAL, 81, 80, 80)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void noTypesInThePast() {
        done(init(BOOTSTRAP));
        now = now.minusSeconds(1);

        assertThat(store(PEDESTAL, null, BOOTSTRAP).toString())
                .contains("conflict")
                .contains("the clock says 2026-11-26T08:59:59Z");
        assertThat(store.sequence()).isEqualTo(1);

        now = now.plusSeconds(5);
        done(store(PEDESTAL, null, BOOTSTRAP));
        assertThat(store.history().log(1).getFirst().entry().when()).isEqualTo(now);
    }

    @Test
    void ofTwoWhoChangeATypeAtOnceOneWins() throws Exception {
        done(init(BOOTSTRAP));
        TypeVersion first = store(PEDESTAL, null, BOOTSTRAP).orElseThrow();
        var changes = new ArrayList<Callable<Result<TypeVersion>>>();
        for (double max : new double[] {200, 255}) {
            changes.add(
                    () -> {
                        try (var own = ConditionsStore.open(url, new Clock())) {
                            return own.types()
                                    .store(
                                            new TypeChange(
                                                    withRange(max),
                                                    Optional.of(first),
                                                    Samples.AUTHOR,
                                                    "",
                                                    TYPES));
                        }
                    });
        }
        var codes = new ArrayList<ErrorCode>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var future : threads.invokeAll(changes)) codes.add(future.get().code());
        }

        assertThat(codes).containsExactlyInAnyOrder(ErrorCode.OK, ErrorCode.CONFLICT);
        assertThat(store.types().newest("pedestal").orElseThrow().version().version()).isEqualTo(2);
    }

    @Test
    void aTypeIsRetiredAndNeverRemoved() throws SQLException {
        done(store.types().ensure(subsystem(LAMP), Samples.AUTHOR, BOOTSTRAP));
        submit(PEDESTAL, 80, 80, 80);

        assertThat(store.types().retire("pedestal", Samples.AUTHOR, "", Authorisation.NONE).code())
                .isEqualTo(ErrorCode.NOT_AUTHORISED);
        done(store.types().retire("pedestal", Samples.AUTHOR, "replaced", TYPES));

        assertThat(submit(PEDESTAL, 81, 80, 80).toString()).contains("was retired by commit 3");
        assertThat(store.types().newest("pedestal").orElseThrow().retired()).isTrue();
        assertThat(store(withRange(9), new TypeVersion("pedestal", 1), TYPES).code())
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(store.view(run(100)).bank(TAG, 1).bank().size()).isEqualTo(3);
        assertThat(store.history().type(new TypeVersion("pedestal", 1))).isEqualTo(PEDESTAL);
        assertThat(Arrays.stream(Types.class.getMethods()).map(m -> m.getName()))
                .noneMatch(name -> name.contains("delete") || name.contains("remove"));
    }

    @Test
    void aDefinitionWithOneChangedByteKeepsTheStoreShut() throws SQLException {
        done(init(BOOTSTRAP));
        try (var connection = DriverManager.getConnection("jdbc:" + url);
                var sql = connection.createStatement()) {
            sql.execute("DROP TRIGGER system_definition_update");
            sql.execute("UPDATE system_definition SET json = replace(json, 'crate1', 'crate2')");
        }

        assertThatThrownBy(() -> ConditionsStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the definition of detector lamp")
                .hasMessageContaining("was altered after it was stored");
    }

    @Test
    void aDefinitionStaysShortForMillionsOfChannels() {
        var banks = new ArrayList<Division.DefinedBank>();
        for (int module = 0; module < 1856; module++) {
            var pixels =
                    IdBlock.of(module << 17, new IdBlock.Step(160, 512), new IdBlock.Step(416, 1));
            banks.add(
                    new Division.DefinedBank(
                            new BankName(module, "module" + module), List.of(pixels)));
        }
        var pixel = new DetectorDefinition("pixel", List.of(new Division(Samples.SCHEME, banks)));

        assertThat(pixel.divisions().getFirst().channels()).isEqualTo(1856L * 66_560);
        assertThat(pixel.toJson().length()).isLessThan(250_000);
        assertThat(DetectorDefinition.parse(pixel.toJson())).isEqualTo(pixel);
        Column ids = pixel.divisions().getFirst().channelIds(7);
        assertThat(ids.size()).isEqualTo(66_560);
        assertThat(IdBlock.of(ids)).isEqualTo(pixel.divisions().getFirst().idBlocks(7));
    }
}
