package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.conditions.payload.BankFormat;
import tare.core.bank.Bank;
import tare.core.bank.HeaderFlag;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Provenance;
import tare.core.channel.Quality;
import tare.core.time.TimeAxis;

/// What validation does to flags and values, and verification does not.
class ValidationTest {
    private static final BankName NAME = new BankName(1, "crate1");
    private static final FailureLimit MANY = new FailureLimit.FewerThanFraction(1);
    private static final Check RANGE = new Check.Range("pedestal", 0, 255);
    private static final Check DIFFERENCE = new Check.Difference("pedestal", 2);

    private static CalibrationType marking(FailureLimit limit, Check... checks) {
        return new CalibrationType(
                "pedestal",
                Samples.LAYOUT,
                Samples.SCHEME,
                TimeAxis.RUN,
                CutTable.marking(List.of(checks), limit));
    }

    private static Validated validate(CalibrationType type, Bank bank, Bank reference) {
        return new Gatekeeper(type, Optional.empty(), Rules.NONE)
                .validate(NAME, bank, Evidence.of(reference));
    }

    private static ChannelFlag flag(Validated validated, int channel) {
        return new ChannelFlag(validated.bank().flags().intAt(channel));
    }

    @Test
    void eachCutSetsItsOwnBit() {
        var validated =
                validate(
                        marking(MANY, RANGE, DIFFERENCE),
                        Samples.bank(1, 80, 83, 300, 80),
                        Samples.bank(1, 80, 80, 300, 80));

        assertThat(flag(validated, 0).isNormal()).isTrue();
        assertThat(flag(validated, 1).publicBits()).isEqualTo(0b10);
        assertThat(flag(validated, 2).publicBits()).isEqualTo(0b01);
        assertThat(flag(validated, 1).toString()).contains("validate failed");
        assertThat(new HeaderFlag(validated.bank().header().flag()).has(HeaderFlag.VALIDATED))
                .isTrue();
    }

    /// 16 cuts, 17 channels; each of the first 16 fails one cut only.
    @Test
    void oneChannelPerPublicBit() {
        var checks = new ArrayList<Check>();
        float[] pedestals = new float[17];
        for (int bit = 0; bit < 16; bit++) {
            int code = bit + 1;
            pedestals[bit] = code;
            checks.add(Check.Plugin.of("not", 1, Map.of("value", Integer.toString(code))));
        }
        var rules = new Rules(List.of(new NotEqual()));
        var gate =
                new Gatekeeper(
                        marking(MANY, checks.toArray(Check[]::new)), Optional.empty(), rules);

        Validated validated = gate.validate(NAME, Samples.bank(1, pedestals), Evidence.NONE);

        for (int bit = 0; bit < 16; bit++) {
            assertThat(flag(validated, bit).publicBits()).as("channel %d", bit).isEqualTo(1 << bit);
        }
        assertThat(flag(validated, 16).isNormal()).isTrue();
    }

    /// Fails channels whose pedestal has a value.
    private static final class NotEqual implements Rule {
        @Override
        public String name() {
            return "not";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public BitSet failing(Question question) {
            double value = Double.parseDouble(question.parameters().getOrDefault("value", "0"));
            var failing = new BitSet();
            for (int i = 0; i < question.bank().size(); i++) {
                failing.set(i, question.bank().column("pedestal").value(i) == value);
            }
            return failing;
        }
    }

    @Test
    void bitsOutsideTheVerdictsMaskFlagOnly() {
        var type = marking(new FailureLimit.FewerThan(1), RANGE, DIFFERENCE);
        Bank moved = Samples.bank(1, 83);
        Bank reference = Samples.bank(1, 80);

        assertThat(validate(type, moved, reference).verdict()).isInstanceOf(Verdict.Rejected.class);
        Validated flagged = validate(type.with(new Flagging(0b01, List.of())), moved, reference);
        assertThat(flagged.verdict()).isInstanceOf(Verdict.Accepted.class);
        assertThat(flag(flagged, 0).publicBits()).isEqualTo(0b10);
        assertThat(flag(flagged, 0).toString()).doesNotContain("validate failed");
    }

    @Test
    void markingsMakeQualityAndConditionAtLeastThatBad() {
        var type =
                marking(MANY, RANGE, DIFFERENCE)
                        .with(
                                new Flagging(
                                        ChannelFlag.PUBLIC_MASK,
                                        List.of(
                                                new Marking(1, 1, Quality.BAD, Condition.DEAD),
                                                new Marking(
                                                        2,
                                                        2,
                                                        Quality.SUSPECT,
                                                        Condition.UNSTABLE))));
        int noisy = ChannelFlag.NORMAL.with(Condition.NOISY).bits();

        Validated validated =
                validate(
                        type,
                        Samples.bank(1, new int[] {0, noisy, 0}, new float[] {300, 83, 80}),
                        Samples.bank(1, 80, 80, 80));

        assertThat(flag(validated, 0).quality()).isEqualTo(Quality.BAD);
        assertThat(flag(validated, 0).condition()).isEqualTo(Condition.DEAD);
        assertThat(flag(validated, 1).quality()).isEqualTo(Quality.SUSPECT);
        assertThat(flag(validated, 1).condition()).as("noisy is worse").isEqualTo(Condition.NOISY);
        assertThat(flag(validated, 2).isNormal()).isTrue();
    }

    @Test
    void failingChannelsTakeTheReferencesValuesAndKeepTheirEvidence() {
        var type =
                marking(MANY, RANGE, DIFFERENCE)
                        .with(Policy.LENIENT.with(Policy.FailingChannels.REPLACE));
        int bad = ChannelFlag.NORMAL.with(Quality.BAD).bits();

        Validated validated =
                validate(
                        type,
                        Samples.bank(1, 300, 300, 81),
                        Samples.bank(1, new int[] {0, bad, 0}, new float[] {80, 80, 80}));

        assertThat(validated.bank().column("pedestal").toFloatArray())
                .as("the second has no good reference")
                .containsExactly(80, 300, 81);
        assertThat(flag(validated, 0).provenance()).isEqualTo(Provenance.FROM_REFERENCE);
        assertThat(flag(validated, 0).publicBits()).isEqualTo(0b11);
        assertThat(flag(validated, 1).provenance()).isEqualTo(Provenance.MEASURED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void validatingTwiceChangesNothingMore(long seed) {
        var random = new Random(seed);
        int n = 200;
        float[] now = new float[n];
        float[] before = new float[n];
        int[] flags = new int[n];
        for (int i = 0; i < n; i++) {
            before[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(300);
            now[i] = random.nextInt(20) == 0 ? Float.NaN : before[i] + random.nextInt(5);
            if (random.nextInt(10) == 0) {
                flags[i] = Quality.values()[random.nextInt(4)].bits();
            }
        }
        var type =
                marking(
                                new FailureLimit.FewerThanFraction(random.nextDouble(0.1, 1)),
                                RANGE,
                                DIFFERENCE,
                                new Check.BadChannels(new FailureLimit.FewerThanFraction(0.3)))
                        .with(
                                new Flagging(
                                        random.nextInt(4),
                                        List.of(
                                                new Marking(1, 1, Quality.BAD, Condition.DEAD),
                                                new Marking(
                                                        3, 2, Quality.BAD, Condition.UNSTABLE))))
                        .with(Policy.LENIENT.with(Policy.FailingChannels.REPLACE));
        Bank candidate = Samples.bank(1, flags, now);
        Bank reference = Samples.bank(1, before);

        Validated once = validate(type, candidate, reference);
        Validated twice = validate(type, once.bank(), reference);

        assertThat(twice.bank().differences(once.bank())).as("seed %d", seed).isEmpty();
        assertThat(twice.verdict().getClass()).isEqualTo(once.verdict().getClass());
        assertThat(twice.failing()).isEqualTo(once.failing());
    }

    @Test
    void verificationHasItsOwnCutsAndChangesNothing() {
        var type =
                marking(new FailureLimit.FewerThan(1), RANGE)
                        .verifiedBy(
                                CutTable.marking(
                                        List.of(DIFFERENCE), new FailureLimit.FewerThan(1)));
        var gate = new Gatekeeper(type, Optional.empty(), Rules.NONE);
        Bank candidate = Samples.bank(1, 83);
        var before = BankFormat.identity(candidate);
        Evidence evidence = Evidence.of(Samples.bank(1, 80));

        assertThat(gate.verify(NAME, candidate, evidence)).isInstanceOf(Verdict.Rejected.class);
        assertThat(gate.validate(NAME, candidate, evidence).verdict())
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(gate.verify(NAME, Samples.bank(1, 81), evidence))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(BankFormat.identity(candidate)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"1,2,true", "1,3,false", "2,5,true", "2,6,false"})
    void aBankMayHaveALimitOfItsOwn(int bank, int failing, boolean accepted) {
        CutTable table =
                CutTable.of(List.of(RANGE), new FailureLimit.FewerThan(6))
                        .withLimit(1, new FailureLimit.FewerThan(3));
        var type =
                new CalibrationType(
                        "pedestal", Samples.LAYOUT, Samples.SCHEME, TimeAxis.RUN, table);
        float[] pedestals = new float[10];
        Arrays.fill(pedestals, 0, failing, 300);

        Verdict verdict =
                new Gatekeeper(type, Optional.empty(), Rules.NONE)
                        .judge(
                                new BankName(bank, "crate" + bank),
                                Samples.bank(bank, pedestals),
                                null);

        assertThat(verdict instanceof Verdict.Accepted).isEqualTo(accepted);
    }

    @Test
    void anOverrideAcceptsContentAndSaysSoInHeaderAndChannels() {
        var type = marking(new FailureLimit.FewerThan(1), RANGE);
        var request = new OverrideRequest("new tubes", "ada");

        Validated validated =
                validate(type, Samples.bank(1, 300, 80), Samples.bank(1, 80, 80))
                        .overridden(request);

        assertThat(((Verdict.Accepted) validated.verdict()).warnings())
                .first()
                .isEqualTo("accepted by override of ada: new tubes");
        assertThat(flag(validated, 0).toString()).contains("overridden");
        assertThat(flag(validated, 1).isNormal()).isTrue();
        int header = validated.bank().header().flag();
        assertThat(new HeaderFlag(header).has(HeaderFlag.OVERRIDDEN)).isTrue();
        assertThat(new HeaderFlag(header).has(HeaderFlag.VALIDATED)).isFalse();
    }

    @Test
    void structureIsNeverOverridden() {
        var type = marking(new FailureLimit.FewerThan(1), RANGE);
        Bank empty = Samples.anyBank(3, new Random(1));

        Validated validated = validate(type, empty, Samples.bank(1, 80));

        assertThat(validated.overridden(new OverrideRequest("please", "ada"))).isSameAs(validated);
        assertThatThrownBy(() -> new OverrideRequest(" ", "ada"))
                .hasMessageContaining("needs a reason");
    }
}
