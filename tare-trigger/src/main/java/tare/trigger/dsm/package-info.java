/// A tree of DSM boards: each combines its input words by a named algorithm and passes a word on.
///
/// In: input words for a block of events, stored channel by channel; registers; tables that say
/// which firmware a board runs and what feeds its channels from which run on. Out: the output and
/// information words of every board, and the word that the decision sees. [DsmAlgorithm] is what a
/// detector writes, [FirmwareTable] and [WiringTable] what it tabulates, [DsmTree] the whole.
@NullMarked
package tare.trigger.dsm;

import org.jspecify.annotations.NullMarked;
