package tare.calibrate.cycle;

import java.util.List;
import java.util.Objects;

/// The values through which a cycle steps.
public sealed interface Settings {
    int count();

    /// @throws IndexOutOfBoundsException unless `0 <= index < count()`
    double value(int index);

    /// Values of a stimulus, in the order of the steps.
    record Listed(List<Double> values) implements Settings {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public int count() {
            return values.size();
        }

        @Override
        public double value(int index) {
            return values.get(index);
        }
    }

    /// Repetitions: the value of a step is its number, from 0.
    record Counted(int count) implements Settings {
        public Counted {
            if (count < 0) throw new IllegalArgumentException("count must be >= 0, got " + count);
        }

        @Override
        public double value(int index) {
            return Objects.checkIndex(index, count);
        }
    }
}
