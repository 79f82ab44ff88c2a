package io.loanflow.testing;

import io.loanflow.workflow.StageGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The shortest way from stage to stage that the deployed model allows people to go. */
final class WayThroughStages {

    private final Lending lending;

    WayThroughStages(Lending lending) {
        this.lending = lending;
    }

    List<String> between(String from, String to) {
        var ways = new ArrayDeque<List<String>>(List.of(List.of(from)));
        Set<String> seen = new HashSet<>(Set.of(from));
        while (!ways.isEmpty()) {
            var way = ways.remove();
            var last = way.get(way.size() - 1);
            if (last.equals(to)) {
                return way.subList(1, way.size());
            }
            for (var next : StageGraph.after(lending.context, last)) {
                if (seen.add(next)) {
                    var longer = new ArrayList<>(way);
                    longer.add(next);
                    ways.add(longer);
                }
            }
        }
        throw new AssertionError("The model has no way from " + from + " to " + to);
    }
}
