package tare.detectors;

import java.lang.foreign.MemorySegment;
import tare.core.digi.DigiBatch;
import tare.decode.Tally;

/// A detector's raw data without its peculiarities: hits of channels in numbered events.
///
/// For tests, simulations and looking at data of any detector. A calibration uses the detector's
/// decoder itself, which is faster and knows more.
public interface RawFormat {
    /// Takes hits one by one.
    @FunctionalInterface
    interface HitSink {
        /// @param event as the raw data number it
        /// @param channel dense index in the detector's map
        /// @param value [ADC or TDC counts]
        void hit(long event, int channel, int value);
    }

    /// Largest value that a hit can carry; the smallest is 0 [ADC or TDC counts].
    int maxValue();

    /// Raw data of one event; those of several events are valid one after the other.
    ///
    /// @param event number, 1 or more
    /// @param hits channels are dense indexes
    /// @throws IllegalArgumentException if a number does not fit
    byte[] encode(int event, DigiBatch hits);

    /// Decodes raw data, damaged or not.
    ///
    /// @param bytes anything
    /// @param hits takes what is a hit of a cabled channel, and nothing else
    /// @return the account of all words
    Tally<?> decode(MemorySegment bytes, HitSink hits);
}
