package tare.core.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The layout of a header's flag, bit by bit. Positions are written out here, not taken from the
/// code.
class HeaderFlagTest {
    private static final int ORIGIN = 0b111 << 22;
    private static final int ENVIRONMENT = 0b11 << 25;

    /// Every pattern of the 15 private bits, over a few of the public ones.
    private static void forEveryPrivatePattern(IntConsumer flag) {
        for (int high = 0; high < 1 << 15; high++) {
            for (int low : new int[] {0, 0x5555, 0xAAAA, 0xFFFF}) flag.accept(high << 16 | low);
        }
    }

    private static void require(boolean holds, int bits, HeaderFlag after) {
        if (!holds) throw new AssertionError(Integer.toHexString(bits) + " became " + after);
    }

    private static Origin[] writable() {
        return Arrays.copyOf(Origin.values(), Origin.UNKNOWN.ordinal());
    }

    @Test
    void settingTheOriginTouchesBits22To24Only() {
        forEveryPrivatePattern(
                bits -> {
                    for (Origin origin : writable()) {
                        HeaderFlag after = new HeaderFlag(bits).with(origin);
                        require(((bits ^ after.bits()) & ~ORIGIN) == 0, bits, after);
                        require(after.origin() == origin, bits, after);
                    }
                });
    }

    @Test
    void settingTheEnvironmentTouchesBits25And26Only() {
        forEveryPrivatePattern(
                bits -> {
                    for (Environment environment : Environment.values()) {
                        HeaderFlag after = new HeaderFlag(bits).with(environment);
                        require(((bits ^ after.bits()) & ~ENVIRONMENT) == 0, bits, after);
                        require(after.environment() == environment, bits, after);
                    }
                });
    }

    @Test
    void singleBitsAreSetAndRemovedAlone() {
        forEveryPrivatePattern(
                bits -> {
                    for (int mask = 1; mask > 0; mask <<= 1) {
                        HeaderFlag with = new HeaderFlag(bits).with(mask);
                        HeaderFlag without = new HeaderFlag(bits).without(mask);
                        require(with.bits() == (bits | mask) && with.has(mask), bits, with);
                        require(without.bits() == (bits & ~mask), bits, without);
                        require(!without.has(mask), bits, without);
                    }
                });
    }

    @Test
    void singleBitsStandWhereTheTableSays() {
        assertThat(HeaderFlag.PUBLIC_MASK).isEqualTo(0xFFFF);
        assertThat(HeaderFlag.REFERENCE).isEqualTo(0x0001_0000);
        assertThat(HeaderFlag.VALIDATED).isEqualTo(0x0002_0000);
        assertThat(HeaderFlag.VERIFIED).isEqualTo(0x0004_0000);
        assertThat(HeaderFlag.OVERRIDDEN).isEqualTo(0x0008_0000);
        assertThat(HeaderFlag.PARTIAL).isEqualTo(0x0010_0000);
        assertThat(HeaderFlag.DATA_LAYER).isEqualTo(0x0020_0000);
        assertThat(HeaderFlag.FOR_RECONSTRUCTION).isEqualTo(0x0800_0000);
        assertThat(HeaderFlag.FOR_SIMULATION).isEqualTo(0x1000_0000);
        assertThat(HeaderFlag.FOR_MONITORING).isEqualTo(0x2000_0000);
        assertThat(HeaderFlag.FOR_EXPERTS).isEqualTo(0x4000_0000);
    }

    @ParameterizedTest
    @CsvSource({
        "ELECTRONICS_PULSER,0",
        "NATURAL_SOURCE,1",
        "SIMULATION,2",
        "HAND_ENTERED,3",
        "DERIVED,4",
        "MIGRATED,5",
        "PARTIAL_SUMS,6"
    })
    void originCodesAreFrozen(Origin origin, int code) {
        assertThat(origin.bits()).isEqualTo(code << 22);
    }

    @ParameterizedTest
    @CsvSource({"READ_OUT,0", "ONLINE,1", "PROMPT_RECONSTRUCTION,2", "OFFLINE,3"})
    void environmentCodesAreFrozen(Environment environment, int code) {
        assertThat(environment.bits()).isEqualTo(code << 25);
    }

    @Test
    void anOriginOfANewerVersionIsReadKeptAndNeverWritten() {
        var newer = new HeaderFlag(7 << 22);
        assertThat(newer.origin()).isEqualTo(Origin.UNKNOWN);
        assertThat(newer.with(Environment.OFFLINE).with(HeaderFlag.PARTIAL).bits() & ORIGIN)
                .isEqualTo(7 << 22);
        assertThatThrownBy(() -> HeaderFlag.NORMAL.with(Origin.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an unknown origin has no code");
    }

    @Test
    void allBitsOfAMaskMustBeSet() {
        var flag = new HeaderFlag(0b0110);
        assertThat(flag.has(0b0010)).isTrue();
        assertThat(flag.has(0b0011)).isFalse();
        assertThat(flag.has(0)).isTrue();
    }

    @Test
    void bit31IsRefused() {
        assertThatThrownBy(() -> new HeaderFlag(0x8000_0001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bit 31 of a header flag must be 0, got 0x80000001");
        assertThatThrownBy(() -> HeaderFlag.NORMAL.with(1 << 31)).hasMessageContaining("bit 31");
    }

    @Test
    void speaksPlainly() {
        assertThat(HeaderFlag.NORMAL).hasToString("electronics pulser, read-out");
        assertThat(new HeaderFlag(0x7FFF_FFFF))
                .hasToString(
                        "reference, validated, verified, overridden, partial, data layer, unknown"
                                + " origin, offline, for reconstruction, for simulation, for"
                                + " monitoring, for experts, public 0xffff");
    }
}
