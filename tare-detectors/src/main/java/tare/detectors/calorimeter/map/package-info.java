/// Where a tower is and to which trigger patch, crate and jet patch it belongs: the barrel's 4,800
/// towers and the endcap's 720.
///
/// In: tables that are part of the program, checked when they are read. Out: [BarrelMap] and
/// [EndcapMap] with towers, trigger patches and jet patches. The barrel's cables changed twice;
/// [MapVariants] says which [MapVariant] a run had.
///
/// Indexes: a barrel tower is its **soft id** minus 1, an endcap tower
/// `60 * (sector - 1) + 12 * (subsector - 1) + eta bin - 1`; patches are 0..299 and 0..89.
@NullMarked
package tare.detectors.calorimeter.map;

import org.jspecify.annotations.NullMarked;
