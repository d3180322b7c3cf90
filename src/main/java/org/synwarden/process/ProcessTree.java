package org.synwarden.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is whose descendant. Pure. */
public final class ProcessTree {
    private ProcessTree() {}

    /**
     * The descendants of a process, parents before their children. A child belongs to its parent only if it did not start
     * before it: its true parent is gone then, and the pid has been given away again. What hangs on a process that is gone
     * cannot be found.
     *
     * @param all the processes there are
     */
    public static List<ProcessKey> below(ProcessKey root, List<ListedProcess> all) {
        Map<Integer, List<ListedProcess>> children =
                all.stream().collect(Collectors.groupingBy(ListedProcess::parentPid));
        List<ListedProcess> tree = new ArrayList<>(
                all.stream().filter(process -> process.key().equals(root)).toList());
        Set<ProcessKey> met = new LinkedHashSet<>(Set.of(root));
        for (int i = 0; i < tree.size(); i++) {
            ListedProcess parent = tree.get(i);
            for (ListedProcess child : children.getOrDefault(parent.key().pid(), List.of())) {
                if (child.started() >= parent.started() && met.add(child.key())) {
                    tree.add(child);
                }
            }
        }
        return tree.stream()
                .map(ListedProcess::key)
                .filter(key -> !key.equals(root))
                .toList();
    }
}
