package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.NOISE_TAG;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.noiseCampaign;
import static tare.conditions.store.TestStore.run;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.conditions.view.Entry;

/// Several campaigns as one commit.
class SubmissionTest {
    @TempDir private Path folder;
    private ConditionsStore store;

    @BeforeEach
    void open() {
        String url = "sqlite:" + folder.resolve("tare.db");
        ConditionsStore.init(url);
        store = ConditionsStore.open(url);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void storesSeveralTagsAndTypesUnderOneSequence() {
        var outcome =
                (Outcome.Stored)
                        store.submit(
                                List.of(
                                        campaign(
                                                Samples.type(),
                                                100,
                                                candidate(1, Samples.bank(1, 80))),
                                        noiseCampaign(100, candidate(1, Samples.bank(1, 2)))));

        assertThat(outcome.sequence()).isEqualTo(1);
        assertThat(outcome.stored()).extracting(Entry::tag).containsExactly(TAG, NOISE_TAG);
        assertThat(store.view(run(100)).entries()).hasSize(2);
        for (String tag : List.of(TAG, NOISE_TAG)) {
            assertThat(store.history().log(tag, 9)).hasSize(1);
        }
        assertThat(store.history().log(9).getFirst().entry().details())
                .containsEntry("tag 1", TAG)
                .containsEntry("tag 2", NOISE_TAG);
        assertThat(store.history().firstBroken()).isEmpty();
    }

    @Test
    void oneRejectedBankRejectsAllCampaignsAndNamesItsTag() {
        var outcome =
                (Outcome.Rejected)
                        store.submit(
                                List.of(
                                        campaign(
                                                Samples.type(),
                                                100,
                                                candidate(1, Samples.bank(1, 80))),
                                        noiseCampaign(100, candidate(1, Samples.bank(1, 2000)))));

        assertThat(outcome.reasons()).extracting(Outcome.Rejection::tag).containsExactly(NOISE_TAG);
        assertThat(store.sequence()).isZero();
        assertThat(store.history().tags()).isEmpty();
        assertThat(store.history().types()).isEmpty();
    }

    @Test
    void aLaterCampaignIsComparedWithTheEarlierOne() {
        CalibrationType type =
                Samples.type(new FailureLimit.FewerThan(1), new Check.Difference("pedestal", 2));
        Campaign first = campaign(type, 100, candidate(1, Samples.bank(1, 80)));

        assertThat(
                        store.submit(
                                List.of(
                                        first,
                                        campaign(type, 200, candidate(1, Samples.bank(1, 90))))))
                .isInstanceOf(Outcome.Rejected.class);
        var outcome =
                (Outcome.Stored)
                        store.submit(
                                List.of(
                                        first,
                                        campaign(type, 200, candidate(1, Samples.bank(1, 81))),
                                        campaign(type, 300, candidate(1, Samples.bank(1, 81)))));

        assertThat(outcome.stored())
                .extracting(entry -> entry.valid().toString())
                .containsExactly("[run 100, run 200)", "[run 200, open)");
        assertThat(outcome.unchanged())
                .as("the third brings what the second has stored")
                .hasSize(1);
    }

    @Test
    void theSameSubmissionAgainStoresNothing() {
        List<Campaign> campaigns =
                List.of(
                        campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80))),
                        noiseCampaign(100, candidate(1, Samples.bank(1, 2))));
        store.submit(campaigns);

        assertThat(store.submit(campaigns)).isInstanceOf(Outcome.AlreadyStored.class);
        assertThat(store.sequence()).isEqualTo(1);
    }

    @Test
    void onlyCampaignsWithSomethingNewBelongToTheCommit() {
        Campaign old = campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80)));
        store.submit(old);

        store.submit(List.of(old, noiseCampaign(100, candidate(1, Samples.bank(1, 2)))));

        assertThat(store.history().log(TAG, 9)).hasSize(1);
        assertThat(store.history().log(NOISE_TAG, 9)).hasSize(1);
    }

    @Test
    void refusesWhatMakesNoSense() {
        Campaign one = campaign(Samples.type(), 100, candidate(1, Samples.bank(1, 80)));
        CalibrationType other =
                Samples.type(new FailureLimit.FewerThan(1), new Check.Range("pedestal", 0, 255));

        assertThatThrownBy(() -> store.submit(List.of()))
                .hasMessageContaining("nothing was submitted");
        assertThatThrownBy(() -> store.submit(List.of(one, one)))
                .hasMessageContaining("two campaigns for tag ped-express from run 100");
        assertThatThrownBy(
                        () ->
                                store.submit(
                                        List.of(
                                                one,
                                                campaign(
                                                        other,
                                                        200,
                                                        candidate(1, Samples.bank(1, 80))))))
                .hasMessageContaining("one content of type pedestal");
    }
}
