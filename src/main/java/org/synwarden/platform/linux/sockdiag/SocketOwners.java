package org.synwarden.platform.linux.sockdiag;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessKey;

/**
 * Remembers which process holds which socket inode, so that only inodes never seen before cost a walk through the
 * descriptors of the processes, which ends as soon as all of them are found. A holder is looked for again when it has
 * ended (a child may have inherited the socket); whether it has is asked at every {@value #SNAPSHOTS_PER_CHECK}th snapshot. Walks are limited to a share of the time; what was not looked for yet
 * is at the next snapshot. An inode that three walks have not found is left alone, and one of a user whose processes
 * cannot be seen causes no walk at all. Holds entries only for inodes of the last snapshot. One thread.
 */
final class SocketOwners {
    /** A name that is still given for that long after its holder's end costs less than asking about all holders each time. */
    static final int SNAPSHOTS_PER_CHECK = 4;

    private static final int WALKS_PER_INODE = 3;

    private final ProcessCatalog catalog;
    private final ProcessDescriptors descriptors;
    private final Sight sight;
    private final CostLimit walks;
    private final Map<Long, SocketInode> inodes = new HashMap<>();
    private boolean seeking;

    SocketOwners(ProcessCatalog catalog, ProcessDescriptors descriptors, Sight sight, CostLimit walks) {
        this.catalog = catalog;
        this.descriptors = descriptors;
        this.sight = sight;
        this.walks = walks;
    }

    /** What is known of that inode; kept while each snapshot {@linkplain SocketInode#see sees} it. */
    SocketInode inode(long number, int uid) {
        return inodes.computeIfAbsent(number, added -> new SocketInode(uid));
    }

    /** Whether {@link #update} has something to do although the table is the same as at the snapshot before. */
    boolean isDue(int snapshot) {
        return seeking || snapshot % SNAPSHOTS_PER_CHECK == 0;
    }

    /** Forgets the inodes that are not in that snapshot and learns the owners of those that are. */
    void update(int snapshot) {
        inodes.values().removeIf(inode -> !inode.isIn(snapshot));
        if (snapshot % SNAPSHOTS_PER_CHECK == 0) {
            forgetEnded();
        }
        List<SocketInode> sought =
                inodes.values().stream().filter(this::isSought).toList();
        seeking = !sought.isEmpty();
        if (!seeking) {
            return;
        }
        boolean walked =
                walks.tryTo(() -> descriptors.ownNetwork().ifPresent(network -> walk(network, new HashSet<>(sought))));
        if (walked) {
            sought.stream().filter(inode -> inode.owner().isEmpty()).forEach(SocketInode::notFound);
        }
    }

    private boolean isSought(SocketInode inode) {
        return inode.owner().isEmpty() && inode.walks() < WALKS_PER_INODE && sight.reaches(inode.uid());
    }

    private void forgetEnded() {
        Set<ProcessKey> ended = new HashSet<>();
        Consumer<ProcessKey> add = ended::add; // one for all, not one a row
        inodes.values().forEach(inode -> inode.owner().ifPresent(add));
        ended.removeIf(key -> catalog.find(key.pid()).filter(key::equals).isPresent());
        if (!ended.isEmpty()) {
            inodes.values().stream()
                    .filter(inode -> inode.owner().filter(ended::contains).isPresent())
                    .forEach(SocketInode::forgetOwner);
        }
    }

    private void walk(Path network, Set<SocketInode> sought) {
        for (int pid : likeliestFirst()) {
            sought.removeAll(claim(pid, network));
            if (sought.isEmpty()) {
                return;
            }
        }
    }

    /**
     * Owners known already, then the rest from the newest pid down: of several holders of one socket the youngest is
     * named, the worker rather than the supervisor that handed the socket down.
     */
    private Set<Integer> likeliestFirst() {
        Set<Integer> pids = inodes.values().stream()
                .flatMap(inode -> inode.owner().stream())
                .map(ProcessKey::pid)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        descriptors.pids().stream().sorted(Comparator.reverseOrder()).forEach(pids::add);
        return pids;
    }

    /** Which inodes without owner that process turned out to hold. */
    private Set<SocketInode> claim(int pid, Path network) {
        Optional<ProcessKey> before = catalog.find(pid);
        Set<SocketInode> held = new HashSet<>();
        descriptors.forEachSocket(pid, network, number -> {
            SocketInode inode = inodes.get(number);
            if (inode != null && inode.owner().isEmpty()) {
                held.add(inode);
            }
        });
        if (held.isEmpty() || before.isEmpty() || !before.equals(catalog.find(pid))) {
            return Set.of();
        }
        held.forEach(inode -> inode.found(before));
        return held;
    }
}
