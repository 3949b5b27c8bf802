package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FieldScheme;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.core.journal.JournalEntry;

class GatekeeperTest {
    private static final BankName NAME = new BankName(1, "crate1");
    private static final FailureLimit STRICT = new FailureLimit.FewerThan(1);
    private static final int BAD = ChannelFlag.NORMAL.with(Quality.BAD).bits();
    private static final int NOT_ASSESSED = ChannelFlag.NORMAL.with(Quality.NOT_ASSESSED).bits();

    private static Verdict judge(CalibrationType type, Bank bank) {
        return new Gatekeeper(type, Optional.empty(), Rules.NONE).judge(NAME, bank, null);
    }

    private static Verdict judge(CalibrationType type, Bank bank, Bank reference) {
        return new Gatekeeper(type, Optional.empty(), Rules.NONE).judge(NAME, bank, reference);
    }

    private static List<Failure> failures(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected) verdict).failures();
    }

    /// 100 channels at 80 ADC, the first ones at 300.
    private static Bank withOutliers(int count, int... flags) {
        float[] pedestals = new float[100];
        Arrays.fill(pedestals, 80);
        Arrays.fill(pedestals, 0, count, 300);
        return Samples.bank(1, Arrays.copyOf(flags, 100), pedestals);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "4,true", "5,false", "6,false"})
    void fewerThanNChannelsMayFail(int failing, boolean accepted) {
        var range = new Check.Range("pedestal", 0, 255);
        var number = Samples.type(new FailureLimit.FewerThan(5), range);
        var fraction = Samples.type(new FailureLimit.FewerThanFraction(0.05), range);

        assertThat(judge(number, withOutliers(failing)) instanceof Verdict.Accepted)
                .isEqualTo(accepted);
        assertThat(judge(fraction, withOutliers(failing)) instanceof Verdict.Accepted)
                .isEqualTo(accepted);
    }

    /// A partial scan assesses 10 of 100 channels.
    private static int[] onlyTenAssessed(Quality quality, int count) {
        int[] flags = new int[100];
        Arrays.fill(flags, 10, 100, Quality.NOT_ASSESSED.bits());
        Arrays.fill(flags, 0, count, quality.bits());
        return flags;
    }

    @ParameterizedTest
    @CsvSource({"4,true", "5,false", "10,false"})
    void sharesAreOfTheChannelsThatWereAssessed(int count, boolean accepted) {
        var half = new FailureLimit.FewerThanFraction(0.5);
        var bad = Samples.type(STRICT, new Check.BadChannels(half));
        var range = Samples.type(half, new Check.Range("pedestal", 0, 255));

        Verdict ofBad = judge(bad, withOutliers(0, onlyTenAssessed(Quality.BAD, count)));
        Verdict ofRange = judge(range, withOutliers(count, onlyTenAssessed(Quality.GOOD, 0)));

        assertThat(ofBad instanceof Verdict.Accepted).isEqualTo(accepted);
        assertThat(ofRange instanceof Verdict.Accepted).isEqualTo(accepted);
        if (!accepted) {
            assertThat(failures(ofBad)).singleElement().asString().contains(count + " of 10");
            assertThat(failures(ofRange)).singleElement().asString().contains(count + " of 10");
        }
    }

    @Test
    void acceptedFailuresBecomeWarnings() {
        var type = Samples.type(new FailureLimit.FewerThan(5), new Check.Range("pedestal", 0, 255));

        var accepted = (Verdict.Accepted) judge(type, withOutliers(2));

        assertThat(accepted.warnings()).singleElement().asString().contains("2 of 100 channels");
    }

    @Test
    void channelsThatFailDifferentChecksCountTogether() {
        var type =
                Samples.type(
                        new FailureLimit.FewerThan(3),
                        new Check.Range("pedestal", 0, 255),
                        new Check.FlagRequired(ChannelFlag.VERIFY_FAILED, 0));
        int[] flags = new int[100];
        flags[98] = ChannelFlag.VERIFY_FAILED;
        flags[99] = ChannelFlag.VERIFY_FAILED;

        List<Failure> failures = failures(judge(type, withOutliers(2, flags)));

        assertThat(failures).hasSize(2);
        var ofFlag = (Failure.Content) failures.get(1);
        assertThat(ofFlag.failing()).isEqualTo(2);
        assertThat(ofFlag.examples().getFirst().channel()).isEqualTo("crate 1 channel 98");
        assertThat(ofFlag.examples().getFirst().value()).isEqualTo("verify failed");
    }

    @Test
    void knownBadChannelsAreNotJudgedButCounted() {
        int suspect = ChannelFlag.NORMAL.with(Quality.SUSPECT).bits();
        var range = new Check.Range("pedestal", 0, 255);
        var few = new Check.BadChannels(new FailureLimit.FewerThan(3));

        assertThat(judge(Samples.type(STRICT, range, few), withOutliers(2, BAD, BAD)))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(judge(Samples.type(STRICT, range, few), withOutliers(2, BAD, suspect)))
                .isInstanceOf(Verdict.Rejected.class);
        var tooMany =
                failures(judge(Samples.type(STRICT, range, few), withOutliers(3, BAD, BAD, BAD)));
        assertThat(tooMany)
                .singleElement()
                .asString()
                .contains("fewer than 3 bad channels: 3 of 100");
    }

    /// 60 of 100 channels were left out by a scan; of the other 40, 1 or 2 are wrong: 2.5 or 5 %.
    @ParameterizedTest
    @CsvSource({"1,true", "2,false"})
    void limitsAreSharesOfTheAssessedChannels(int wrong, boolean accepted) {
        int[] flags = new int[100];
        Arrays.fill(flags, 40, 100, NOT_ASSESSED);
        var limit = new FailureLimit.FewerThanFraction(0.05);
        var range = Samples.type(limit, new Check.Range("pedestal", 0, 255));
        var few = Samples.type(STRICT, new Check.BadChannels(limit));
        int[] withBad = flags.clone();
        Arrays.fill(withBad, 0, wrong, BAD);

        assertThat(judge(range, withOutliers(wrong, flags)) instanceof Verdict.Accepted)
                .isEqualTo(accepted);
        assertThat(judge(few, withOutliers(0, withBad)) instanceof Verdict.Accepted)
                .isEqualTo(accepted);
    }

    @Test
    void channelsThatWereNotAssessedAreNotComparedOnEitherSide() {
        var type = Samples.type(STRICT, new Check.Difference("pedestal", 1));
        Bank part = Samples.bank(1, new int[] {0, NOT_ASSESSED}, new float[] {80, 0});

        assertThat(judge(type, Samples.bank(1, 80, 90), part))
                .as("a full scan after a scan of a part")
                .isInstanceOf(Verdict.Accepted.class);
        var partAfterFull = (Verdict.Accepted) judge(type, part, Samples.bank(1, 80, 90));
        assertThat(partAfterFull.warnings())
                .containsExactly(
                        "channels that had constants until now and were not assessed this time: 1");
    }

    @Test
    void aBankWithoutAnAssessedChannelWarnsThatNothingWasChecked() {
        var type = Samples.type(STRICT, new Check.Range("pedestal", 0, 255));

        var accepted =
                (Verdict.Accepted)
                        judge(type, Samples.bank(1, new int[] {NOT_ASSESSED}, new float[] {300}));

        assertThat(accepted.warnings())
                .containsExactly("no channel was assessed: nothing was checked");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN,false",
        "Infinity,false",
        "0.0,true",
        "-0.0,true",
        "255.0,true",
        "255.00002,false"
    })
    void aRangeIncludesItsEndsAndNeverNaN(float value, boolean accepted) {
        var type = Samples.type(STRICT, new Check.Range("pedestal", 0, 255));

        assertThat(judge(type, Samples.bank(1, value)) instanceof Verdict.Accepted)
                .isEqualTo(accepted);
    }

    @Test
    void aDifferenceIsTakenChannelByChannel() {
        var type = Samples.type(STRICT, new Check.Difference("pedestal", 1));
        Bank reference = Samples.bank(1, new int[] {0, BAD}, new float[] {80, 10});

        assertThat(judge(type, Samples.bank(1, 81, 90, 70), reference))
                .as("the second is bad in the reference, the third is not in it")
                .isInstanceOf(Verdict.Accepted.class);
        var failure =
                (Failure.Content)
                        failures(judge(type, Samples.bank(1, 82, 90), reference)).getFirst();
        assertThat(failure.examples())
                .containsExactly(
                        new Failure.Example(1 << 20, "crate 1 channel 0", "82.0", "80.0 ± 1.0"));
        assertThat(judge(type, Samples.bank(1, Float.NaN), reference))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void aDifferenceFindsChannelsThatStandElsewhere() {
        var type = Samples.type(STRICT, new Check.Difference("pedestal", 1));
        Bank second = onlyChannels(1, 2);

        assertThat(judge(type, second, Samples.bank(1, 0, 80, 80)))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(judge(type, second, Samples.bank(1, 80, 80, 0)))
                .isInstanceOf(Verdict.Rejected.class);
    }

    private static Bank onlyChannels(int... channels) {
        int[] ids = Arrays.stream(channels).map(c -> 1 << 20 | c).toArray();
        float[] pedestals = new float[ids.length];
        Arrays.fill(pedestals, 80);
        return Bank.of(
                Samples.LAYOUT,
                Samples.SCHEME,
                Header.EMPTY,
                Column.of(ids),
                Column.of(new int[ids.length]),
                List.of(Column.of(pedestals), Column.of(new int[ids.length])),
                Samples.JOURNAL);
    }

    /// Channels 0 to 3 of crate 1 are bank 1.
    private static final SystemDefinition SYSTEM =
            new SystemDefinition() {
                @Override
                public Optional<BankName> bank(int number) {
                    return number == 1 ? Optional.of(NAME) : Optional.empty();
                }

                @Override
                public Column channelIds(int number) {
                    return Samples.bank(1, 0, 0, 0, 0).ids();
                }
            };

    private static String structure(BankName name, Bank bank) {
        Verdict verdict =
                new Gatekeeper(Samples.type(), Optional.of(SYSTEM), Rules.NONE)
                        .judge(name, bank, null);
        return verdict instanceof Verdict.Accepted ? "" : failures(verdict).toString();
    }

    @Test
    void theChannelsMustBeExactlyThoseOfTheBank() {
        assertThat(structure(NAME, onlyChannels(0, 1, 2, 3))).isEmpty();
        assertThat(structure(NAME, onlyChannels(1, 2, 7, 8)))
                .contains("2 missing channels, first: crate 1 channel 0, crate 1 channel 3")
                .contains("2 foreign channels, first: crate 1 channel 7, crate 1 channel 8");
        assertThat(structure(NAME, onlyChannels())).contains("4 missing channels");
        assertThat(structure(new BankName(1, "other"), onlyChannels(0, 1, 2, 3)))
                .contains("the detector calls it crate1 (bank 1)");
        assertThat(structure(new BankName(9, "other"), onlyChannels(0)))
                .contains("the detector has no bank 9");
    }

    @Test
    void reportsAllDifferencesOfStructureAndNothingOfContent() {
        var layout =
                new BankLayout(
                        "noise",
                        2,
                        List.of(
                                new FieldDefinition("pedestal", "e", FieldType.F32),
                                new FieldDefinition("entries", "1", FieldType.I32)));
        var scheme = FieldScheme.of("narrow", new BitField("channel", 3));
        Bank bank =
                Bank.of(
                        layout,
                        scheme,
                        Header.EMPTY,
                        Column.of(9),
                        Column.of(0),
                        List.of(Column.of(Float.NaN), Column.of(0)),
                        Journal.EMPTY);
        var type = Samples.type(STRICT, new Check.Range("pedestal", 0, 255));

        List<Failure> failures = failures(judge(type, bank));

        assertThat(failures).hasSize(1);
        assertThat(((Failure.Structure) failures.getFirst()).differences())
                .hasSize(6)
                .anySatisfy(
                        d -> assertThat(d).contains("layout is noise/2, the type wants pedestal/1"))
                .anySatisfy(d -> assertThat(d).startsWith("no field").contains("unit=ADC"))
                .anySatisfy(d -> assertThat(d).startsWith("foreign field").contains("unit=e"))
                .anySatisfy(d -> assertThat(d).contains("ids are of scheme"))
                .anySatisfy(d -> assertThat(d).contains("id 9 does not fit scheme narrow"))
                .anySatisfy(d -> assertThat(d).contains("no journal"));
    }

    @Test
    void anAlteredJournalIsAStructuralDifference() {
        JournalEntry entry = Samples.JOURNAL.entries().getFirst();
        var forged =
                new JournalEntry(
                        entry.when(),
                        entry.author(),
                        entry.what(),
                        entry.details(),
                        "another reason",
                        entry.previous(),
                        entry.hash());
        Bank bank =
                Bank.of(
                        Samples.LAYOUT,
                        Samples.SCHEME,
                        Header.EMPTY,
                        Column.of(1),
                        Column.of(0),
                        List.of(Column.of(80f), Column.of(1)),
                        new Journal(List.of(forged)));

        assertThat(failures(judge(Samples.type(), bank)).toString())
                .contains("journal entry 0 was altered");
    }

    @Test
    void typesNameOnlyFieldsThatExist() {
        assertThatThrownBy(() -> Samples.type(STRICT, new Check.Range("gain", 0, 1)))
                .hasMessageContaining("no field 'gain'");
        assertThatThrownBy(() -> new Check.Range("gain", 1, 0)).hasMessageContaining("empty");
        assertThatThrownBy(() -> new Check.FlagRequired(1, 2)).hasMessageContaining("mask");
        assertThatThrownBy(() -> new FailureLimit.FewerThan(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new FailureLimit.FewerThanFraction(Double.NaN))
                .hasMessageContaining("NaN");
    }
}
