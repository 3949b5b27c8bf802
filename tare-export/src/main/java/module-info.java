/// Out to other tools: plots, CSV, PDF. Knows nothing of conditions.
module tare.export {
    requires static transitive org.jspecify;
    requires transitive tare.core;
    requires java.desktop;
    requires org.jfree.jfreechart;
    requires org.apache.pdfbox;
    requires de.rototor.pdfbox.graphics2d;
    requires de.siegmar.fastcsv;

    exports tare.export.bank;
    exports tare.export.file;
    exports tare.export.plot;
    exports tare.export.table;
}
