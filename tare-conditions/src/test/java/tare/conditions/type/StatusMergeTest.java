package tare.conditions.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.conditions.Samples;
import tare.core.bank.Bank;
import tare.core.bank.Layouts;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Quality;
import tare.core.time.TimeAxis;

/// Flags of several types become one status.
class StatusMergeTest {
    private static final List<StatusRule> RULES =
            List.of(
                    new StatusRule("ped", new Marking(1, 1, Quality.BAD, Condition.DEAD)),
                    new StatusRule("ped", new Marking(6, 2, Quality.SUSPECT, Condition.UNSTABLE)),
                    new StatusRule("ped", new Marking(6, 6, Quality.BAD, Condition.NOISY)),
                    new StatusRule("t0", new Marking(1, 1, Quality.SUSPECT, Condition.NOISY)),
                    new StatusRule("t0", new Marking(2, 2, Quality.NOT_ASSESSED, Condition.ALIVE)));

    private static CalibrationType statusType(List<StatusRule> rules) {
        return new CalibrationType(
                        "status",
                        Layouts.STATUS,
                        Samples.SCHEME,
                        TimeAxis.RUN,
                        List.of(),
                        new FailureLimit.FewerThan(1))
                .with(new StatusTable(rules));
    }

    private static Bank merged(List<StatusRule> rules, Bank ped, Bank t0) {
        var channels = new StatusMerge.BankIds(Samples.SCHEME, ped.ids().toIntArray());
        return new StatusMerge(statusType(rules))
                .merged(
                        channels,
                        Map.of("ped", ped, "t0", t0),
                        Samples.WHEN,
                        Samples.AUTHOR,
                        "weekly");
    }

    private static Bank flagged(int... flags) {
        return Samples.bank(1, flags, new float[flags.length]);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,GOOD,ALIVE",
        "1,0,BAD,DEAD",
        "2,0,SUSPECT,UNSTABLE",
        "4,0,GOOD,ALIVE",
        "6,0,BAD,NOISY",
        "0,1,SUSPECT,NOISY",
        "0,2,NOT_ASSESSED,ALIVE",
        "2,1,SUSPECT,NOISY",
        "2,2,NOT_ASSESSED,UNSTABLE",
        "1,3,BAD,DEAD",
        "7,3,BAD,DEAD"
    })
    void theWorstThatAnyRuleSaysCounts(int ped, int t0, Quality quality, Condition condition) {
        var flag = new ChannelFlag(merged(RULES, flagged(ped), flagged(t0)).flags().intAt(0));

        assertThat(flag.quality()).isEqualTo(quality);
        assertThat(flag.condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfRulesDoesNotMatter(long seed) {
        var random = new Random(seed);
        int[] ped = random.ints(100, 0, 8).toArray();
        int[] t0 = random.ints(100, 0, 4).toArray();
        var shuffled = new ArrayList<>(RULES);
        Collections.shuffle(shuffled, random);

        assertThat(
                        merged(shuffled, flagged(ped), flagged(t0))
                                .differences(merged(RULES, flagged(ped), flagged(t0))))
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void aDryRunTellsEachChange() {
        Bank before = merged(RULES, flagged(1, 0, 0), flagged(0, 0, 0));
        Bank after = merged(RULES, flagged(0, 0, 1), flagged(0, 0, 0));

        assertThat(StatusMerge.changes(before, after))
                .extracting(StatusMerge.Change::toString)
                .containsExactly(
                        "crate 1 channel 0: bad, dead becomes normal",
                        "crate 1 channel 2: normal becomes bad, dead");
        assertThat(StatusMerge.changes(null, before)).hasSize(1);
        assertThat(StatusMerge.changes(after, after)).isEmpty();
    }

    @Test
    void theJournalNamesWhatWasMerged() {
        var entry = merged(RULES, flagged(1), flagged(0)).journal().entries().getFirst();

        assertThat(entry.what()).isEqualTo("merge status");
        assertThat(entry.details()).containsOnlyKeys("ped sha256", "t0 sha256");
        assertThatThrownBy(() -> new StatusMerge(Samples.type())).hasMessageContaining("status/1");
    }
}
