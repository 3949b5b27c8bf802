package tare.calibrate.fit;

import java.util.List;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.channel.FitStatus;

/// How often a channel answers at each step of a scan, to its threshold and noise: the error
/// function known as s-curve, layout `threshold/1`.
///
/// The response is Φ((x − threshold) / noise), or 1 minus that where it falls with x; it is fitted
/// by maximum likelihood with binomial statistics. Iterates, at most 60 times; a fit that has not
/// arrived by then is "at bound". So is a step so sharp that all answers lie on one side of all
/// failures: its threshold is given midway, its error is 1/√12 of the distance, and its noise a
/// twentieth of the smallest distance between points. A threshold beside the scan, or a channel
/// that answers always or never, is "out of histogram range". Points without trials take no part;
/// `chi2` is the deviance.
public final class ThresholdFit implements ChannelFit<StepColumns> {
    private final BankLayout layout;

    /// @param unit of the stimulus: `VCal`
    public ThresholdFit(String unit) {
        layout =
                new BankLayout(
                        "threshold",
                        1,
                        List.of(
                                new FieldDefinition("threshold", unit, FieldType.F32),
                                new FieldDefinition("noise", unit, FieldType.F32),
                                new FieldDefinition("threshold_error", unit, FieldType.F32),
                                new FieldDefinition("noise_error", unit, FieldType.F32),
                                new FieldDefinition("chi2", "1", FieldType.F32),
                                new FieldDefinition("ndf", "1", FieldType.I32)));
    }

    @Override
    public BankLayout layout() {
        return layout;
    }

    @Override
    public void fit(StepColumns input, int fromChannel, int untilChannel, BankBuilder results) {
        ResultRows rows = ResultRows.of(this, input, fromChannel, untilChannel, results);
        float[] threshold = results.floats("threshold");
        float[] noise = results.floats("noise");
        float[] thresholdError = results.floats("threshold_error");
        float[] noiseError = results.floats("noise_error");
        float[] chi2 = results.floats("chi2");
        int[] ndf = results.ints("ndf");
        var response = new StepResponse(input.x());
        for (int channel = fromChannel; channel < untilChannel; channel++) {
            FitStatus status = response.load(input, channel);
            if (status == FitStatus.OK) status = response.fit();
            threshold[channel] = (float) response.threshold();
            noise[channel] = (float) response.noise();
            thresholdError[channel] = (float) response.thresholdError();
            noiseError[channel] = (float) response.noiseError();
            chi2[channel] = (float) response.deviance();
            ndf[channel] = Math.max(0, response.points() - 2);
            rows.end(channel, status);
        }
    }
}
