package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tare.core.operation.Samples.OPERATOR;
import static tare.core.operation.Samples.done;
import static tare.core.operation.Samples.gains;
import static tare.core.operation.Samples.ms;
import static tare.core.operation.Samples.msn;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.FieldDefinition;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Layouts;
import tare.core.bank.Origin;
import tare.core.channel.ChannelFlag;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.core.operation.Arithmetic.Absolute;
import tare.core.operation.Arithmetic.Add;
import tare.core.operation.Arithmetic.Apply;
import tare.core.operation.Arithmetic.Divide;
import tare.core.operation.Arithmetic.Inverse;
import tare.core.operation.Arithmetic.Multiply;
import tare.core.operation.Arithmetic.Negate;
import tare.core.operation.Arithmetic.Offset;
import tare.core.operation.Arithmetic.Pull;
import tare.core.operation.Arithmetic.Round;
import tare.core.operation.Arithmetic.Scale;
import tare.core.operation.Arithmetic.Subtract;
import tare.core.result.ErrorCode;
import tare.core.result.Result;

class ArithmeticTest {
    private static float[] floats(Bank bank, String field) {
        return bank.column(field).toFloatArray();
    }

    private static List<String> units(Bank bank) {
        return bank.layout().fields().stream().map(FieldDefinition::unit).toList();
    }

    private static Bank one(float mean, float rms, int n) {
        return msn(new float[] {mean}, new float[] {rms}, new int[] {n});
    }

    @Test
    void scalingMultipliesTheRmsByTheSizeOfTheFactor() {
        Bank scaled = done(one(10, 2, 100), new Scale(-1.5));
        assertThat(floats(scaled, "mean")).containsExactly(-15);
        assertThat(floats(scaled, "rms")).containsExactly(3);
        assertThat(scaled.column("n").intAt(0)).isEqualTo(100);
    }

    @Test
    void anOffsetLeavesTheRms() {
        Bank moved = done(ms(50, new float[] {10}, new float[] {2}), new Offset(0.5));
        assertThat(floats(moved, "mean")).containsExactly(10.5f);
        assertThat(floats(moved, "rms")).containsExactly(2);
        assertThat(moved.header().pulses()).isEqualTo(50);
    }

    @Test
    void negationAndAbsoluteValueLeaveTheRms() {
        assertThat(floats(done(one(10, 2, 9), new Negate()), "mean")).containsExactly(-10);
        Bank absolute = done(one(-10, 2, 9), new Absolute());
        assertThat(floats(absolute, "mean")).containsExactly(10);
        assertThat(floats(absolute, "rms")).containsExactly(2);
    }

    /// σ(1/x) = σ/x².
    @Test
    void theInverseIsInTheInverseUnit() {
        Bank inverse = done(one(4, 2, 9), new Inverse());
        assertThat(floats(inverse, "mean")).containsExactly(0.25f);
        assertThat(floats(inverse, "rms")).containsExactly(0.125f);
        assertThat(units(inverse)).containsExactly("1/ADC", "1/ADC", "1");
    }

    @Test
    void theInverseOfZeroIsNoNumberAndFlagged() {
        Bank bank = msn(new float[] {0, 4}, new float[] {1, 1}, new int[] {9, 9});
        var result = OPERATOR.apply(bank, new Inverse());
        assertThat(result).isInstanceOf(Result.Warned.class);
        assertThat(floats(result.orElseThrow(), "mean")).containsExactly(Float.NaN, 0.25f);
        assertThat(floats(result.orElseThrow(), "rms")[0]).isNaN();
        var flag = new ChannelFlag(result.orElseThrow().flags().intAt(0));
        assertThat(flag.fitStatus()).isEqualTo(FitStatus.NON_FINITE_RESULT);
        assertThat(flag.quality()).isEqualTo(Quality.BAD);
        assertThat(result.orElseThrow().flags().intAt(1)).isZero();
    }

    @Test
    void whatWasNoNumberBeforeStaysSoWithoutANewFlag() {
        Bank bank = msn(new float[] {Float.NaN}, new float[] {1}, new int[] {9});
        var result = OPERATOR.apply(bank, new Scale(2));
        assertThat(result).isInstanceOf(Result.Done.class);
        assertThat(floats(result.orElseThrow(), "mean")).containsExactly(Float.NaN);
        assertThat(result.orElseThrow().flags().intAt(0)).isZero();
    }

    @Test
    void whatDoesNotFitAFloatIsNoNumberAndFlagged() {
        Bank result = done(one(1e30f, 1, 9), new Scale(1e30));
        assertThat(floats(result, "mean")).containsExactly(Float.NaN);
        assertThat(result.flags().intAt(0)).isEqualTo(Draft.NOT_COMPUTED);
    }

    @Test
    void ofADetectorsLayoutValuesErrorsAndArraysAreScaledAndCountsKept() {
        Bank scaled = done(gains(2, 0.5, 1, -1), new Scale(-2));
        assertThat(scaled.column("gain").doubleAt(0)).isEqualTo(-4);
        assertThat(scaled.column("gain_error").doubleAt(0)).isEqualTo(1);
        assertThat(scaled.column("points").intAt(0)).isEqualTo(7);
        assertThat(floats(scaled, "shape")).containsExactly(-2, 2);
    }

    @Test
    void aFormulaChangesOneFieldOnly() {
        var squares = new Formula("square", x -> x * x);
        Bank result = done(gains(3, 0.5, 2, 4), new Apply("shape", squares));
        assertThat(floats(result, "shape")).containsExactly(4, 16);
        assertThat(result.column("gain").doubleAt(0)).isEqualTo(3);
    }

    @Test
    void roundsTiesToEven() {
        Bank bank = gains(2.125, 0.125, 0.25f, 15);
        assertThat(done(bank, new Round("gain", 2)).column("gain").doubleAt(0)).isEqualTo(2.12);
        Bank rounded = done(bank, new Round("gain_error", 2));
        assertThat(rounded.column("gain_error").doubleAt(0)).isEqualTo(0.12);
        assertThat(floats(done(bank, new Round("shape", -1)), "shape")).containsExactly(0, 20);
    }

    /// σ² = σa² + σb² of the means, 4/√100 and 3/√25; n is the smaller one.
    @Test
    void errorsOfASumAddInQuadrature() {
        for (Operation operation : List.of(new Add(one(1, 3, 25)), new Subtract(one(1, 3, 25)))) {
            Bank result = done(one(10, 4, 100), operation);
            double error = Math.sqrt(0.4 * 0.4 + 0.6 * 0.6);
            assertThat(result.column("n").intAt(0)).isEqualTo(25);
            assertThat(floats(result, "rms")[0] / 5.0).isCloseTo(error, within(1e-6));
        }
    }

    @Test
    void relativeErrorsOfProductsAndQuotientsAddInQuadrature() {
        double relative = Math.hypot(0.4 / 10, 0.6 / 2);
        Bank product = done(one(10, 4, 100), new Multiply(one(2, 3, 25)));
        assertThat(floats(product, "mean")).containsExactly(20);
        assertThat(floats(product, "rms")[0] / 5.0 / 20).isCloseTo(relative, within(1e-6));
        assertThat(units(product)).containsExactly("ADC*ADC", "ADC*ADC", "1");
        Bank quotient = done(one(10, 4, 100), new Divide(one(2, 3, 25)));
        assertThat(floats(quotient, "mean")).containsExactly(5);
        assertThat(floats(quotient, "rms")[0] / 5.0 / 5).isCloseTo(relative, within(1e-6));
        assertThat(units(quotient)).containsExactly("1", "1", "1");
    }

    @Test
    void aProductWithZeroHasTheErrorOfTheOther() {
        Bank product = done(gains(0, 0.5, 0, 0), new Multiply(gains(3, 0.1, 1, 1)));
        assertThat(product.column("gain_error").doubleAt(0)).isEqualTo(1.5);
    }

    @Test
    void divisionByZeroIsFlagged() {
        Bank zero = msn(new float[] {0, 1}, new float[] {1, 1}, new int[] {9, 9});
        Bank bank = msn(new float[] {5, 5}, new float[] {1, 1}, new int[] {9, 9});
        Bank result = done(bank, new Divide(zero));
        assertThat(floats(result, "mean")).containsExactly(Float.NaN, 5);
        assertThat(result.flags().toIntArray()).containsExactly(Draft.NOT_COMPUTED, 0);
    }

    @Test
    void aPullIsAPureNumberWithErrorOne() {
        Bank pull = done(one(10, 4, 100), new Pull(one(9, 3, 100)));
        assertThat(floats(pull, "mean")).containsExactly(2);
        assertThat(floats(pull, "rms")).containsExactly(1);
        assertThat(pull.column("n").intAt(0)).isEqualTo(1);
        assertThat(units(pull)).containsExactly("1", "1", "1");
    }

    @Test
    void aPullNeedsErrors() {
        assertThat(OPERATOR.apply(gains(1, 1, 1, 1), new Pull(gains(1, 1, 1, 1))).code())
                .isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void subtractingWhatWasAddedGivesBackTheMeanToARounding(long seed) {
        Bank a = Samples.random(seed);
        Bank b = Samples.random(seed + 1000);
        Bank back = done(done(a, new Add(b)), new Subtract(b));
        for (int i = 0; i < a.size(); i++) {
            float mean = a.column("mean").floatAt(i);
            // The sum, about twice the mean, was rounded once.
            assertThat(back.column("mean").floatAt(i)).isCloseTo(mean, within(2 * Math.ulp(mean)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void propagatedErrorsAreTheSpreadOfSimulatedResults(long seed) {
        var random = new Random(seed);
        double a = random.nextDouble(5, 20);
        double b = random.nextDouble(5, 20);
        double sigmaA = 0.01 * a;
        double sigmaB = 0.02 * b;
        Bank x = gains(a, sigmaA, 1, 1);
        Bank y = gains(b, sigmaB, 1, 1);
        double quotient = done(x, new Divide(y)).column("gain_error").doubleAt(0);
        double product = done(x, new Multiply(y)).column("gain_error").doubleAt(0);
        var quotients = new double[20_000];
        var products = new double[quotients.length];
        for (int i = 0; i < quotients.length; i++) {
            double u = random.nextGaussian(a, sigmaA);
            double v = random.nextGaussian(b, sigmaB);
            quotients[i] = u / v;
            products[i] = u * v;
        }
        assertThat(spread(quotients)).isCloseTo(quotient, within(0.03 * quotient));
        assertThat(spread(products)).isCloseTo(product, within(0.03 * product));
    }

    private static double spread(double[] values) {
        return FieldStatistics.rms(values, FieldStatistics.mean(values));
    }

    @Test
    void flagsOfBothCountInTheResult() {
        Bank a = Samples.with(one(1, 1, 9), 0b01 | Quality.SUSPECT.bits());
        Bank b = Samples.with(one(1, 1, 9), 0b10 | Quality.BAD.bits());
        assertThat(done(a, new Add(b)).flags().intAt(0)).isEqualTo(0b11 | Quality.BAD.bits());
    }

    @Test
    void theResultIsUntestedAndDerived() {
        var tested =
                new HeaderFlag(HeaderFlag.REFERENCE | HeaderFlag.VALIDATED | HeaderFlag.VERIFIED);
        Bank bank = one(1, 1, 9);
        Bank stored = BankBuilder.of(bank).header(bank.header().with(tested)).freeze(Journal.EMPTY);
        assertThat(done(stored, new Scale(2)).header().state()).isEqualTo(HeaderFlag.NORMAL);
        assertThat(done(stored, new Add(stored)).header().state())
                .isEqualTo(HeaderFlag.NORMAL.with(Origin.DERIVED));
    }

    @Test
    void emptyBanksGiveEmptyBanks() {
        Bank empty = msn(new float[0], new float[0], new int[0]);
        assertThat(done(empty, new Scale(2)).size()).isZero();
        assertThat(done(empty, new Divide(empty)).size()).isZero();
    }

    @Test
    void otherChannelsAreRefusedWithTheDifferences() {
        Bank a = Samples.random(1, 1, 2, 3);
        Bank b = Samples.random(1, 2, 3, 4, 5);
        var result = OPERATOR.apply(a, new Add(b));
        assertThat(result.code()).isEqualTo(ErrorCode.WRONG_STRUCTURE);
        assertThat(((Result.Failed<Bank>) result).details())
                .containsExactly(
                        "1 channels only in the first, beginning with [1]",
                        "2 channels only in the second, beginning with [4, 5]");
    }

    @Test
    void otherUnitsCannotBeAdded() {
        Bank volts = BankBuilder.of(one(1, 1, 9)).layout(Layouts.msn("V")).freeze(Journal.EMPTY);
        var result = OPERATOR.apply(one(1, 1, 9), new Add(volts));
        assertThat(result.code()).isEqualTo(ErrorCode.WRONG_STRUCTURE);
        assertThat(result.toString()).contains("ADC and V");
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(OPERATOR.apply(one(1, 1, 9), new Scale(Double.NaN)).code())
                .isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(OPERATOR.apply(one(1, 1, 9), new Round("men", 2)).code())
                .isEqualTo(ErrorCode.BAD_ARGUMENT);
        assertThat(OPERATOR.apply(one(1, 1, 9), new Round("n", 2)).code())
                .isEqualTo(ErrorCode.BAD_ARGUMENT);
        Bank hot = BankBuilder.of(Layouts.STATUS, Samples.SCHEME, 1).freeze(Journal.EMPTY);
        assertThat(OPERATOR.apply(hot, new Scale(2)).code()).isEqualTo(ErrorCode.WRONG_STRUCTURE);
    }
}
