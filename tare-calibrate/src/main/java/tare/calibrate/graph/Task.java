package tare.calibrate.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tare.core.bank.Bank;
import tare.core.time.Moment;

/// What an algorithm is asked for: constants of one interval.
///
/// @param since when they begin to hold
/// @param inputs data of the interval, by time and name
/// @param parameters of the calibration
/// @param upstream outputs of the calibrations that this one depends on, by calibration and time
/// @param former what to start from: the last iteration, else the run before; empty if neither is
/// @param iteration 0 for the first
public record Task(
        Moment since,
        List<RunData> inputs,
        Map<String, String> parameters,
        Map<String, List<Output>> upstream,
        Optional<Output> former,
        int iteration) {
    public Task {
        inputs = List.copyOf(inputs);
    }

    /// The bank of an upstream calibration that holds at a moment.
    ///
    /// @throws IllegalArgumentException if the calibration is none of those that this one depends
    ///     on
    public Bank upstream(String calibration, int bank, Moment moment) {
        List<Output> outputs = upstream.get(calibration);
        if (outputs == null) {
            throw new IllegalArgumentException(
                    "the calibration depends on " + upstream.keySet() + ", not on " + calibration);
        }
        return Output.at(outputs, moment)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        calibration + " has nothing at " + moment))
                .bank(bank);
    }

    /// The same, to start from another output.
    Task from(Optional<Output> other) {
        return new Task(since, inputs, parameters, upstream, other, iteration);
    }

    /// The iteration after one that made this output.
    Task after(int done, Output output) {
        return new Task(since, inputs, parameters, upstream, Optional.of(output), done + 1);
    }
}
