package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Layouts;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.time.TimeAxis;

/// Each kind of check at its edges.
class ChecksTest {
    private static final BankName NAME = new BankName(1, "crate1");
    private static final FailureLimit STRICT = new FailureLimit.FewerThan(1);

    /// One channel with mean, rms and number of samples.
    private static Bank sample(float mean, float rms, int n) {
        BankBuilder builder = BankBuilder.of(Layouts.msn("ns"), Samples.SCHEME, 7);
        builder.floats("mean")[0] = mean;
        builder.floats("rms")[0] = rms;
        builder.ints("n")[0] = n;
        return builder.freeze(Samples.JOURNAL);
    }

    private static Bank withFlag(int flag) {
        BankBuilder builder = BankBuilder.of(sample(1, 1, 1));
        builder.flags()[0] = flag;
        return builder.freeze(Samples.JOURNAL);
    }

    private static CalibrationType type(Check check) {
        return new CalibrationType(
                "t0", Layouts.msn("ns"), Samples.SCHEME, TimeAxis.RUN, List.of(check), STRICT);
    }

    private static boolean passes(Check check, Bank bank, Bank reference) {
        var gate = new Gatekeeper(type(check), Optional.empty(), Rules.NONE);
        return gate.judge(NAME, bank, reference) instanceof Verdict.Accepted;
    }

    @ParameterizedTest
    @CsvSource({
        "10,11,true",
        "10,11.01,false",
        "10,9,true",
        "-10,-11,true",
        "0,0,true",
        "0,1e-9,false",
        "10,NaN,false"
    })
    void aRelativeDifferenceIsAShareOfTheReference(float before, float now, boolean passes) {
        var check = new Check.RelativeDifference("mean", 0.1);

        assertThat(passes(check, sample(now, 1, 1), sample(before, 1, 1))).isEqualTo(passes);
    }

    /// Means of 100 samples of rms 3 and 4 have errors 0.3 and 0.4: together 0.5.
    @ParameterizedTest
    @CsvSource({"12.4,true", "12.6,false", "7.6,true", "7.4,false", "NaN,false"})
    void aSignificanceIsInUnitsOfBothErrors(float now, boolean passes) {
        var error = new Uncertainty.OfMean("rms", "n");

        assertThat(
                        passes(
                                new Check.Significance("mean", error, 5),
                                sample(now, 4, 100),
                                sample(10, 3, 100)))
                .isEqualTo(passes);
    }

    @Test
    void anErrorMayStandInAFieldOrCountTheHeadersPulses() {
        var ofField = new Check.Significance("mean", new Uncertainty.OfField("rms"), 1);
        var ofPulses = new Check.Significance("mean", new Uncertainty.OfMean("rms", ""), 1);
        Header hundred = Header.of(100, Map.of());
        Bank now = BankBuilder.of(sample(14, 4, 1)).header(hundred).freeze(Samples.JOURNAL);
        Bank before = BankBuilder.of(sample(10, 3, 1)).header(hundred).freeze(Samples.JOURNAL);

        assertThat(passes(ofField, now, before)).as("4 of 5").isTrue();
        assertThat(passes(ofPulses, now, before)).as("4 of 0.5").isFalse();
    }

    @Test
    void withoutErrorsOnlyEqualValuesPass() {
        var check = new Check.Significance("mean", new Uncertainty.OfField("rms"), 5);

        assertThat(passes(check, sample(10, 0, 1), sample(10, 0, 1))).isTrue();
        assertThat(passes(check, sample(10.001f, 0, 1), sample(10, 0, 1))).isFalse();
    }

    @Test
    void aRangeOfRmsIsARangeOfItsField() {
        var check = new Check.Range("rms", 0.5, 2);

        assertThat(passes(check, sample(10, 2, 1), sample(0, 0, 0))).isTrue();
        assertThat(passes(check, sample(10, 2.01f, 1), sample(0, 0, 0))).isFalse();
        assertThat(passes(check, sample(10, 0.49f, 1), sample(0, 0, 0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9,false", "10,true", "11,true"})
    void entriesOfAFieldOrOfTheHeaderMustSuffice(int n, boolean passes) {
        Bank ofHeader =
                BankBuilder.of(sample(1, 1, 0))
                        .header(Header.of(n, Map.of()))
                        .freeze(Samples.JOURNAL);

        assertThat(passes(new Check.MinimumEntries("n", 10), sample(1, 1, n), sample(1, 1, 1)))
                .isEqualTo(passes);
        assertThat(passes(new Check.MinimumEntries("", 10), ofHeader, ofHeader)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"OK,true", "POOR_CHI2,true", "NO_DATA,false", "SINGULAR_MATRIX,false"})
    void theFitMustHaveEndedInAnAllowedWay(FitStatus status, boolean passes) {
        var check = new Check.FitStatusIn(EnumSet.of(FitStatus.OK, FitStatus.POOR_CHI2));
        Bank bank = withFlag(ChannelFlag.NORMAL.with(status).bits());

        assertThat(passes(check, bank, bank)).isEqualTo(passes);
    }

    /// Fails channels whose mean is above a parameter.
    private record Above(int version) implements Rule {
        @Override
        public String name() {
            return "above";
        }

        @Override
        public BitSet failing(Question question) {
            double limit = Double.parseDouble(question.parameters().getOrDefault("limit", "0"));
            var failing = new BitSet();
            for (int i = 0; i < question.bank().size(); i++) {
                failing.set(i, question.bank().column("mean").value(i) > limit);
            }
            return failing;
        }
    }

    @Test
    void aPluginRuleIsFoundByNameAndVersion() {
        var type = type(Check.Plugin.of("above", 2, Map.of("limit", "5")));
        var rules = new Rules(List.of(new Above(1), new Above(2)));
        var gate = new Gatekeeper(type, Optional.empty(), rules);

        assertThat(gate.judge(NAME, sample(5, 1, 1), null)).isInstanceOf(Verdict.Accepted.class);
        assertThat(gate.judge(NAME, sample(6, 1, 1), null).toString())
                .contains("rule above/2 {limit=5}: 1 of 1 channels fail");
        assertThatThrownBy(() -> new Rules(List.of(new Above(1), new Above(1))))
                .hasMessageContaining("same name and version");
    }

    @Test
    void aRuleThatIsNotInstalledRejectsAndCannotBeOverridden() {
        var type = type(Check.Plugin.of("above", 3, Map.of()));
        var gate = new Gatekeeper(type, Optional.empty(), new Rules(List.of(new Above(2))));

        Validated validated = gate.validate(NAME, sample(5, 1, 1), Evidence.NONE);

        assertThat(validated.verdict().toString()).contains("rule above/3 is not installed");
        assertThat(validated.overridden(new OverrideRequest("please", "ada")).verdict())
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void withoutAReferenceTheTypesPolicyDecides() {
        CalibrationType lenient = type(new Check.Difference("mean", 1));
        CalibrationType strict = lenient.with(Policy.STRICT);
        Bank bank = sample(10, 1, 1);

        assertThat(new Gatekeeper(lenient, Optional.empty(), Rules.NONE).judge(NAME, bank, null))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(
                        new Gatekeeper(strict, Optional.empty(), Rules.NONE)
                                .judge(NAME, bank, null)
                                .toString())
                .contains("no reference: cannot check that mean within 1.0 of the reference")
                .contains("bootstrap");
        assertThat(
                        new Gatekeeper(
                                        strict,
                                        Optional.empty(),
                                        Rules.NONE,
                                        Policy.MissingReference.WARN)
                                .judge(NAME, bank, null))
                .as("authorised to be the first")
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void knownBadChannelsOfTheStatusPass() {
        CalibrationType type = type(new Check.Range("mean", 0, 1));
        int bad = ChannelFlag.NORMAL.with(Quality.BAD).bits();
        BankBuilder status = BankBuilder.of(Layouts.STATUS, Samples.SCHEME, 5, 7);
        status.flags()[1] = bad;
        var gate = new Gatekeeper(type, Optional.empty(), Rules.NONE);
        Bank wrong = sample(10, 1, 1);

        var skipping = new Evidence(Optional.empty(), Optional.of(status.freeze(Samples.JOURNAL)));
        status.flags()[1] = 0;
        var notBad = new Evidence(Optional.empty(), Optional.of(status.freeze(Samples.JOURNAL)));

        assertThat(gate.validate(NAME, wrong, skipping).verdict())
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(gate.validate(NAME, wrong, notBad).verdict())
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void checksNameFieldsThatExistAndHaveOneValue() {
        assertThatThrownBy(() -> type(new Check.RelativeDifference("gain", 1)))
                .hasMessageContaining("no field 'gain'");
        assertThatThrownBy(
                        () -> type(new Check.Significance("mean", new Uncertainty.OfField("x"), 1)))
                .hasMessageContaining("no field 'x'");
        assertThatThrownBy(() -> new Check.MinimumEntries("n", 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new Check.RelativeDifference("mean", Double.NaN))
                .hasMessageContaining("NaN");
        var histogram =
                new BankLayout(
                        "h", 1, List.of(new FieldDefinition("counts", "1", FieldType.I32, 12)));
        assertThatThrownBy(
                        () ->
                                new CalibrationType(
                                        "h",
                                        histogram,
                                        Samples.SCHEME,
                                        TimeAxis.RUN,
                                        List.of(new Check.Range("counts", 0, 1)),
                                        STRICT))
                .hasMessageContaining("several values per channel");
    }
}
