package tare.trigger.dsm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Boards in an order in which each comes after all that feed it.
final class BoardOrder {
    private BoardOrder() {}

    /// Boards of a circle, and those behind it, are left out.
    static List<String> of(Collection<String> boards, List<Wire> wires) {
        Set<String> done = new LinkedHashSet<>();
        Set<String> left = new TreeSet<>(boards);
        while (true) {
            Set<String> ready = new TreeSet<>(left);
            for (Wire wire : wires) {
                if (wire.source() instanceof Source.OfBoard(String from, _) && left.contains(from))
                    ready.remove(wire.board());
            }
            if (ready.isEmpty()) return List.copyOf(done);
            done.addAll(ready);
            left.removeAll(ready);
        }
    }
}
