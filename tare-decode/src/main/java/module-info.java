/// RAW to DIGI: frames, decoders, tallies. Knows nothing of conditions.
module tare.decode {
    requires static transitive org.jspecify;
    requires transitive tare.core;

    exports tare.decode;
}
