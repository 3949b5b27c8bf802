package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import tare.conditions.Samples;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.core.bank.Bank;
import tare.core.result.Result;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// Short words for what tests do with a store.
final class TestStore {
    static final String TAG = "ped-express";

    static final String NOISE_TAG = "noise-express";

    private TestStore() {}

    /// What a test only needs to have happened.
    static void done(Result<?> result) {
        assertThat(result.isSuccess()).as(result.toString()).isTrue();
    }

    static Moment run(long number) {
        return new Moment(TimeAxis.RUN, number);
    }

    static Candidate candidate(int number, Bank bank) {
        return new Candidate(new BankName(number, "crate" + number), bank);
    }

    static Campaign campaign(CalibrationType type, long since, Candidate... candidates) {
        return campaign(type, since, List.of(candidates));
    }

    static Campaign campaign(CalibrationType type, long since, Iterable<Candidate> candidates) {
        return campaign(TAG, type, since, candidates);
    }

    /// Of another type, for another tag.
    static Campaign noiseCampaign(long since, Candidate... candidates) {
        CalibrationType pedestal = Samples.type();
        var noise =
                new CalibrationType(
                        "noise",
                        pedestal.layout(),
                        pedestal.idScheme(),
                        pedestal.axis(),
                        List.of(new Check.Range("pedestal", -1000, 1000)),
                        new FailureLimit.FewerThan(1));
        return campaign(NOISE_TAG, noise, since, List.of(candidates));
    }

    static Campaign campaign(
            String tag, CalibrationType type, long since, Iterable<Candidate> candidates) {
        return new Campaign(
                tag,
                type,
                run(since),
                candidates,
                Optional.empty(),
                Samples.AUTHOR,
                "test",
                Samples.WHEN);
    }
}
