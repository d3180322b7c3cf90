package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Which image each process runs, and who its siblings are. A parent that had been started for its one child, at most
 * {@code WRAPPER} before it ({@code timeout 3 nc ...}), stands for nobody: the child counts as its parent's parent's. Remembers
 * {@value #PROCESSES} processes and {@value #GROUPS} groups of siblings; those unused for longest make room.
 */
final class Images {
    static final int PROCESSES = 4_096;
    static final int GROUPS = 1_024;

    private static final long WRAPPER = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_WRAPPERS = 4;

    /** A process, its siblings, and the script it runs, if it is an interpreter and that is known. */
    record Member(ProcessInstance process, Siblings siblings, Optional<Script> script) {}

    private record Lineage(String path, Optional<ProcessKey> parent) {}

    private final LeastRecentMap<ProcessKey, Member> members = new LeastRecentMap<>(PROCESSES);
    private final LeastRecentMap<ProcessKey, ProcessInstance> described = new LeastRecentMap<>(PROCESSES);
    private final LeastRecentMap<Lineage, Siblings> groups = new LeastRecentMap<>(GROUPS);

    /** More became known of a process; empty while its image is not known. */
    Optional<Member> describe(ProcessInstance process) {
        described.put(process.key(), process);
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
        Optional<Script> script = find(process.key()).flatMap(Member::script);
        Member member = new Member(process, group, script);
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

    private static boolean isWrapper(ProcessInstance parent, ProcessInstance child) {
        return parent.startedAt() != 0
                && child.startedAt() >= parent.startedAt()
                && child.startedAt() - parent.startedAt() <= WRAPPER;
    }

    /** The script that a process runs became known. */
    void identify(ProcessKey process, Script script) {
        find(process)
                .ifPresent(member ->
                        members.put(process, new Member(member.process(), member.siblings(), Optional.of(script))));
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
