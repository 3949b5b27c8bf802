/// Board inputs to DECISION: DSM boards by firmware and wiring, then the TCU. Names no detector.
module tare.trigger {
    requires static transitive org.jspecify;
    requires transitive tare.core;
    requires de.siegmar.fastcsv;

    exports tare.trigger.dsm;
    exports tare.trigger.table;
    exports tare.trigger.tcu;
}
