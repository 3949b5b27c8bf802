package tare.synthetic.dirc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.store.Candidate;
import tare.core.bank.Bank;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.journal.Author;
import tare.detectors.dirc.DircDetector;
import tare.detectors.dirc.DircSetup;
import tare.detectors.dirc.T0Calibration;

/// The calibration against the truth of simulated flasher runs of the whole ring.
class DircT0Test {
    private static final Author AUTHOR = new Author("tester", "here");
    private static final int FLASHES = 1000;

    @TempDir private Path folder;

    private final DircDetector detector = new DircDetector();

    private List<Candidate> calibrate(DircTruth truth, long seed) throws IOException {
        Path file = folder.resolve("run-" + seed + ".tdc");
        new DircFlasher(detector.map(), truth, FLASHES, seed).run(_ -> {}).write(file);
        var calibration = new T0Calibration(detector);
        calibration.add(file);
        assertThat(calibration.tally().isBalanced()).isTrue();
        return calibration.candidates(AUTHOR, Instant.EPOCH);
    }

    private static Bank bank(List<Candidate> candidates, int tube) {
        return candidates.get(tube / DircSetup.RING.tubesOfSector()).content();
    }

    private static double value(List<Candidate> candidates, int tube, String field) {
        return bank(candidates, tube).column(field).value(tube % DircSetup.RING.tubesOfSector());
    }

    private static void add(T0Pulls pulls, DircTruth truth, List<Candidate> candidates) {
        for (Candidate sector : candidates) {
            int first = sector.name().number() * DircSetup.RING.tubesOfSector();
            pulls.add(truth, first, sector.content());
        }
    }

    /// Five runs: the mean of 53,000 pulls is known to 0.0044, their width to 0.0031.
    @Test
    void pullsAreUnit() throws IOException {
        var pulls = new T0Pulls();
        for (long seed = 1; seed <= 5; seed++) {
            DircTruth truth = DircTruth.draw(DircSetup.RING, DircFaults.SOME, seed);
            add(pulls, truth, calibrate(truth, seed));
        }
        assertThat(pulls.pulls().entries()).isEqualTo(5 * (10_752 - 30));
        assertThat(pulls.pulls().statistics().mean()).isEqualTo(0, within(0.02));
        assertThat(pulls.pulls().statistics().standardDeviation()).isEqualTo(1, within(0.02));
    }

    @Test
    void everyLiveTubeIsWithinFiveSigmaOfItsTruth() throws IOException {
        DircTruth truth = DircTruth.draw(DircSetup.RING, DircFaults.SOME, 1);
        var pulls = new T0Pulls();

        add(pulls, truth, calibrate(truth, 2));

        assertThat(pulls.pulls().entries()).isEqualTo(10_752 - 30);
        assertThat(pulls.largest()).isLessThan(5);
    }

    @Test
    void deadTubesHaveNoDataAndNobodyElse() throws IOException {
        DircTruth truth = DircTruth.draw(DircSetup.RING, DircFaults.SOME, 3);
        List<Candidate> candidates = calibrate(truth, 3);
        for (int tube = 0; tube < truth.tubes(); tube++) {
            int flag = bank(candidates, tube).flags().intAt(tube % DircSetup.RING.tubesOfSector());
            assertThat(new ChannelFlag(flag).fitStatus() == FitStatus.NO_DATA)
                    .as("tube %d", tube)
                    .isEqualTo(truth.fault(tube) == DircFault.DEAD);
        }
    }

    @Test
    void aTubeHasASampleForEveryAnswer() throws IOException {
        DircTruth truth = DircTruth.draw(DircSetup.RING, DircFaults.NONE, 4);
        List<Candidate> candidates = calibrate(truth, 4);
        for (int tube = 0; tube < truth.tubes(); tube++) {
            double expected = FLASHES * truth.illumination(tube);
            assertThat(value(candidates, tube, "n"))
                    .isEqualTo(expected, within(6 * Math.sqrt(expected)));
        }
        assertThat(bank(candidates, 0).header().pulses()).isEqualTo(FLASHES);
    }
}
