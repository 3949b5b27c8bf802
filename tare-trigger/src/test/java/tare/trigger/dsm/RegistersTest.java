package tare.trigger.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RegistersTest {
    @Test
    void areZeroUntilSet() {
        Registers registers = Registers.of(11, 15).with(4, -1);
        assertThat(registers.get(0)).isEqualTo(11);
        assertThat(registers.get(2)).isZero();
        assertThat(registers.get(4)).isEqualTo(-1);
        assertThat(registers.bit(0, 3)).isEqualTo(1);
        assertThat(registers.bit(0, 2)).isZero();
        assertThat(Registers.NONE.get(0)).isZero();
    }

    @Test
    void areEqualWithEqualValues() {
        assertThat(Registers.of(1, 2)).isEqualTo(Registers.NONE.with(1, 2).with(0, 1));
        assertThat(Registers.of(1, 2)).isNotEqualTo(Registers.of(2, 1));
    }

    @Test
    void refuseNumbersAndValuesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registers.NONE.with(32, 0))
                .withMessage("a register is 0 to 31, got 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registers.NONE.with(3, 65536))
                .withMessage("register 3 takes -32768 to 65535, got 65536");
    }

    @Test
    void fieldsAreBitsOfAWord() {
        assertThat(Field.bits(6, 11).of(0xABC)).isEqualTo(0x2A);
        assertThat(new Field(0, 32).of(-5)).isEqualTo(-5);
        assertThat(Field.bit(31).of(Integer.MIN_VALUE)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Field.bits(5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Field.bits(30, 32));
    }
}
