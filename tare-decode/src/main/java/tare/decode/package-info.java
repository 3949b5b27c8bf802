/// Raw bytes to digis, with every word accounted for.
///
/// In: mapped raw files and a detector's decoder. Out: batches of hits to a sink, and a tally in
/// which words read equal words understood plus words refused. Decoding knows nothing of
/// conditions: it works with an empty database.
@NullMarked
package tare.decode;

import org.jspecify.annotations.NullMarked;
