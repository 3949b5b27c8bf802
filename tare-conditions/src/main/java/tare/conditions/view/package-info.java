/// What consumers read: everything valid at one moment, as of one commit.
///
/// In: a moment and a sequence. Out: banks, each with the tag, the interval in which it really
/// holds, its payload's hash and the commit that put it there; or an error that says what there is
/// instead.
@NullMarked
package tare.conditions.view;

import org.jspecify.annotations.NullMarked;
