/// Who did what to a set of constants, when, where, with what and why.
///
/// In: one entry per altering operation. Out: an immutable chain in which each entry holds the hash
/// of the one before, so a missing or altered entry shows.
@NullMarked
package tare.core.journal;

import org.jspecify.annotations.NullMarked;
