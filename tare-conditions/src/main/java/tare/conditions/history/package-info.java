/// What a store holds and how it came about, for people.
///
/// In: a store. Out: plain records about tags, payloads, banks and commits, ready to be printed.
@NullMarked
package tare.conditions.history;

import org.jspecify.annotations.NullMarked;
