package tare.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/// The layout of a flag, bit by bit. Positions are written out here, not taken from the code.
class ChannelFlagTest {

    private static final int QUALITY = 0b11 << 16;
    private static final int CONDITION = 0b111 << 18;
    private static final int FIT_STATUS = 0b1111 << 21;
    private static final int PROVENANCE = 0b11 << 25;

    /// Every pattern of the 15 private bits, over a few of the public ones.
    private static void forEveryPrivatePattern(IntConsumer flag) {
        for (int high = 0; high < 1 << 15; high++) {
            for (int low : new int[] {0, 0x5555, 0xAAAA, 0xFFFF}) flag.accept(high << 16 | low);
        }
    }

    private static void assertOnlyTouches(int mask, int before, ChannelFlag after) {
        if (((before ^ after.bits()) & ~mask) != 0) {
            throw new AssertionError(
                    Integer.toHexString(before) + " became " + Integer.toHexString(after.bits()));
        }
    }

    @Test
    void settingQualityTouchesBits16And17Only() {
        forEveryPrivatePattern(
                bits -> {
                    for (Quality quality : Quality.values()) {
                        var after = new ChannelFlag(bits).with(quality);
                        assertOnlyTouches(QUALITY, bits, after);
                        if (after.quality() != quality) throw new AssertionError(after.toString());
                    }
                });
    }

    @Test
    void settingConditionTouchesBits18To20Only() {
        forEveryPrivatePattern(
                bits -> {
                    for (Condition condition : Condition.values()) {
                        var after = new ChannelFlag(bits).with(condition);
                        assertOnlyTouches(CONDITION, bits, after);
                        if (after.condition() != condition) {
                            throw new AssertionError(after.toString());
                        }
                    }
                });
    }

    @Test
    void settingFitStatusTouchesBits21To24Only() {
        FitStatus[] writable =
                Arrays.stream(FitStatus.values())
                        .filter(status -> status != FitStatus.UNKNOWN)
                        .toArray(FitStatus[]::new);
        forEveryPrivatePattern(
                bits -> {
                    for (FitStatus status : writable) {
                        var after = new ChannelFlag(bits).with(status);
                        assertOnlyTouches(FIT_STATUS, bits, after);
                        if (after.fitStatus() != status) throw new AssertionError(after.toString());
                    }
                });
    }

    @Test
    void settingProvenanceTouchesBits25And26Only() {
        forEveryPrivatePattern(
                bits -> {
                    for (Provenance provenance : Provenance.values()) {
                        var after = new ChannelFlag(bits).with(provenance);
                        assertOnlyTouches(PROVENANCE, bits, after);
                        if (after.provenance() != provenance) {
                            throw new AssertionError(after.toString());
                        }
                    }
                });
    }

    @Test
    void settingPublicBitsTouchesBits0To15Only() {
        int[] privatePatterns = {0, 0x7FFF_0000, 0x2AAA_0000, 0x5555_0000};
        for (int publicBits = 0; publicBits <= 0xFFFF; publicBits++) {
            for (int bits : privatePatterns) {
                var after = new ChannelFlag(bits | ~publicBits & 0xFFFF).withPublic(publicBits);
                if (after.bits() != (bits | publicBits)) throw new AssertionError(after.toString());
            }
        }
    }

    @Test
    void aFlagIsNormalOnlyIfAllBitsAreZero() {
        assertThat(ChannelFlag.NORMAL.isNormal()).isTrue();
        for (int bit = 0; bit < 31; bit++) {
            assertThat(new ChannelFlag(1 << bit).isNormal()).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void normalMeansGoodAliveFittedAndMeasured() {
        assertThat(ChannelFlag.NORMAL.quality()).isEqualTo(Quality.GOOD);
        assertThat(ChannelFlag.NORMAL.condition()).isEqualTo(Condition.ALIVE);
        assertThat(ChannelFlag.NORMAL.fitStatus()).isEqualTo(FitStatus.OK);
        assertThat(ChannelFlag.NORMAL.provenance()).isEqualTo(Provenance.MEASURED);
        assertThat(ChannelFlag.NORMAL.publicBits()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GOOD,0", "SUSPECT,1", "BAD,2", "NOT_ASSESSED,3"})
    void qualityCodesAreFrozen(Quality quality, int code) {
        assertThat(quality.bits()).isEqualTo(code << 16);
    }

    @ParameterizedTest
    @CsvSource({
        "ALIVE,0",
        "DEAD,1",
        "NOISY,2",
        "MASKED,3",
        "UNSTABLE,4",
        "SATURATED,5",
        "NOT_INSTRUMENTED,6",
        "REPLACED,7"
    })
    void conditionCodesAreFrozen(Condition condition, int code) {
        assertThat(condition.bits()).isEqualTo(code << 18);
    }

    @ParameterizedTest
    @CsvSource({
        "OK,0",
        "NOT_FITTED,1",
        "NO_DATA,2",
        "TOO_FEW_SAMPLES,3",
        "SINGULAR_MATRIX,4",
        "NON_FINITE_INPUT,5",
        "NON_FINITE_RESULT,6",
        "AT_BOUND,7",
        "POOR_CHI2,8",
        "OUT_OF_HISTOGRAM_RANGE,9"
    })
    void fitStatusCodesAreFrozen(FitStatus status, int code) {
        assertThat(status.bits()).isEqualTo(code << 21);
    }

    @ParameterizedTest
    @CsvSource({"MEASURED,0", "FROM_REFERENCE,1", "AVERAGED,2", "DEFAULT,3"})
    void provenanceCodesAreFrozen(Provenance provenance, int code) {
        assertThat(provenance.bits()).isEqualTo(code << 25);
    }

    @Test
    void singleBitsStandWhereTheTableSays() {
        assertThat(ChannelFlag.PUBLIC_MASK).isEqualTo(0xFFFF);
        assertThat(ChannelFlag.VERIFY_FAILED).isEqualTo(0x0800_0000);
        assertThat(ChannelFlag.VALIDATE_FAILED).isEqualTo(0x1000_0000);
        assertThat(ChannelFlag.OVERRIDDEN).isEqualTo(0x2000_0000);
        assertThat(ChannelFlag.INDIRECT).isEqualTo(0x4000_0000);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15})
    void anUnknownFitStatusIsReadAsUnknown(int code) {
        assertThat(new ChannelFlag(code << 21).fitStatus()).isEqualTo(FitStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15})
    void theBitsOfAnUnknownFitStatusSurviveTheOtherSetters(int code) {
        var flag =
                new ChannelFlag(code << 21)
                        .with(Quality.BAD)
                        .with(Condition.NOISY)
                        .with(Provenance.AVERAGED)
                        .withPublic(0xBEEF);
        assertThat((flag.bits() & FIT_STATUS) >>> 21).isEqualTo(code);
        assertThat(flag.fitStatus()).isEqualTo(FitStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15})
    void aNewFitReplacesAnUnknownStatus(int code) {
        var flag = new ChannelFlag(code << 21).with(FitStatus.AT_BOUND);
        assertThat(flag.bits()).isEqualTo(7 << 21);
    }

    @Test
    void theUnknownFitStatusCannotBeWritten() {
        assertThatThrownBy(() -> ChannelFlag.NORMAL.with(FitStatus.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown status has no code");
    }

    @Test
    void bit31IsRefused() {
        assertThatThrownBy(() -> new ChannelFlag(0x8000_0001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bit 31")
                .hasMessageContaining("0x80000001");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10000, 0x10001, 1 << 27, -1})
    void privateBitsAreRefusedAsPublicOnes(int bits) {
        assertThatThrownBy(() -> ChannelFlag.NORMAL.withPublic(bits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 15")
                .hasMessageContaining("0x" + Integer.toHexString(bits));
    }

    @Test
    void speaksPlainly() {
        assertThat(ChannelFlag.NORMAL).hasToString("normal");
        assertThat(new ChannelFlag(0x7FFF_FFFF).with(FitStatus.NO_DATA))
                .hasToString(
                        "not assessed, replaced hardware, no data, default, verify failed,"
                                + " validate failed, overridden, indirect, public 0xffff");
    }

    @ParameterizedTest
    @EnumSource(value = FitStatus.class, mode = Mode.EXCLUDE, names = "OK")
    void namesEveryFitStatusButOk(FitStatus status) {
        int bits = status == FitStatus.UNKNOWN ? 15 << 21 : status.bits();
        assertThat(new ChannelFlag(bits)).hasToString(status.label());
    }
}
