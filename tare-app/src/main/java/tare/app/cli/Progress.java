package tare.app.cli;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How far long work has come: a bar with speed and time left on a terminal, nothing in a log.
final class Progress implements AutoCloseable {
    private static final long MILLION = 1_000_000;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /// @param task what is done, in a word or two
    /// @param total of units
    /// @param unit what is counted: `hits`
    static Progress of(String task, long total, String unit) {
        boolean isTerminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        boolean inMillions = total >= 10 * MILLION;
        var builder =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setUnit(
                                inMillions ? " M " + unit : " k " + unit,
                                inMillions ? MILLION : 1000)
                        .showSpeed()
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .clearDisplayOnFinish();
        if (!isTerminal) builder.setConsumer(new DelegatingProgressBarConsumer(_ -> {}));
        return new Progress(builder.build());
    }

    /// Adds to what is done. Any thread.
    void add(long units) {
        bar.stepBy(units);
    }

    Duration elapsed() {
        return bar.getTotalElapsed();
    }

    @Override
    public void close() {
        bar.close();
    }
}
