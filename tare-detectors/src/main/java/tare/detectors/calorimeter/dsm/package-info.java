/// The boards of the calorimeters' trigger: what each firmware computes, from the words of trigger
/// patches to the bits that the decision sees, and which board ran which firmware, wired how.
///
/// In: 12-bit words of trigger patches (high tower in bits 0-5, patch sum in bits 6-11) for blocks
/// of events, registers. Out: words of every board. [CalorimeterTrigger] has the tables and the
/// algorithms by name; layers: 0 patches, 1 jet patches, 2 both calorimeters, 3 the last board.
/// Source of all rules: the public code star-bnl/star-sw at commit b35b1df, below
/// `StRoot/StTriggerUtilities/StDSMUtilities`, restated.
@NullMarked
package tare.detectors.calorimeter.dsm;

import org.jspecify.annotations.NullMarked;
