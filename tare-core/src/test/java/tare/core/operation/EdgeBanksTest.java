package tare.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.result.ErrorCode;

/// Every operation on banks at the edge: nothing in them, one channel, all flagged, no numbers.
class EdgeBanksTest {
    private static Bank numbers(float value, int n, int flag, int... ids) {
        var builder = BankBuilder.of(Samples.random(1, ids));
        Arrays.fill(builder.floats("mean"), value);
        Arrays.fill(builder.floats("rms"), value);
        Arrays.fill(builder.ints("n"), n);
        Arrays.fill(builder.flags(), flag);
        return builder.freeze(Samples.FITTED);
    }

    static List<Bank> banks() {
        int[] all = Samples.map().ids();
        return List.of(
                Samples.random(1, new int[0]),
                Samples.random(1, 5),
                numbers(80, 100, Integer.MAX_VALUE, all),
                numbers(Float.NaN, 100, 0, all),
                numbers(Float.POSITIVE_INFINITY, 100, 0, all),
                numbers(0, 0, 0, all),
                numbers(-0.0f, -5, 0, all),
                numbers(Float.MAX_VALUE, 1, 0, all),
                numbers(Float.MIN_VALUE, 1, 0, all));
    }

    @ParameterizedTest
    @MethodSource("banks")
    void givesABankOrAReasonAndOneEntry(Bank bank) {
        Stream<Operation> operations =
                Stream.concat(EveryOperation.alone(), EveryOperation.with(bank, bank));
        operations.forEach(
                operation -> {
                    var result = Samples.OPERATOR.apply(bank, operation);
                    assertThat(result.isSuccess()).as("%s: %s", operation, result).isTrue();
                    Bank after = result.orElseThrow();
                    assertThat(after.journal().entries()).hasSize(2);
                    assertThat(after.journal().firstBroken()).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("banks")
    void otherChannelsAreRefusedWhereTheyMustBeEqual(Bank bank) {
        Bank other = Samples.random(2, 1, 2, 1000);
        EveryOperation.ofEqualChannels(other)
                .forEach(
                        operation ->
                                assertThat(Samples.OPERATOR.apply(bank, operation).code())
                                        .as(operation.toString())
                                        .isEqualTo(ErrorCode.WRONG_STRUCTURE));
    }

    @ParameterizedTest
    @MethodSource("banks")
    void nothingFiniteComesOfWhatIsNotFinite(Bank bank) {
        boolean isFinite =
                Arrays.stream(bank.column("mean").toDoubleArray()).allMatch(Double::isFinite);
        if (isFinite) return;
        EveryOperation.ofEqualChannels(bank)
                .map(operation -> Samples.done(bank, operation))
                .flatMapToDouble(after -> Arrays.stream(after.column("mean").toDoubleArray()))
                .forEach(mean -> assertThat(Double.isFinite(mean)).isFalse());
    }
}
