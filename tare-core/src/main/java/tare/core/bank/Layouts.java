package tare.core.bank;

import java.util.List;
import java.util.Set;

/// The generic layouts, of use to any detector. What a value is measured in depends on the
/// calibration, so units are passed in.
///
/// | layout | fields | one channel is |
/// | --- | --- | --- |
/// | `status/1` | – | a flag only: the hot list |
/// | `ms/1` | mean, rms | samples of which each channel has as many as the header has pulses |
/// | `msn/1` | mean, rms, n | samples |
/// | `line/1` | intercept, slope, var_intercept, covariance, var_slope, chi2, ndf, n | a straight
/// line |
/// | `eff/1` | passed, total | a counted efficiency |
/// | `gaus/1` | amplitude, mean, sigma, their errors, chi2, ndf | a Gaussian peak |
/// | `hist/1` | counts | a histogram with underflow first and overflow last |
/// | `whist/1` | sums, squares | the same of weighted entries: sums of weights and of their squares
/// |
/// | `scat/1` | n, x, y, dy | up to `capacity` points, the first `n` of which are valid |
///
/// The rms is that of the samples about their mean with 1/n, so that samples merge exactly; the
/// error of a mean is rms/√n. All but `whist/1` are transportable. The range of a histogram stands
/// in the header's extra values [#LOW] and [#HIGH].
public final class Layouts {
    /// Extra value of a histogram's header: where the first bin begins.
    public static final String LOW = "low";

    /// Extra value of a histogram's header: where the last bin ends.
    public static final String HIGH = "high";

    public static final BankLayout STATUS = new BankLayout("status", 1, List.of());
    public static final BankLayout EFF =
            new BankLayout("eff", 1, List.of(whole("passed"), whole("total")));

    private static final Set<String> NAMES =
            Set.of("status", "ms", "msn", "line", "eff", "gaus", "hist", "whist", "scat");

    private Layouts() {}

    /// @param unit of mean and rms: `ADC`
    public static BankLayout ms(String unit) {
        return new BankLayout("ms", 1, List.of(real("mean", unit), real("rms", unit)));
    }

    /// @param unit of mean and rms: `ns`
    public static BankLayout msn(String unit) {
        return new BankLayout("msn", 1, List.of(real("mean", unit), real("rms", unit), whole("n")));
    }

    /// @param xUnit of the stimulus: `DAC`
    /// @param yUnit of the response: `ADC`
    public static BankLayout line(String xUnit, String yUnit) {
        String slope = yUnit + "/" + xUnit;
        return new BankLayout(
                "line",
                1,
                List.of(
                        real("intercept", yUnit),
                        real("slope", slope),
                        real("var_intercept", "(" + yUnit + ")^2"),
                        real("covariance", "(" + yUnit + ")^2/" + xUnit),
                        real("var_slope", "(" + slope + ")^2"),
                        real("chi2", "1"),
                        whole("ndf"),
                        whole("n")));
    }

    /// @param unit of mean and sigma; the amplitude is in entries
    public static BankLayout gaus(String unit) {
        return new BankLayout(
                "gaus",
                1,
                List.of(
                        real("amplitude", "1"),
                        real("mean", unit),
                        real("sigma", unit),
                        real("amplitude_error", "1"),
                        real("mean_error", unit),
                        real("sigma_error", unit),
                        real("chi2", "1"),
                        whole("ndf")));
    }

    /// @param bins without underflow and overflow, which are kept besides
    public static BankLayout hist(int bins) {
        return new BankLayout(
                "hist", 1, List.of(new FieldDefinition("counts", "1", FieldType.I32, bins + 2)));
    }

    /// @param bins without underflow and overflow, which are kept besides
    public static BankLayout weightedHist(int bins) {
        return new BankLayout(
                "whist",
                1,
                List.of(
                        new FieldDefinition("sums", "1", FieldType.F64, bins + 2),
                        new FieldDefinition("squares", "1", FieldType.F64, bins + 2)));
    }

    /// @param capacity points that fit
    public static BankLayout scat(int capacity, String xUnit, String yUnit) {
        return new BankLayout(
                "scat",
                1,
                List.of(
                        whole("n"),
                        new FieldDefinition("x", xUnit, FieldType.F32, capacity),
                        new FieldDefinition("y", yUnit, FieldType.F32, capacity),
                        new FieldDefinition("dy", yUnit, FieldType.F32, capacity)));
    }

    /// Whether a layout is `ms/1`, in any unit.
    public static boolean isMs(BankLayout layout) {
        return layout.hasSameShapeAs(ms("1"));
    }

    /// Whether a layout is `msn/1`, in any unit.
    public static boolean isMsn(BankLayout layout) {
        return layout.hasSameShapeAs(msn("1"));
    }

    /// Whether a layout bears one of the names above.
    public static boolean isGeneric(BankLayout layout) {
        return NAMES.contains(layout.name()) && layout.version() == 1;
    }

    private static FieldDefinition real(String name, String unit) {
        return new FieldDefinition(name, unit, FieldType.F32);
    }

    private static FieldDefinition whole(String name) {
        return new FieldDefinition(name, "1", FieldType.I32);
    }
}
