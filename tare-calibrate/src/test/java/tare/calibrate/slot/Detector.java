package tare.calibrate.slot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import tare.calibrate.accumulate.ChannelSet;
import tare.calibrate.accumulate.Sums;
import tare.conditions.payload.BankFormat;
import tare.core.bank.Column;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Journal;

/// A small detector whose samples are no whole numbers, so that the order of adding shows in the
/// last bits.
final class Detector {
    static final int CHANNELS = 7;
    static final FieldScheme SCHEME = FieldScheme.of("test", new BitField("channel", 12));
    static final SlotSums<Sums> SUMS =
            new SlotSums<>(new Sums(CHANNELS), channels(), Sums::fromBank);

    private Detector() {}

    static ChannelSet channels() {
        int[] ids = new int[CHANNELS];
        Arrays.setAll(ids, i -> 10 + 3 * i);
        return new ChannelSet(SCHEME, Column.of(ids));
    }

    /// Pedestals near 100 ADC that drift with time; how many depends on the name.
    static void samples(String name, long time, Sums sums) {
        var random = new Random(31L * name.hashCode() + time);
        int samples = 20 + random.nextInt(60);
        for (int i = 0; i < samples; i++) {
            int channel = random.nextInt(CHANNELS);
            sums.add(channel, 100 + channel + 0.01 * time + 3.3 * random.nextGaussian());
        }
    }

    static SlotInput<Sums> input(long position, String name, long time) {
        return new SlotInput<>(position, name, time, sums -> samples(name, time, sums));
    }

    /// A run of inputs in the order of time, some at the same time, with gaps.
    static List<SlotInput<Sums>> inOrder(int count, Random random) {
        var inputs = new ArrayList<SlotInput<Sums>>();
        long time = random.nextLong(1, 51);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) > 0) time += random.nextLong(1, random.nextInt(8) == 0 ? 41 : 5);
            inputs.add(input(i, "frame" + random.nextInt(1_000_000) + "-" + i, time));
        }
        return inputs;
    }

    /// The same inputs as a network delivers them: none later than the delay allows.
    static List<SlotInput<Sums>> shuffled(
            List<SlotInput<Sums>> inputs, long maxDelay, Random random) {
        record Delayed(SlotInput<Sums> input, double arrival) {}
        var delayed =
                inputs.stream()
                        .map(i -> new Delayed(i, i.time() + random.nextDouble() * maxDelay))
                        .sorted(Comparator.comparingDouble(Delayed::arrival))
                        .toList();
        var arrived = new ArrayList<SlotInput<Sums>>();
        for (Delayed one : delayed) {
            arrived.add(input(arrived.size(), one.input().name(), one.input().time()));
        }
        return arrived;
    }

    /// Finished slots, each with the bits of its sums.
    record Result(Slot slot, String sums) {
        static Result of(Slot slot, Sums sums) {
            return new Result(slot, bits(sums));
        }
    }

    static String bits(Sums sums) {
        return BankFormat.identity(sums.toBank(channels(), Journal.EMPTY)).hex();
    }

    static List<Result> run(Slots slots, List<SlotInput<Sums>> inputs) {
        var results = new ArrayList<Result>();
        var accumulation =
                new SlotAccumulation<>(
                        slots, SUMS, (slot, sums, _) -> results.add(Result.of(slot, sums)));
        for (SlotInput<Sums> input : inputs) accumulation.add(input);
        accumulation.closeAnyway();
        return results;
    }
}
