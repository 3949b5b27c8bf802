package tare.decode;

import tare.core.digi.DigiBatch;

/// Takes the hits of a block, batch by batch. Single-threaded.
public interface DigiSink {
    /// A new block begins.
    void begin(int block);

    /// Takes a batch, which is reused after this call.
    void accept(DigiBatch hits);
}
