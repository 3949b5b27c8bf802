/// Seeded pulses, noise and faults, written through the detectors' encoders.
module tare.synthetic {
    exports tare.synthetic.dirc;
    exports tare.synthetic.pixel;
    exports tare.synthetic.random;
    exports tare.synthetic.sample;

    requires static transitive org.jspecify;
    requires transitive tare.core;
    requires transitive tare.decode;
    requires transitive tare.detectors;
}
