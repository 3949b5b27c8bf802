package tare.synthetic.dirc;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tare.core.bank.Bank;
import tare.core.bank.BankBuilder;
import tare.core.bank.BankLayout;
import tare.core.bank.Header;
import tare.core.bank.HeaderFlag;
import tare.core.bank.Layouts;
import tare.core.bank.Origin;
import tare.core.channel.ChannelFlag;
import tare.core.channel.ChannelMap;
import tare.core.channel.Condition;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.detectors.dirc.DircMap;
import tare.detectors.dirc.DircSetup;

/// Constants of a whole DIRC as random numbers, without raw data: something to store and to fetch.
///
/// Each method gives a bank per sector. Values follow the truth within the errors of a run of
/// [#PULSES] pulses or flashes; dead tubes have none. The same seed gives the same constants.
public final class DircConstants {
    /// Flashes, or pulses of the read-out, that the constants pretend to come from.
    public static final int PULSES = 1000;

    private static final double PEDESTAL_RMS_ADC = 1.2;

    private static final int DEAD =
            ChannelFlag.NORMAL.with(Quality.BAD).with(Condition.DEAD).bits();
    private static final int NO_DATA =
            ChannelFlag.NORMAL
                    .with(Quality.BAD)
                    .with(Condition.DEAD)
                    .with(FitStatus.NO_DATA)
                    .bits();

    private final DircSetup setup;
    private final ChannelMap map;
    private final DircTruth truth;
    private final long seed;

    /// @param seed of the constants; the truth has its own
    public DircConstants(DircSetup setup, DircTruth truth, long seed) {
        this.setup = setup;
        this.map = DircMap.of(setup);
        this.truth = truth;
        this.seed = seed;
    }

    /// Puts the values of a tube into the row of its bank.
    @FunctionalInterface
    private interface Filling {
        void fill(BankBuilder bank, int row, int tube, SplittableRandom random);
    }

    /// Dead tubes are bad, the others normal.
    public List<Bank> status(Journal journal) {
        return banks(Layouts.STATUS, DEAD, (_, _, _, _) -> {}, journal);
    }

    public List<Bank> pedestals(Journal journal) {
        return banks(Layouts.ms("ADC"), NO_DATA, this::fillPedestal, journal);
    }

    public List<Bank> t0(Journal journal) {
        return banks(Layouts.msn("ns"), NO_DATA, this::fillT0, journal);
    }

    private List<Bank> banks(BankLayout layout, int flagOfDead, Filling filling, Journal journal) {
        var random = new SplittableRandom(seed + layout.name().hashCode());
        return IntStream.range(0, setup.sectors())
                .mapToObj(sector -> bank(sector, layout, flagOfDead, filling, random))
                .map(bank -> bank.freeze(journal))
                .toList();
    }

    private BankBuilder bank(
            int sector,
            BankLayout layout,
            int flagOfDead,
            Filling filling,
            SplittableRandom random) {
        int first = sector * setup.tubesOfSector();
        int[] ids =
                IntStream.range(first, first + setup.tubesOfSector())
                        .map(tube -> map.id(tube).packed())
                        .toArray();
        var bank = BankBuilder.of(layout, map.idScheme(), ids);
        int flag = HeaderFlag.NORMAL.with(Origin.SIMULATION).bits();
        bank.header(new Header(PULSES, flag, Header.EMPTY.extra()));
        for (int row = 0; row < ids.length; row++) {
            boolean isDead = truth.fault(first + row) == DircFault.DEAD;
            if (isDead) bank.flags()[row] = flagOfDead;
            else filling.fill(bank, row, first + row, random);
        }
        return bank;
    }

    private void fillPedestal(BankBuilder bank, int row, int tube, SplittableRandom random) {
        double error = PEDESTAL_RMS_ADC / Math.sqrt(PULSES);
        bank.floats("mean")[row] =
                (float) (truth.pedestalAdc(tube) + error * random.nextGaussian());
        bank.floats("rms")[row] = (float) PEDESTAL_RMS_ADC;
    }

    private void fillT0(BankBuilder bank, int row, int tube, SplittableRandom random) {
        double n = Math.rint(PULSES * truth.illumination(tube));
        double error = DircFlasher.RESOLUTION_NANOS / Math.sqrt(n);
        bank.floats("mean")[row] = (float) (truth.t0Nanos(tube) + error * random.nextGaussian());
        bank.floats("rms")[row] = (float) DircFlasher.RESOLUTION_NANOS;
        bank.ints("n")[row] = (int) n;
    }
}
