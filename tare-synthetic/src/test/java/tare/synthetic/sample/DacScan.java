package tare.synthetic.sample;

import java.util.Arrays;
import java.util.stream.IntStream;
import tare.calibrate.accumulate.ChannelSet;
import tare.calibrate.accumulate.ScatterPoints;
import tare.calibrate.accumulate.Sums;
import tare.calibrate.cycle.Cycle;
import tare.calibrate.cycle.CycleRun;
import tare.calibrate.cycle.MeanPoints;
import tare.calibrate.cycle.Processor;
import tare.calibrate.cycle.Step;
import tare.calibrate.cycle.StepActions;
import tare.calibrate.fit.PointColumns;
import tare.calibrate.fit.ScatterLineFit;
import tare.calibrate.fit.SumColumns;
import tare.core.bank.Bank;
import tare.core.bank.Column;
import tare.core.bank.Layouts;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;
import tare.core.work.Workers;
import tare.synthetic.random.PlacedRandom;

/// A scan of a DAC over channels whose mean answer is linear in it: pulses inside DAC steps, sums
/// at each step to a point, points to a line. BaBar's toolkit was tested by the same.
final class DacScan {
    static final double[] DAC = {10, 20, 30, 45, 60, 80, 100, 120};
    static final double NOISE = 3;

    final Cycle cycle;
    final Processor<Sums, SumColumns> pulses;
    final Processor<ScatterPoints, PointColumns> points;
    private final int pulsesPerStep;
    private final long seed;
    private final double[] intercept;
    private final double[] slope;
    private final double[] noise;

    DacScan(int channels, int pulsesPerStep, long seed) {
        this.pulsesPerStep = pulsesPerStep;
        this.seed = seed;
        cycle = Cycle.outer("DAC", DAC).inner(Cycle.counted("pulse", pulsesPerStep));
        intercept = new double[channels];
        slope = new double[channels];
        noise = new double[channels];
        Arrays.fill(noise, NOISE);
        var random = new PlacedRandom(~seed);
        for (int channel = 0; channel < channels; channel++) {
            random.at(channel, 0);
            intercept[channel] = 200 + 20 * random.nextGaussian();
            slope[channel] = 5 + 0.5 * random.nextGaussian();
        }
        var tubes =
                new ChannelSet(
                        FieldScheme.of("tube", new BitField("tube", 20)),
                        Column.of(IntStream.range(0, channels).map(i -> 7 * i).toArray()));
        pulses = Processor.of(tubes, new Sums(channels), Layouts.msn("ADC"));
        points =
                Processor.of(
                        tubes, new ScatterPoints(channels, DAC.length), Layouts.line("DAC", "ADC"));
    }

    double intercept(int channel) {
        return intercept[channel];
    }

    double slope(int channel) {
        return slope[channel];
    }

    CycleRun run() {
        return CycleRun.of(cycle).on("DAC", new DacStep()).on("pulse", new Pulse());
    }

    Bank lines() {
        return points.finish(
                new ScatterLineFit("DAC", "ADC"), Workers.onCallingThread(), Journal.EMPTY);
    }

    /// The outer step: empties the sums, and turns them into points in the end.
    private final class DacStep implements StepActions {
        @Override
        public void begin(Step step) {
            pulses.begin();
        }

        @Override
        public void end(Step step) {
            var point = MeanPoints.of(pulses.accumulator(), step.setting(), 0);
            points.accumulate(point::forEach);
        }
    }

    /// The inner step: one pulse of all channels.
    private final class Pulse implements StepActions {
        private double[] mean = new double[intercept.length];
        private double dac = Double.NaN;

        @Override
        public void accumulate(Step step) {
            if (dac != step.setting("DAC")) answerTo(step.setting("DAC"));
            long pulse = pulsesPerStep * (long) dac + step.index();
            var source =
                    SimulatedSamples.of(mean.length, pulse + 1, seed, Response.gauss(mean, noise))
                            .pulses(pulse, pulse + 1);
            pulses.accumulate(source::forEach);
        }

        private void answerTo(double newDac) {
            dac = newDac;
            mean = new double[intercept.length];
            Arrays.setAll(mean, channel -> intercept[channel] + slope[channel] * newDac);
        }
    }
}
