package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tare.conditions.payload.BankFormat;
import tare.conditions.payload.Compression;
import tare.conditions.store.Campaign;
import tare.conditions.store.Candidate;
import tare.conditions.store.ConditionsStore;
import tare.conditions.store.Outcome;
import tare.conditions.type.BankName;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.CutTable;
import tare.conditions.type.FailureLimit;
import tare.core.bank.Bank;
import tare.core.journal.Author;
import tare.core.operation.Indirection;
import tare.core.operation.Operator;
import tare.core.time.RunNumber;
import tare.core.time.TimeAxis;

/// The verbs on banks that share their values: those of [SampleStore], divided into layers.
class SharedValuesTest {
    private static final Author AUTHOR = new Author("ada", "bench tare 0.1.0");
    private static final Instant WHEN = Instant.parse("2026-11-20T11:00:00Z");

    @TempDir private Path folder;
    private SampleStore store;
    private Indirection layers;

    @BeforeEach
    void fill() {
        store = SampleStore.create(folder);
        try (var opened = ConditionsStore.open(store.url())) {
            var run = new RunNumber(100).moment();
            Bank north = opened.view(run).bank("pedestal", 1).bank();
            layers =
                    Indirection.of(north, new Operator(AUTHOR, InstantSource.fixed(WHEN)))
                            .orElseThrow();
            var type =
                    CalibrationType.sharing(
                            "shared-type",
                            north.layout(),
                            north.idScheme(),
                            TimeAxis.RUN,
                            CutTable.of(List.of(), new FailureLimit.FewerThan(1)));
            var candidates =
                    List.of(
                            new Candidate(BankName.DATA_LAYER, layers.data()),
                            new Candidate(new BankName(1, "north"), layers.index()));
            var campaign =
                    new Campaign(
                            "shared", type, run, candidates, Optional.empty(), AUTHOR, "", WHEN);
            assertThat(opened.submit(campaign)).isInstanceOf(Outcome.Stored.class);
        }
    }

    private String file(String name, Bank bank) throws IOException {
        Path file = folder.resolve(name);
        Files.write(
                file,
                BankFormat.write(bank, Compression.SMALLER)
                        .container()
                        .toArray(ValueLayout.JAVA_BYTE));
        return file.toString();
    }

    @Test
    void showTellsOfEitherLayer() {
        CommandLineRun index =
                store.conditions("show", "shared", "north", "--run", "100", "--verify");
        CommandLineRun data = store.conditions("show", "shared", "data-layer", "--run", "100");

        assertThat(index.exit()).isEqualTo(Exit.DONE);
        assertThat(index.out()).contains("north (bank 1)", "index/1", "max_index: 2");
        assertThat(data.exit()).isEqualTo(Exit.DONE);
        assertThat(data.out()).contains("data-layer (bank -1)", "pedestal/1", "data layer");
        assertThat(store.conditions("list", "shared").out()).contains("data-layer", "north");
        assertThat(store.conditions("type", "show", "shared-type").out()).contains("pedestal/1");
    }

    @Test
    void filesOfEitherLayerFindTheirBanks() throws IOException {
        String data = file("data.bank", layers.data());
        String index = file("index.bank", layers.index());

        CommandLineRun again =
                store.conditions("verify", data, index, "--tag", "shared", "--run", "150");

        assertThat(again.exit()).as(again.err()).isEqualTo(Exit.DONE);
        assertThat(again.out()).contains("Still valid at run 150: 2 banks");
    }
}
