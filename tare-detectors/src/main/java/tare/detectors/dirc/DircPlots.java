package tare.detectors.dirc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tare.core.bank.Bank;
import tare.core.bank.FieldDefinition;
import tare.core.channel.ChannelFlag;
import tare.core.channel.Condition;
import tare.core.channel.Quality;
import tare.export.plot.Category;
import tare.export.plot.CategoryMap;
import tare.export.plot.DetectorMap;
import tare.export.plot.Grid;
import tare.export.plot.Page;
import tare.export.plot.Plot;
import tare.export.plot.PlotAxis;

/// The ring unrolled: modules from left to right, sector by sector, their tubes from bottom to top.
public final class DircPlots {
    private static final int WIDTH = 1400;
    private static final int ROW_HEIGHT = 320;

    private DircPlots() {}

    /// A map of every field, of tubes that are not bad, and one of conditions.
    ///
    /// @param banks of one layout; sectors without a bank stay empty
    public static Page ring(String title, DircSetup setup, List<Bank> banks) {
        List<FieldDefinition> fields = banks.getFirst().layout().fields();
        List<Plot> maps =
                Stream.<Plot>concat(
                                fields.stream().map(field -> values(field, setup, banks)),
                                Stream.of(conditions(setup, banks)))
                        .toList();
        return Page.of(
                title,
                WIDTH,
                maps.stream().map(map -> Page.Row.of(ROW_HEIGHT, map)).toArray(Page.Row[]::new));
    }

    private static DetectorMap values(FieldDefinition field, DircSetup setup, List<Bank> banks) {
        Grid grid =
                grid(
                        setup,
                        banks,
                        (bank, row) -> {
                            var flag = new ChannelFlag(bank.flags().intAt(row));
                            return flag.quality() == Quality.BAD
                                    ? Double.NaN
                                    : bank.column(field.name()).value(row);
                        });
        return new DetectorMap(field.name(), PlotAxis.of(field.name(), field.unit()), grid);
    }

    private static CategoryMap conditions(DircSetup setup, List<Bank> banks) {
        String[] labels =
                Arrays.stream(Condition.values()).map(Condition::label).toArray(String[]::new);
        Grid grid =
                grid(
                        setup,
                        banks,
                        (bank, row) ->
                                new ChannelFlag(bank.flags().intAt(row)).condition().ordinal());
        return new CategoryMap("condition", Category.numbered(labels), grid);
    }

    @FunctionalInterface
    private interface Value {
        double of(Bank bank, int row);
    }

    private static Grid grid(DircSetup setup, List<Bank> banks, Value value) {
        int columns = setup.sectors() * setup.modules();
        double[] cells = new double[setup.tubes()];
        Arrays.fill(cells, Double.NaN);
        for (Bank bank : banks) {
            for (int row = 0; row < bank.size(); row++) {
                int id = bank.ids().intAt(row);
                int module = (int) DircMap.TUBES.value(id, "module");
                int column = (int) DircMap.TUBES.value(id, "sector") * setup.modules() + module;
                int tube = (int) DircMap.TUBES.value(id, "tube");
                cells[tube * columns + column] = value.of(bank, row);
            }
        }
        return Grid.of(DircSetup.MODULE_TUBES, columns, cells)
                .dividedInto(1, setup.sectors())
                .labelled(PlotAxis.of("tube", "1"), PlotAxis.of("sector and module", "1"));
    }
}
