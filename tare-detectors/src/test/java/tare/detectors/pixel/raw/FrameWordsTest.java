package tare.detectors.pixel.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// Bit layouts, spelled out in hexadecimal.
class FrameWordsTest {
    @Test
    void readsEveryFieldOfAHeader() {
        FedHeader header = new FedHeader(0x50AB_CDEF_1234_B5A0L);
        assertThat(header.eventNumber()).isEqualTo(0xAB_CDEF);
        assertThat(header.bunchCrossing()).isEqualTo(0x123);
        assertThat(header.fed()).isEqualTo(0x4B5);
        assertThat(header.version()).isEqualTo(0xA);
    }

    @Test
    void writesAHeaderThatReadsBack() {
        assertThat(FedHeader.of(0xAB_CDEF, 0x123, 0x4B5).word()).isEqualTo(0x50AB_CDEF_1234_B500L);
        assertThat(FedHeader.matches(FedHeader.of(0xFF_FFFF, 0xFFF, 0xFFF).word())).isTrue();
    }

    @Test
    void takesAWordForAHeaderByItsTopByteAndLowNibbleOnly() {
        assertThat(FedHeader.matches(0x5000_0000_0000_0000L)).isTrue();
        assertThat(FedHeader.matches(0x50FF_FFFF_FFFF_FFF0L)).isTrue();
        for (int bit : new int[] {0, 1, 2, 3, 56, 57, 58, 59, 60, 61, 62, 63}) {
            assertThat(FedHeader.matches(0x5000_0000_0000_0000L ^ 1L << bit))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void readsEveryFieldOfATrailer() {
        FedTrailer trailer = new FedTrailer(0xA000_3FFF_BEEF_0750L);
        assertThat(trailer.length64()).isEqualTo(0x3FFF);
        assertThat(trailer.crc()).isEqualTo(0xBEEF);
        assertThat(trailer.eventStatus()).isEqualTo(7);
        assertThat(trailer.ttsState()).isEqualTo(5);
        assertThat(trailer.hasCrcError()).isFalse();
        assertThat(new FedTrailer(0xA000_0002_0000_0004L).hasCrcError()).isTrue();
        assertThat(FedTrailer.of(0x3FFF, 0xBEEF).word()).isEqualTo(0xA000_3FFF_BEEF_0000L);
    }

    @Test
    void takesOnlyATrailerWithoutErrorFlagsForClean() {
        long plain = FedTrailer.of(20, 0x1234).word();
        assertThat(FedTrailer.isClean(plain)).isTrue();
        assertThat(FedTrailer.isClean(plain | 0xFF0)).as("status and TTS").isTrue();
        for (int bit : new int[] {0, 1, 2, 3, 12, 13, 14, 15, 46, 47, 55, 56, 59, 60, 62, 63}) {
            assertThat(FedTrailer.isClean(plain ^ 1L << bit)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void recognisesATrailerThatCarriesErrorFlags() {
        long plain = FedTrailer.of(20, 0x1234).word();
        for (int bit : new int[] {2, 3, 12, 13, 14, 15}) {
            assertThat(FedTrailer.matches(plain ^ 1L << bit)).as("bit %d", bit).isTrue();
        }
        for (int bit : new int[] {0, 1, 46, 55, 56, 60, 63}) {
            assertThat(FedTrailer.matches(plain ^ 1L << bit)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void readsEveryFieldOfAPixelWord() {
        // Link 42, ROC 21, double column 22, pixel id 165, ADC 90.
        int word = 42 << 26 | 21 << 21 | 22 << 16 | 165 << 8 | 90;
        assertThat(PixelWord.link(word)).isEqualTo(42);
        assertThat(PixelWord.roc(word)).isEqualTo(21);
        assertThat(PixelWord.linkRoc(word)).isEqualTo(42 * 32 + 21);
        assertThat(PixelWord.address(word)).isEqualTo(22 * 256 + 165);
        assertThat(PixelWord.adc(word)).isEqualTo(90);
        assertThat(PixelWord.tbmState(word)).isEqualTo(5);
        assertThat(PixelWord.hit(42, 21, 22 * 256 + 165, 90)).isEqualTo(word);
        assertThat(PixelWord.link(-1)).isEqualTo(63);
        assertThat(PixelWord.roc(-1)).isEqualTo(31);
    }

    @Test
    void knowsStatusWordsByTheirRocNumber() {
        for (int roc = 0; roc < 32; roc++) {
            assertThat(PixelWord.isStatus(PixelWord.hit(7, roc, 0, 0)))
                    .as("ROC %d", roc)
                    .isEqualTo(roc >= 25);
        }
    }

    @Test
    void refusesNumbersThatDoNotFitAndSaysWhatItGot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FedHeader.of(1 << 24, 0, 0))
                .withMessage("event number must be 0..16777215, got 16777216");
        assertThatIllegalArgumentException().isThrownBy(() -> FedHeader.of(0, 4096, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FedHeader.of(0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> FedTrailer.of(1 << 14, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FedTrailer.of(1, 1 << 16));
        assertThatIllegalArgumentException().isThrownBy(() -> PixelWord.hit(64, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PixelWord.hit(0, 0, 0, 256));
    }
}
