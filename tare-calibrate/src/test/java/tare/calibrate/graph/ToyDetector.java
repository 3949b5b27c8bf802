package tare.calibrate.graph;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import tare.calibrate.accumulate.Sums;
import tare.conditions.store.Candidate;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.FailureLimit;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.hash.Sha256;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.core.result.Result;
import tare.core.time.Moment;
import tare.core.time.TimeAxis;

/// A detector of 40 channels whose pedestals may jump at a run.
final class ToyDetector {
    static final int CHANNELS = 40;
    static final double NOISE_ADC = 2;
    static final int SAMPLES = 100;
    static final Author AUTHOR = new Author("ada", "test");
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T11:00:00Z"));
    static final FieldScheme SCHEME = FieldScheme.of("toy", new BitField("channel", 10));
    static final BankLayout LAYOUT = Layouts.msn("ADC");
    static final ErrorOf ERROR = new ErrorOf.Mean("rms", "n");

    private ToyDetector() {}

    static CalibrationType type(String name) {
        return type(name, 1e9);
    }

    static CalibrationType type(String name, double maxAdc) {
        return new CalibrationType(
                name,
                LAYOUT,
                SCHEME,
                TimeAxis.RUN,
                List.of(new Check.Range("mean", -1e9, maxAdc)),
                new FailureLimit.FewerThan(1));
    }

    static Moment run(long number) {
        return new Moment(TimeAxis.RUN, number);
    }

    /// One file per run.
    static List<RunData> runs(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(
                        run -> {
                            String name = "run" + run + ".raw";
                            return new RunData(name, run(run), Sha256.of(name));
                        })
                .toList();
    }

    /// Mean, rms and n of all samples of the inputs; pedestals are 100 + channel, and channels
    /// below `jumping` are higher by `jumpAdc` from run `jumpRun` on.
    static Algorithm pedestals(long seed, long jumpRun, int jumping, double jumpAdc) {
        return task -> {
            var sums = new Sums(CHANNELS);
            for (RunData input : task.inputs()) {
                long run = input.at().value();
                var random = new Random(seed * 1_000_003 + run);
                for (int i = 0; i < SAMPLES * CHANNELS; i++) {
                    int channel = i % CHANNELS;
                    double jump = run >= jumpRun && channel < jumping ? jumpAdc : 0;
                    sums.add(channel, 100 + channel + jump + NOISE_ADC * random.nextGaussian());
                }
            }
            return Result.of(List.of(candidate(sums)));
        };
    }

    private static Candidate candidate(Sums sums) {
        double[] means = new double[CHANNELS];
        double[] rms = new double[CHANNELS];
        int[] n = new int[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            n[i] = Math.toIntExact(sums.count(i));
            means[i] = sums.mean(i);
            rms[i] = Math.sqrt(sums.squaredDeviations(i) / n[i]);
        }
        return candidate(means, rms, n);
    }

    static Candidate candidate(double[] means, double[] rms, int[] n) {
        int[] ids = new int[CHANNELS];
        Arrays.setAll(ids, i -> i);
        var bank = BankBuilder.of(LAYOUT, SCHEME, ids);
        for (int i = 0; i < CHANNELS; i++) {
            bank.floats("mean")[i] = (float) means[i];
            bank.floats("rms")[i] = (float) rms[i];
            bank.ints("n")[i] = n[i];
        }
        return new Candidate(new BankName(0, "toy"), bank.freeze(Journal.EMPTY));
    }

    /// A bank with one value everywhere.
    static Candidate flat(double value) {
        double[] means = new double[CHANNELS];
        double[] rms = new double[CHANNELS];
        int[] n = new int[CHANNELS];
        Arrays.fill(means, value);
        Arrays.fill(rms, 1);
        Arrays.fill(n, SAMPLES);
        return candidate(means, rms, n);
    }
}
