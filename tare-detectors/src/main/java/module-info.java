/// One folder per detector: the only place that names one.
module tare.detectors {
    exports tare.detectors;
    exports tare.detectors.calorimeter.dsm;
    exports tare.detectors.calorimeter.frontend;
    exports tare.detectors.calorimeter.map;
    exports tare.detectors.dirc;
    exports tare.detectors.pixel;
    exports tare.detectors.pixel.gain;
    exports tare.detectors.pixel.geometry;
    exports tare.detectors.pixel.lab;
    exports tare.detectors.pixel.raw;
    exports tare.detectors.pixel.vcal;

    requires static transitive org.jspecify;
    requires transitive tare.core;
    requires transitive tare.decode;
    requires transitive tare.conditions;
    requires transitive tare.calibrate;
    requires transitive tare.export;
    requires transitive tare.trigger;
    requires hipparchus.core;
    requires hipparchus.fitting;
    requires hipparchus.optim;
    requires hipparchus.stat;
    requires de.siegmar.fastcsv;

    uses tare.detectors.Detector;

    provides tare.detectors.Detector with
            tare.detectors.dirc.DircDetector,
            tare.detectors.pixel.PixelDetector;
}
