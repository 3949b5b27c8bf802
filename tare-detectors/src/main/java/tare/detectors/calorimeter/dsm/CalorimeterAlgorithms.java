package tare.detectors.calorimeter.dsm;

import java.util.List;
import java.util.stream.Stream;
import tare.trigger.dsm.AlgorithmCatalog;
import tare.trigger.dsm.DsmAlgorithm;

/// Every algorithm of the calorimeters' boards, by the name that the firmware table uses:
/// layer and kind of board, then the version as the source numbers it.
final class CalorimeterAlgorithms {
    private CalorimeterAlgorithms() {}

    static AlgorithmCatalog all() {
        return AlgorithmCatalog.of(
                Stream.of(layer0Barrel(), layer1Barrel(), endcap(), upperLayers())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<DsmAlgorithm> layer0Barrel() {
        return List.of(
                PatchSums.of("barrel-l0-west/2009", Layer0Board.BARREL_WEST),
                PatchSums.of("barrel-l0-east/2009", Layer0Board.BARREL_EAST),
                PatchSums.of("barrel-l0-west-split/2009", Layer0Board.BARREL_WEST_SPLIT),
                PatchSums.of("barrel-l0-east-split/2009", Layer0Board.BARREL_EAST_SPLIT),
                PatchSumsAndTower.of("barrel-l0-west/2015", Layer0Board.BARREL_WEST),
                PatchSumsAndTower.of("barrel-l0-east/2015", Layer0Board.BARREL_EAST),
                PatchSumsAndTower.of("barrel-l0-west-split/2015", Layer0Board.BARREL_WEST_SPLIT),
                PatchSumsAndTower.of("barrel-l0-east-split/2015", Layer0Board.BARREL_EAST_SPLIT),
                TowersAndPatches.whole("barrel-l0/2014_b"),
                TowersAndPatches.split("barrel-l0-split/2014_b"));
    }

    private static List<DsmAlgorithm> layer1Barrel() {
        return List.of(
                BarrelJetPatches.of("barrel-l1/2009"),
                BarrelDijets.of("barrel-l1/2013"),
                BarrelJetPatchesByRegion.of("barrel-l1/2015"),
                BarrelTowersAndPatches.of("barrel-l1/2014_b"));
    }

    private static List<DsmAlgorithm> endcap() {
        return List.of(
                PatchSums.of("endcap-l0/2009", Layer0Board.ENDCAP),
                PatchSums.of("endcap-l0-split/2009", Layer0Board.ENDCAP_SPLIT),
                PatchSumsAndTower.of("endcap-l0/2017", Layer0Board.ENDCAP),
                PatchSumsAndTower.of("endcap-l0-split/2017", Layer0Board.ENDCAP_SPLIT),
                EndcapJetPatches.of("endcap-l1-ee101/2009", EndcapBoard.EE101),
                EndcapJetPatches.of("endcap-l1-ee102/2009", EndcapBoard.EE102),
                EndcapDijets.of("endcap-l1-ee101/2013", EndcapBoard.EE101),
                EndcapDijets.of("endcap-l1-ee102/2013", EndcapBoard.EE102),
                EndcapTowersInPatches.of("endcap-l1-ee101/2017", EndcapBoard.EE101),
                EndcapTowersInPatches.of("endcap-l1-ee102/2017", EndcapBoard.EE102));
    }

    private static List<DsmAlgorithm> upperLayers() {
        return List.of(
                TowersAndJets.of("l2/2009"),
                TowersAndDijets.of("l2/2013_a", TowersAndDijets.Ninth.BARREL_JP2),
                TowersAndDijets.of("l2/2013", TowersAndDijets.Ninth.ENDCAP_DIJET),
                TowersInPatchesAndJets.of("l2/2015"),
                TowerPairs.of("l2/2014_b"),
                TowersInPatchesOfBoth.of("l2/2017"),
                LastBoard.of("l3/2009"));
    }
}
