package tare.conditions.store;

import java.util.List;
import java.util.Optional;
import tare.conditions.Samples;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.core.bank.Bank;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// Short words for what tests do with a store.
final class TestStore {
    static final String TAG = "ped-express";

    private TestStore() {}

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
        return new Campaign(
                TAG,
                type,
                run(since),
                candidates,
                Optional.empty(),
                Samples.AUTHOR,
                "test",
                Samples.WHEN);
    }
}
