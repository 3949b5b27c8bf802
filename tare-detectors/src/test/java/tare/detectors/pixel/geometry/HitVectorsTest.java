package tare.detectors.pixel.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Every hit of the reference table, from word to module row and column and back.
class HitVectorsTest {
    private final PixelGeometry geometry = PixelGeometry.phase1();

    private record Row(int line, String[] fields) {
        boolean is(String outcome) {
            return fields[6].equals(outcome);
        }

        int number(int column) {
            return Integer.parseInt(fields[column]);
        }

        int word() {
            return Integer.parseUnsignedInt(fields[0], 16);
        }
    }

    @Test
    void agreesWithTheReferenceOnEveryHit() throws IOException {
        int hits = 0;
        for (Row row : rows())
            if (row.is("hit")) {
                check(row);
                hits++;
            }
        assertThat(hits).isEqualTo(2636);
    }

    private void check(Row row) {
        PixelModule module = geometry.module(RawDetectorId.parse(row.fields[1]));
        AddressFormat format = module.part().addressFormat();
        int word = row.word();
        int position = row.number(4);
        String where = "line " + row.line;
        assertThat(format.isValid(word)).as(where).isTrue();
        assertThat(format.row(word)).as(where).isEqualTo(row.number(12));
        assertThat(format.column(word)).as(where).isEqualTo(row.number(13));
        assertThat(format.encode(row.number(12), row.number(13)))
                .as(where)
                .isEqualTo(word & 0x001F_FF00);
        ModulePixel expected = new ModulePixel(row.number(14), row.number(15));
        RocPixel inRoc = new RocPixel(position, row.number(12), row.number(13));
        assertThat(module.orientation().toModule(inRoc)).as(where).isEqualTo(expected);
        assertThat(module.orientation().toRoc(expected)).as(where).isEqualTo(inRoc);
    }

    @Test
    void agreesWithTheReferenceOnInvalidAddresses() throws IOException {
        int invalid = 0;
        for (Row row : rows())
            if (row.is("error") && row.fields[7].equals("37")) {
                PixelModule module = geometry.module(RawDetectorId.parse(row.fields[1]));
                assertThat(module.part().addressFormat().isValid(row.word()))
                        .as("line %d", row.line)
                        .isFalse();
                invalid++;
            }
        assertThat(invalid).isPositive();
    }

    @Test
    void knowsTheKindOfEveryModuleInTheReference() throws IOException {
        for (Row row : rows()) {
            PixelModule module = geometry.module(RawDetectorId.parse(row.fields[1]));
            String kind = module.part().isBarrel() ? module.part().label() : "FPix";
            int moduleOrPanel =
                    switch (module.position()) {
                        case BarrelPosition barrel -> barrel.module();
                        case EndcapPosition endcap -> endcap.panel();
                    };
            assertThat(kind).as("line %d", row.line).isEqualTo(row.fields[2]);
            assertThat(moduleOrPanel).as("line %d", row.line).isEqualTo(row.number(3));
        }
    }

    private static List<Row> rows() throws IOException {
        try (InputStream in = HitVectorsTest.class.getResourceAsStream("pixel-hits.csv")) {
            byte[] bytes = Objects.requireNonNull(in, "pixel-hits.csv").readAllBytes();
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            assertThat(lines.getFirst()).startsWith("# origin:");
            List<Row> rows = new ArrayList<>();
            for (int i = 2; i < lines.size(); i++)
                rows.add(new Row(i + 1, lines.get(i).split(",", -1)));
            return rows;
        }
    }
}
