package tare.conditions.type;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// One check, ready to look at channels by dense index.
///
/// @param value of a channel, in words
/// @param expected of a channel, in words
record Inspection(IntPredicate passes, IntFunction<String> value, IntFunction<String> expected) {}
