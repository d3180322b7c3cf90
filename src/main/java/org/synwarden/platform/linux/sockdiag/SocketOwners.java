package org.synwarden.platform.linux.sockdiag;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessKey;

/**
 * Remembers which process owns which socket inode, so that only inodes never seen before cost a walk through the
 * descriptors of the processes. An owner is asked for again when it has ended (a child may have inherited the socket);
 * an inode whose owner cannot be seen is looked for in three walks and then left alone. Holds entries only for inodes
 * of the last snapshot. One thread.
 */
final class SocketOwners {
    private static final int WALKS_PER_INODE = 3;

    private final ProcessCatalog catalog;
    private final ProcessDescriptors descriptors;
    private final Map<Long, ProcessKey> owners = new HashMap<>();
    private final Map<Long, Integer> misses = new HashMap<>();

    SocketOwners(ProcessCatalog catalog, ProcessDescriptors descriptors) {
        this.catalog = catalog;
        this.descriptors = descriptors;
    }

    /** Who holds the socket, as of the last {@link #update}. */
    Optional<ProcessKey> ownerOf(long inode) {
        return Optional.ofNullable(owners.get(inode));
    }

    /** Learns the owners of these inodes and forgets all others. */
    void update(Set<Long> inodes) {
        owners.keySet().retainAll(inodes);
        misses.keySet().retainAll(inodes);
        forgetEnded();
        Set<Long> unknown = inodes.stream()
                .filter(inode -> !owners.containsKey(inode) && misses.getOrDefault(inode, 0) < WALKS_PER_INODE)
                .collect(Collectors.toCollection(HashSet::new));
        if (unknown.isEmpty()) {
            return;
        }
        descriptors.ownNetwork().ifPresent(network -> walk(network, unknown));
        misses.keySet().removeAll(owners.keySet());
        unknown.forEach(inode -> misses.merge(inode, 1, Integer::sum));
    }

    private void forgetEnded() {
        Set<ProcessKey> ended = new HashSet<>(owners.values());
        ended.removeIf(key -> catalog.find(key.pid()).filter(key::equals).isPresent());
        owners.values().removeIf(ended::contains);
    }

    private void walk(Path network, Set<Long> unknown) {
        for (int pid : likeliestFirst()) {
            claim(pid, network, unknown);
            if (unknown.isEmpty()) {
                return;
            }
        }
    }

    /**
     * Owners known already, then the rest from the newest pid down: of several holders of one socket the youngest is
     * named, the worker rather than the supervisor that handed the socket down.
     */
    private Set<Integer> likeliestFirst() {
        Set<Integer> pids = owners.values().stream()
                .map(ProcessKey::pid)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        descriptors.pids().stream().sorted(Comparator.reverseOrder()).forEach(pids::add);
        return pids;
    }

    private void claim(int pid, Path network, Set<Long> unknown) {
        Optional<ProcessKey> before = catalog.find(pid);
        Set<Long> held = new HashSet<>();
        descriptors.forEachSocket(pid, network, inode -> {
            if (unknown.contains(inode)) {
                held.add(inode);
            }
        });
        if (held.isEmpty() || before.isEmpty() || !before.equals(catalog.find(pid))) {
            return;
        }
        held.forEach(inode -> owners.put(inode, before.get()));
        unknown.removeAll(held);
    }
}
