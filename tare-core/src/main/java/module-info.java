/// The vocabulary: channel, time, digi, bank, histogram. No I/O, no threads, no third-party code.
module tare.core {
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;

    exports tare.core.bank;
    exports tare.core.channel;
    exports tare.core.digi;
    exports tare.core.hash;
    exports tare.core.histogram;
    exports tare.core.journal;
    exports tare.core.operation;
    exports tare.core.result;
    exports tare.core.time;
    exports tare.core.work;
}
