package tare.app.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadWorkersTest {
    @Test
    void refusesToWorkOnNoThreadAndSaysSo() {
        assertThatThrownBy(() -> new ThreadWorkers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--threads must be 1 or more, got 0");
    }

    @Test
    void handsOnWhatEndedATask() {
        try (var workers = new ThreadWorkers(2)) {
            assertThatThrownBy(() -> workers.run(List.of(1), _ -> fail(new InternalError("fault"))))
                    .isInstanceOf(InternalError.class);
            assertThatThrownBy(
                            () ->
                                    workers.run(
                                            List.of(1), _ -> fail(new StackOverflowError("deep"))))
                    .isInstanceOf(StackOverflowError.class);
            assertThatThrownBy(
                            workers.start(
                                            () -> {
                                                throw new IllegalStateException("late");
                                            })
                                    ::get)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("late");
        }
    }

    private static void fail(Error error) {
        throw error;
    }
}
