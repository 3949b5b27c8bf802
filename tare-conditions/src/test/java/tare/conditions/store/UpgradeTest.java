package tare.conditions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tare.conditions.store.TestStore.TAG;
import static tare.conditions.store.TestStore.campaign;
import static tare.conditions.store.TestStore.candidate;
import static tare.conditions.store.TestStore.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.Samples;
import tare.conditions.type.TypeVersion;
import tare.conditions.view.Entry;

/// A store that an older version left.
class UpgradeTest {
    @TempDir private Path folder;
    private String url;

    @BeforeEach
    void restoreVersion1() throws IOException, SQLException {
        Path database = folder.resolve("old.db");
        url = "sqlite:" + database;
        try (InputStream dump =
                        Objects.requireNonNull(getClass().getResourceAsStream("store-v1.sql"));
                var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            String sql = new String(dump.readAllBytes(), StandardCharsets.UTF_8);
            statement.executeUpdate(sql);
        }
    }

    @Test
    void isRefusedWithTheRemedyAndLeftAsItIs() throws SQLException {
        assertThatThrownBy(() -> ConditionsStore.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema version 1")
                .hasMessageContaining("tare conditions upgrade --store " + url);

        assertThat(schemaVersion()).isEqualTo(1);
    }

    private int schemaVersion() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:" + url);
                var statement = connection.createStatement();
                var version = statement.executeQuery("PRAGMA user_version")) {
            return version.getInt(1);
        }
    }

    @Test
    void keepsEverythingWhenUpgraded() {
        assertThat(ConditionsStore.upgrade(url)).isTrue();
        assertThat(ConditionsStore.upgrade(url)).isFalse();

        try (var store = ConditionsStore.open(url)) {
            assertThat(store.sequence()).isEqualTo(3);
            assertThat(store.history().firstBroken()).isEmpty();
            assertThat(store.history().log(TAG, 9)).hasSize(3);
            assertThat(store.view(run(250)).entries(TAG))
                    .extracting(Entry::toString)
                    .containsExactly(
                            "ped-express crate1 (bank 1) [run 200, open) payload faead017cc9a sequence 2",
                            "ped-express crate2 (bank 2) [run 100, run 300) payload 3bed14f8beae sequence 1");
            var bank = store.view(run(250)).bank(TAG, 1).bank();
            assertThat(Samples.bank(1, 82, 83).differences(bank)).isEmpty();
            var type = store.history().type(new TypeVersion("pedestal", 1));
            assertThat(store.submit(campaign(type, 400, candidate(1, Samples.bank(1, 84, 85)))))
                    .isInstanceOf(Outcome.Stored.class);
            assertThat(store.history().types()).hasSize(1);
            assertThat(store.history().firstBroken()).isEmpty();
        }
    }

    @Test
    void anUpgradeThatFailsLeavesVersion1() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:" + url);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE global_tag (occupied)");
        }

        assertThatThrownBy(() -> ConditionsStore.upgrade(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it is as it was");
        assertThat(schemaVersion()).isEqualTo(1);
    }
}
