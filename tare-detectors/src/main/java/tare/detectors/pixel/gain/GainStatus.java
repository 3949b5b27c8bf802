package tare.detectors.pixel.gain;

import org.jspecify.annotations.Nullable;
import tare.core.channel.Condition;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;

/// How the fit of one pixel ended. Codes and meaning are those of SiPixelGainCalibrationAnalysis;
/// a positive code means that the constants are used.
public enum GainStatus {
    NO_DATA(0, "no data", Quality.BAD, Condition.DEAD, FitStatus.NO_DATA),
    GOOD(1, "good fit", Quality.GOOD, Condition.ALIVE, FitStatus.OK),
    ON_PLATEAU(
            -2,
            "too many plateau points",
            Quality.BAD,
            Condition.SATURATED,
            FitStatus.TOO_FEW_SAMPLES),
    NO_PLATEAU(3, "no plateau", Quality.GOOD, Condition.ALIVE, FitStatus.OK),
    LOW_PROBABILITY(
            4, "probability below limit", Quality.SUSPECT, Condition.ALIVE, FitStatus.POOR_CHI2),
    HIGH_CHI2(5, "chi2/ndf above limit", Quality.SUSPECT, Condition.ALIVE, FitStatus.POOR_CHI2),
    NOT_A_NUMBER(
            -6,
            "slope or pedestal is NaN",
            Quality.BAD,
            Condition.ALIVE,
            FitStatus.NON_FINITE_RESULT),
    TOO_FEW_POINTS(-7, "too few points", Quality.BAD, Condition.ALIVE, FitStatus.TOO_FEW_SAMPLES),
    GAIN_OUT_OF_RANGE(
            -8, "gain out of range or negative", Quality.BAD, Condition.ALIVE, FitStatus.AT_BOUND);

    private static final int LOWEST_CODE = -8;
    private static final @Nullable GainStatus[] BY_CODE = byCode();

    private final int code;
    private final String label;
    private final int flag;

    GainStatus(int code, String label, Quality quality, Condition condition, FitStatus fitStatus) {
        this.code = code;
        this.label = label;
        // One public bit per status but GOOD tells apart what the private fields merge.
        int publicBit = code == 1 ? 0 : 1 << Math.abs(code);
        this.flag = publicBit | quality.bits() | condition.bits() | fitStatus.bits();
    }

    private static @Nullable GainStatus[] byCode() {
        @Nullable GainStatus[] byCode = new GainStatus[14];
        for (GainStatus status : values()) byCode[status.code - LOWEST_CODE] = status;
        return byCode;
    }

    /// The number that reports and published histograms use.
    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    /// Bits of the channel flag: public bit |code| (none for a good fit), quality, condition and
    /// fit status.
    public int flag() {
        return flag;
    }

    /// Whether the fitted constants are used.
    public boolean isUsable() {
        return code > 0;
    }

    /// @throws IllegalArgumentException if no status has the code
    public static GainStatus of(int code) {
        int at = code - LOWEST_CODE;
        GainStatus status = at < 0 || at >= BY_CODE.length ? null : BY_CODE[at];
        if (status == null) throw new IllegalArgumentException("no fit status has code " + code);
        return status;
    }
}
