package tare.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorseFlagTest {
    /// From best to worst.
    private static final List<Quality> QUALITIES =
            List.of(Quality.GOOD, Quality.NOT_ASSESSED, Quality.SUSPECT, Quality.BAD);

    private static final List<Condition> CONDITIONS =
            List.of(
                    Condition.ALIVE,
                    Condition.REPLACED,
                    Condition.UNSTABLE,
                    Condition.NOISY,
                    Condition.SATURATED,
                    Condition.DEAD,
                    Condition.MASKED,
                    Condition.NOT_INSTRUMENTED);

    private static final List<FitStatus> FITS =
            List.of(
                    FitStatus.OK,
                    FitStatus.POOR_CHI2,
                    FitStatus.AT_BOUND,
                    FitStatus.OUT_OF_HISTOGRAM_RANGE,
                    FitStatus.TOO_FEW_SAMPLES,
                    FitStatus.SINGULAR_MATRIX,
                    FitStatus.NON_FINITE_INPUT,
                    FitStatus.NON_FINITE_RESULT,
                    FitStatus.NO_DATA,
                    FitStatus.NOT_FITTED);

    private static final List<Provenance> PROVENANCES =
            List.of(
                    Provenance.MEASURED,
                    Provenance.AVERAGED,
                    Provenance.FROM_REFERENCE,
                    Provenance.DEFAULT);

    private static void assertWorst(List<Integer> fromBestToWorst) {
        for (int i = 0; i < fromBestToWorst.size(); i++) {
            for (int j = 0; j < fromBestToWorst.size(); j++) {
                assertThat(WorseFlag.of(fromBestToWorst.get(i), fromBestToWorst.get(j)))
                        .isEqualTo(fromBestToWorst.get(Math.max(i, j)));
            }
        }
    }

    @Test
    void eachFieldHasItsOrderFromBestToWorst() {
        assertWorst(QUALITIES.stream().map(Quality::bits).toList());
        assertWorst(CONDITIONS.stream().map(Condition::bits).toList());
        assertWorst(FITS.stream().map(FitStatus::bits).toList());
        assertWorst(PROVENANCES.stream().map(Provenance::bits).toList());
        assertThat(QUALITIES).containsExactlyInAnyOrder(Quality.values());
        assertThat(CONDITIONS).containsExactlyInAnyOrder(Condition.values());
        assertThat(FITS).hasSize(FitStatus.UNKNOWN.ordinal());
        assertThat(PROVENANCES).containsExactlyInAnyOrder(Provenance.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15})
    void aStatusOfANewerVersionIsWorseThanAllWeKnowAndKeepsItsCode(int code) {
        for (FitStatus status : FITS) {
            assertThat(WorseFlag.of(status.bits(), code << 21)).isEqualTo(code << 21);
            assertThat(WorseFlag.of(code << 21, status.bits())).isEqualTo(code << 21);
        }
    }

    @Test
    void publicAndSingleBitsOfEitherCount() {
        int a = 0x5555 | ChannelFlag.VERIFY_FAILED | ChannelFlag.INDIRECT;
        int b = 0x00FF | ChannelFlag.VALIDATE_FAILED | ChannelFlag.OVERRIDDEN;
        assertThat(WorseFlag.of(a, b)).isEqualTo(a | b);
    }

    @Test
    void theOrderInWhichManyAreMergedDoesNotMatter() {
        long seed = 20261126;
        var random = new Random(seed);
        for (int trial = 0; trial < 100_000; trial++) {
            int a = random.nextInt() & Integer.MAX_VALUE;
            int b = random.nextInt() & Integer.MAX_VALUE;
            int c = random.nextInt() & Integer.MAX_VALUE;
            int ab = WorseFlag.of(a, b);
            boolean holds =
                    ab == WorseFlag.of(b, a)
                            && WorseFlag.of(ab, c) == WorseFlag.of(a, WorseFlag.of(b, c))
                            && WorseFlag.of(a, a) == a
                            && WorseFlag.of(a, 0) == a
                            && ab >= 0;
            assertThat(holds).as("seed %d: %x, %x, %x", seed, a, b, c).isTrue();
        }
    }
}
