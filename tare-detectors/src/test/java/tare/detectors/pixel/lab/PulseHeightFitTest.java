package tare.detectors.pixel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tare.core.channel.FitStatus;
import tare.detectors.pixel.lab.FitOutcome.Converged;
import tare.detectors.pixel.lab.FitOutcome.Failed;

class PulseHeightFitTest {
    private static final double[] VCAL = {
        30, 50, 80, 100, 130, 150, 180, 200, 210, 230, 250, 350, 490, 630, 1400
    };

    @ParameterizedTest
    @CsvSource({
        "ERROR_FUNCTION, 364, 436, 0.95, 130",
        "ERROR_FUNCTION, 318, 520, 1.30, 112",
        "HYPERBOLIC_TANGENT, 0.0029, 0.87, 124, 132",
        "HYPERBOLIC_TANGENT, 0.0019, 0.40, 165, 105"
    })
    void findsTheCurveThatMadeThePoints(
            CurveFamily family, double par0, double par1, double par2, double par3) {
        PulseHeightCurve truth = family.curve(par0, par1, par2, par3);
        var fit = new PulseHeightFit(family, FitRules.LEAST_SQUARES);

        Converged found = converged(fit.fit(VCAL, Arrays.stream(VCAL).map(truth::adc).toArray()));

        for (int k = 0; k < 4; k++) {
            double expected = truth.parameters()[k];
            assertThat(found.curve().parameters()[k])
                    .as("par" + k)
                    .isCloseTo(expected, within(1e-7 * expected));
        }
        assertThat(found.points()).isEqualTo(VCAL.length);
        assertThat(found.rmsResidualAdc()).isLessThan(1e-6);
        assertThat(found.status()).isEqualTo(FitStatus.OK);
    }

    /// With known errors chi2 follows its distribution: mean 11 for 15 points and 4 parameters, and
    /// the mean over 2,000 fits lies within five standard errors, 5 * sqrt(22 / 2000), of it.
    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void leavesAsMuchChi2AsThereAreDegreesOfFreedom(CurveFamily family) {
        PulseHeightCurve truth =
                switch (family) {
                    case ERROR_FUNCTION -> new ErrorFunction(364, 436, 1.1, 130);
                    case HYPERBOLIC_TANGENT -> new HyperbolicTangent(0.0029, 0.87, 124, 140);
                };
        var fit = new PulseHeightFit(family, FitRules.LEAST_SQUARES);
        long seed = 20_260_101;
        var random = new Random(seed);
        double sum = 0;
        for (int n = 0; n < 2000; n++) {
            double[] adc =
                    Arrays.stream(VCAL).map(v -> truth.adc(v) + random.nextGaussian()).toArray();
            sum += converged(fit.fit(VCAL, adc)).chi2();
        }

        assertThat(sum / 2000).as("seed " + seed).isCloseTo(11, within(5 * Math.sqrt(22 / 2000.0)));
    }

    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void leavesOutPointsWithoutResponse(CurveFamily family) {
        PulseHeightCurve truth = family.through(340, 0.33, 130);
        double[] adc = Arrays.stream(VCAL).map(truth::adc).toArray();
        Arrays.fill(adc, 0, 4, 0);

        Converged found =
                converged(new PulseHeightFit(family, FitRules.LEAST_SQUARES).fit(VCAL, adc));

        assertThat(found.points()).isEqualTo(VCAL.length - 4);
        assertThat(found.curve().adc(300)).isCloseTo(truth.adc(300), within(1e-6));
    }

    @Test
    void holdsTheRateAtItsBoundAndSaysSo() {
        PulseHeightCurve truth = new HyperbolicTangent(0.0029, 0.87, 124, 132);
        double[] adc = Arrays.stream(VCAL).map(truth::adc).toArray();

        Converged found =
                converged(
                        new PulseHeightFit(CurveFamily.HYPERBOLIC_TANGENT, FitRules.BENCH)
                                .fit(VCAL, adc));

        assertThat(found.status()).isEqualTo(FitStatus.AT_BOUND);
        assertThat(found.curve().parameters()[0]).isEqualTo(0.002);
        assertThat(found.rmsResidualAdc()).isGreaterThan(1);
    }

    @Test
    void saysWhyThereIsNoCurve() {
        double[] none = new double[VCAL.length];
        double[] few = new double[VCAL.length];
        Arrays.fill(few, 0, 4, 100);
        double[] flat = new double[VCAL.length];
        Arrays.fill(flat, 77);
        double[] broken = flat.clone();
        broken[3] = Double.NaN;

        assertThat(failed(none).status()).isEqualTo(FitStatus.NO_DATA);
        assertThat(failed(few).status()).isEqualTo(FitStatus.TOO_FEW_SAMPLES);
        assertThat(failed(few).reason()).contains("4 points").contains("5 are needed");
        assertThat(failed(flat).status()).isEqualTo(FitStatus.SINGULAR_MATRIX);
        assertThat(failed(broken).status()).isEqualTo(FitStatus.NON_FINITE_INPUT);
    }

    /// Whatever the points, an outcome: random bytes, also falling curves and steps.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endsForAnyPoints(long seed) {
        var random = new Random(seed);
        for (CurveFamily family : CurveFamily.values()) {
            for (FitRules rules : new FitRules[] {FitRules.LEAST_SQUARES, FitRules.BENCH}) {
                var fit = new PulseHeightFit(family, rules);
                for (int n = 0; n < 50; n++) {
                    int highest = 1 + random.nextInt(256);
                    double[] adc = random.ints(VCAL.length, 0, highest).asDoubleStream().toArray();
                    switch (fit.fit(VCAL, adc)) {
                        case Converged found ->
                                assertThat(found.rmsResidualAdc()).as("seed " + seed).isFinite();
                        case Failed(_, var reason) ->
                                assertThat(reason).as("seed " + seed).isNotBlank();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void turnsPulseHeightsBackIntoCharge(CurveFamily family) {
        PulseHeightCurve curve = family.through(340, 0.33, 130);

        for (double vcal : new double[] {20, 100, 340, 700}) {
            assertThat(curve.vcal(curve.adc(vcal))).isCloseTo(vcal, within(1e-6));
        }
        assertThat(curve.vcal(300)).isNotFinite();
    }

    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void hasTheDerivativesOfItsFormula(CurveFamily family) {
        double[] par = family.through(340, 0.33, 130).parameters();
        double[] gradient = new double[4];
        for (double vcal : new double[] {50, 340, 900}) {
            family.curve(par[0], par[1], par[2], par[3]).gradient(vcal, gradient);
            for (int k = 0; k < 4; k++) {
                double step = 1e-5 * par[k];
                double slope =
                        (at(family, par, k, step, vcal) - at(family, par, k, -step, vcal))
                                / (2 * step);
                assertThat(gradient[k])
                        .as("par" + k)
                        .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
            }
        }
    }

    @Test
    void refusesArraysOfDifferentLength() {
        var fit = new PulseHeightFit(CurveFamily.ERROR_FUNCTION, FitRules.LEAST_SQUARES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.fit(VCAL, new double[3]))
                .withMessageContaining("15 VCal settings");
    }

    private static double at(CurveFamily family, double[] par, int k, double step, double vcal) {
        double[] moved = par.clone();
        moved[k] += step;
        return family.curve(moved[0], moved[1], moved[2], moved[3]).adc(vcal);
    }

    private static Converged converged(FitOutcome outcome) {
        assertThat(outcome).isInstanceOf(Converged.class);
        return (Converged) outcome;
    }

    private static Failed failed(double[] adc) {
        FitOutcome outcome =
                new PulseHeightFit(CurveFamily.ERROR_FUNCTION, FitRules.LEAST_SQUARES)
                        .fit(VCAL, adc);
        assertThat(outcome).isInstanceOf(Failed.class);
        return (Failed) outcome;
    }
}
