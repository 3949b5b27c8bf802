/// The trigger control unit: which trigger definitions a final word fulfils.
///
/// In: the words of the last board for a block of events, a menu of definitions with streams of
/// 128 on and off bits, and where in the streams the word stands. Out: for each trigger id and
/// event, fired or not. [TriggerMenu] is what was asked for in a run, [Tcu] decides.
@NullMarked
package tare.trigger.tcu;

import org.jspecify.annotations.NullMarked;
