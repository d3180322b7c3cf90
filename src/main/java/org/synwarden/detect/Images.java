package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Bounded;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Which image each process runs, and who its siblings are. A parent that had been started for its one child, at most
 * {@code WRAPPER} before it ({@code timeout 3 nc ...}), stands for nobody: the child counts as its parent's parent's, until
 * the parent turns out to have another child. Remembers
 * {@value #PROCESSES} processes and {@value #GROUPS} groups of siblings; those unused for longest make room.
 */
final class Images {
    static final int PROCESSES = 4_096;
    static final int GROUPS = 1_024;

    private static final long WRAPPER = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_WRAPPERS = 4;

    /** A process and its siblings. */
    record Member(ProcessInstance process, Siblings siblings) {}

    /** The first child that was met, and whether it was the only one. */
    private record Children(ProcessKey first, boolean only) {}

    private record Lineage(String path, Optional<ProcessKey> parent) {}

    private final LeastRecentMap<ProcessKey, Member> members = new LeastRecentMap<>(PROCESSES);
    private final LeastRecentMap<ProcessKey, ProcessInstance> described = new LeastRecentMap<>(PROCESSES);
    /** By parent. */
    private final LeastRecentMap<ProcessKey, Children> children = new LeastRecentMap<>(PROCESSES);

    private final LeastRecentMap<Lineage, Siblings> groups = new LeastRecentMap<>(GROUPS);

    /** More became known of a process; empty while its image is not known. */
    Optional<Member> describe(ProcessInstance process) {
        described.put(process.key(), process);
        process.parent().ifPresent(parent -> met(parent, process.key()));
        return group(process);
    }

    private void met(ProcessKey parent, ProcessKey child) {
        Children known = children.get(parent);
        if (known == null) {
            children.put(parent, new Children(child, true));
        } else if (known.only() && !known.first().equals(child)) {
            children.put(parent, new Children(known.first(), false));
        }
    }

    /** If that parent has more than one child: takes the first, which may have counted as its grandparent's, to the others. */
    Optional<Member> regroupFirstChild(ProcessKey parent) {
        Children known = children.get(parent);
        return known == null || known.only()
                ? Optional.empty()
                : find(known.first())
                        .filter(member -> !member.siblings().parent().equals(starter(member.process())))
                        .flatMap(member -> group(member.process()));
    }

    private Optional<Member> group(ProcessInstance process) {
        if (process.path().isEmpty()) {
            return Optional.empty();
        }
        Lineage lineage = new Lineage(process.path().get(), starter(process));
        Siblings group = groups.computeIfAbsent(lineage, any -> new Siblings(lineage.path(), lineage.parent()));
        if (!group.accepts(process.sha256())) {
            group = new Siblings(lineage.path(), lineage.parent());
            group.accepts(process.sha256());
            groups.put(lineage, group);
        }
        if (process.sha256().isPresent()) {
            group.hashed(process.key());
        }
        Member member = new Member(process, group);
        members.put(process.key(), member);
        return Optional.of(member);
    }

    private Optional<ProcessKey> starter(ProcessInstance process) {
        ProcessInstance child = process;
        for (int i = 0; i < MOST_WRAPPERS; i++) {
            Optional<ProcessInstance> parent = child.parent().map(described::get);
            if (parent.isEmpty() || parent.get().parent().isEmpty() || !isWrapper(parent.get(), child)) {
                return child.parent();
            }
            child = parent.get();
        }
        return child.parent();
    }

    private boolean isWrapper(ProcessInstance parent, ProcessInstance child) {
        Children known = children.get(parent.key());
        return (known == null || known.only())
                && parent.startedAt() != 0
                && child.startedAt() >= parent.startedAt()
                && child.startedAt() - parent.startedAt() <= WRAPPER;
    }

    Optional<Member> find(ProcessKey process) {
        return Optional.ofNullable(members.get(process));
    }

    /** How full it is. */
    List<Bounded> bounds() {
        return List.of(
                new Bounded("processes", members.size(), PROCESSES, members.evictions()),
                new Bounded("siblings", groups.size(), GROUPS, groups.evictions()));
    }
}
