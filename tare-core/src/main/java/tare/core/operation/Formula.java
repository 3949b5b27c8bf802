package tare.core.operation;

import java.util.function.DoubleUnaryOperator;

/// A function with a name. The journal holds the name, and a replay asks for the function by it, so
/// another function needs another name.
///
/// @param name `volts-from-counts`, with a version where it may change
public record Formula(String name, DoubleUnaryOperator function) {
    public Formula {
        if (name.isBlank()) throw new IllegalArgumentException("a formula needs a name");
    }
}
