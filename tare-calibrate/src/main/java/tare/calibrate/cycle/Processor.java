package tare.calibrate.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tare.calibrate.accumulate.Accumulator;
import tare.calibrate.accumulate.ChannelSet;
import tare.calibrate.fit.ChannelFit;
import tare.calibrate.fit.FitInput;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.core.work.Workers;

/// Takes samples of a set of channels and ends with a bank of constants of the same channels.
///
/// The same object serves in a read-out, on a stream, in a batch job and in a simulation: what
/// differs is the source of the samples. It begins, accumulates any number of times, and finishes;
/// finishing changes nothing, so an intermediate result is one call. Not thread-safe itself; it
/// hands parts to [Workers].
///
/// @param <A> what accumulates
/// @param <I> what the fit reads of it
public final class Processor<A extends Accumulator<A, I>, I extends FitInput> {
    private final ChannelSet channels;
    private final Bank example;
    private A accumulator;

    private Processor(ChannelSet channels, A accumulator, Bank example) {
        this.channels = channels;
        this.accumulator = accumulator;
        this.example = example;
    }

    /// A processor whose results begin as an example: its layout and header, and flags whose fields
    /// other than quality and status of the fit stay.
    ///
    /// @param channels who the channels of the input are, in dense order
    /// @param accumulator what is in it counts
    /// @throws IllegalArgumentException if the example has other channels, naming them, or the
    ///     accumulator another number of channels
    public static <A extends Accumulator<A, I>, I extends FitInput> Processor<A, I> of(
            ChannelSet channels, A accumulator, Bank example) {
        channels.differenceFrom(ChannelSet.of(example))
                .ifPresent(
                        difference -> {
                            throw new IllegalArgumentException(
                                    "results must have the channels of the input (here): "
                                            + difference);
                        });
        requireShape(channels, accumulator);
        return new Processor<>(channels, accumulator, example);
    }

    /// A processor whose results begin with all flags and values 0.
    ///
    /// @throws IllegalArgumentException if the accumulator has another number of channels
    public static <A extends Accumulator<A, I>, I extends FitInput> Processor<A, I> of(
            ChannelSet channels, A accumulator, BankLayout results) {
        int[] ids = channels.ids().toIntArray();
        Bank example = BankBuilder.of(results, channels.idScheme(), ids).freeze(Journal.EMPTY);
        return of(channels, accumulator, example);
    }

    private static void requireShape(ChannelSet channels, Accumulator<?, ?> accumulator) {
        if (accumulator.channels() != channels.size()) {
            throw new IllegalArgumentException(
                    "an accumulator of "
                            + accumulator.channels()
                            + " channels cannot serve "
                            + channels.size());
        }
    }

    public ChannelSet channels() {
        return channels;
    }

    /// What has been accumulated. Yours to read, and to fill where a source does not suit.
    public A accumulator() {
        return accumulator;
    }

    /// Begins anew, from nothing.
    public void begin() {
        accumulator.clear();
    }

    /// Begins from what another accumulator holds: partial sums of an earlier job, say.
    ///
    /// @param example taken over; do not use it any more
    /// @throws IllegalArgumentException if it has another number of channels
    public void begin(A example) {
        requireShape(channels, example);
        accumulator = example;
    }

    /// Takes samples: `processor.accumulate(source::forEach)`.
    ///
    /// @param source pushes into the accumulator; a method of a [tare.core.digi.SampleSource] or a
    ///     [tare.core.digi.PointSource]
    public void accumulate(Consumer<? super A> source) {
        source.accept(accumulator);
    }

    /// Takes samples of several sources at once. Each fills an accumulator of its own, and these
    /// are merged in the order of the sources, so the result does not depend on the workers.
    public void accumulate(List<? extends Consumer<? super A>> sources, Workers workers) {
        List<A> parts = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) parts.add(accumulator.empty());
        workers.run(
                IntStream.range(0, sources.size()).boxed().toList(),
                i -> sources.get(i).accept(parts.get(i)));
        parts.forEach(accumulator::merge);
    }

    /// The constants that follow from what has been accumulated so far.
    ///
    /// @param journal of the result
    /// @throws IllegalArgumentException if the fit gives another layout than the example has
    public Bank finish(ChannelFit<I> fit, Workers workers, Journal journal) {
        BankBuilder results = BankBuilder.of(example);
        fit.fit(accumulator.columns(), results, workers);
        int[] flags = results.flags();
        for (int channel = 0; channel < flags.length; channel++) {
            flags[channel] = judged(flags[channel], accumulator.status(channel));
        }
        return results.freeze(journal);
    }

    /// What the accumulator knows outweighs a fit that ended well, or for want of data.
    private static int judged(int flag, FitStatus status) {
        if (status == FitStatus.OK || status == FitStatus.NO_DATA) return flag;
        ChannelFlag fitted = new ChannelFlag(flag);
        boolean isFitted = fitted.fitStatus() == FitStatus.OK;
        if (!isFitted && fitted.fitStatus() != FitStatus.NO_DATA) return flag;
        return fitted.with(status).with(isFitted ? Quality.SUSPECT : Quality.BAD).bits();
    }

    /// All that has been accumulated, to go on from later.
    public Bank partialSums(Journal journal) {
        return accumulator.toBank(channels, journal);
    }
}
