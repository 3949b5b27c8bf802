/// The vocabulary: channel, time, digi, bank, histogram. No I/O, no threads, no third-party code.
module tare.core {
    requires static transitive org.jspecify;
}
