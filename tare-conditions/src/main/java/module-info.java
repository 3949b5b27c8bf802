/// CANDIDATE to GATE to STORE to VIEW.
module tare.conditions {
    requires static transitive org.jspecify;
    requires transitive tare.core;
    requires java.sql;
    requires org.jdbi.v3.core;
    requires flyway.core;
    requires org.xerial.sqlitejdbc;
    requires com.github.luben.zstd_jni;
    requires tools.jackson.databind;

    uses tare.conditions.type.Rule;

    exports tare.conditions.payload;
    exports tare.conditions.type;
    exports tare.conditions.store;
    exports tare.conditions.view;
    exports tare.conditions.history;
}
