/// DIGI to CANDIDATE: accumulate, fit, cycle. Opens no files and knows no bytes.
module tare.calibrate {
    requires static transitive org.jspecify;
    requires transitive tare.core;
    requires transitive tare.conditions;
    requires hipparchus.core;
    requires hipparchus.fitting;
    requires hipparchus.optim;
    requires hipparchus.stat;

    exports tare.calibrate.accumulate;
    exports tare.calibrate.cycle;
    exports tare.calibrate.fit;
    exports tare.calibrate.graph;
    exports tare.calibrate.scan;
    exports tare.calibrate.slot;
}
