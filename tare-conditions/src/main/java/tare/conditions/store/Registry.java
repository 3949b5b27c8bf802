package tare.conditions.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.DetectorDefinition;
import tare.conditions.type.TypeVersion;
import tare.core.hash.Sha256;

/// The detectors and types that a store knows, through one connection.
record Registry(Handle handle) {
    /// The newest content of a type.
    ///
    /// @param retired whether its time is over
    /// @param sequence of the commit that made it so
    record NewestType(
            TypeVersion version, CalibrationType content, boolean retired, long sequence) {}

    /// @param identity of the text when it was stored
    record StoredDefinition(
            String detector, Sha256 identity, String json, String statusType, long sequence) {
        boolean isIntact() {
            return Sha256.of(json).equals(identity);
        }
    }

    Optional<NewestType> newest(String name) {
        return handle.createQuery(
                        """
                        SELECT type.name, type.version, type.json, change.seq,
                               (SELECT max(seq) FROM type_change WHERE name = :name) AS last
                        FROM type_change AS change
                        JOIN calibration_type AS type ON type.id = change.type_id
                        WHERE change.name = :name ORDER BY change.seq DESC LIMIT 1
                        """)
                .bind("name", name)
                .map(
                        (row, _) ->
                                new NewestType(
                                        new TypeVersion(row.getString(1), row.getInt(2)),
                                        CalibrationType.parse(row.getString(3)),
                                        row.getLong(5) > row.getLong(4),
                                        row.getLong(5)))
                .findOne();
    }

    List<NewestType> newestOfAll() {
        return handle
                .createQuery("SELECT DISTINCT name FROM type_change ORDER BY name")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(name -> newest(name).stream())
                .toList();
    }

    List<StoredDefinition> definitions() {
        return handle.createQuery("SELECT * FROM system_definition ORDER BY detector")
                .map(
                        (row, _) ->
                                new StoredDefinition(
                                        row.getString("detector"),
                                        Sha256.at(row.getBytes("sha256"), 0),
                                        row.getString("json"),
                                        row.getString("status_type"),
                                        row.getLong("seq")))
                .list();
    }

    Optional<StoredDefinition> definition(String detector) {
        return definitions().stream()
                .filter(one -> one.detector().equalsIgnoreCase(detector))
                .findFirst();
    }

    void insert(DetectorDefinition definition, String statusType, long sequence) {
        handle.createUpdate(
                        """
                        INSERT INTO system_definition (detector, sha256, json, status_type, seq)
                        VALUES (:detector, :digest, :json, :status, :sequence)
                        """)
                .bind("detector", definition.detector())
                .bind("digest", definition.identity().toBytes())
                .bind("json", definition.toJson())
                .bind("status", statusType)
                .bind("sequence", sequence)
                .execute();
    }

    void retire(String name, long sequence) {
        handle.createUpdate(
                        "INSERT INTO type_change (name, seq, type_id) VALUES (:name, :sequence, NULL)")
                .bind("name", name)
                .bind("sequence", sequence)
                .execute();
    }
}
