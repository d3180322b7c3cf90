package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.ProcessDescribed;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Remembers who processes were, so that a culprit can be named after it has gone. Whatever becomes known of a process is
 * told once: when it is met, when it runs another program, when its image and the script that it runs are hashed. Its parents, up to eight, are met
 * before it. At most {@value #BOUND} processes; those unused for longest make room. Any thread.
 */
final class ProcessBook {
    /** How many processes are remembered. */
    static final int BOUND = 4_096;

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private record Entry(ProcessInstance process, ProcessObject shown, long at) {}

    private final ProcessCatalog catalog;
    private final LongSupplier clock;
    private final Consumer<ProcessDescribed> listener;
    private final Map<ProcessKey, Entry> known = new LeastRecentMap<>(BOUND);

    /**
     * An empty book.
     *
     * @param clock nanoseconds since the epoch
     * @param listener is told, on the thread that found out
     */
    ProcessBook(ProcessCatalog catalog, LongSupplier clock, Consumer<ProcessDescribed> listener) {
        this.catalog = catalog;
        this.clock = clock;
        this.listener = listener;
    }

    /** Asks the system about a process that is not known yet; takes as long as the system takes. */
    void meet(ProcessKey key) {
        meet(key, EvidenceSource.SOCKET_TABLE, 0);
    }

    /** The same for a process that has just connected: one that was met five seconds ago may run another program now. */
    void meetAgain(ProcessKey key) {
        Optional<Entry> entry = entry(key);
        if (entry.isEmpty()) {
            meet(key);
        } else if (clock.getAsLong() - entry.get().at >= FRESH_NANOS) {
            EvidenceSource source = EvidenceSource.SOCKET_TABLE;
            catalog.describe(key).ifPresent(now -> learn(clock.getAsLong(), source, now, parents(now, source, 0)));
        }
    }

    /**
     * A source has described a process by itself, on whose thread nobody is asked for more.
     *
     * @return whether there is more to ask, of the process or of its parents
     */
    boolean heard(ProcessDescribed told) {
        ProcessInstance process = told.process();
        if (isPoorer(process)) {
            return false; // it was gone before more could be asked, or has been asked already
        }
        learn(told.at(), told.source(), process, knownParents(process));
        boolean orphan =
                process.parent().filter(parent -> entry(parent).isEmpty()).isPresent();
        return process.key().isIdentified() && (process.user().isEmpty() || orphan);
    }

    private boolean isPoorer(ProcessInstance process) {
        return process.user().isEmpty()
                && entry(process.key())
                        .map(Entry::process)
                        .filter(old -> old.path().equals(process.path()))
                        .filter(old ->
                                process.commandLine().isEmpty() || old.user().isPresent() && old.runsSameAs(process))
                        .isPresent();
    }

    /** Asks for what was not told of a process; takes as long as the system takes. */
    void complete(ProcessKey key) {
        entry(key).map(Entry::process).ifPresent(known -> {
            ProcessInstance now =
                    known.user().isPresent() ? known : catalog.describe(key).orElse(known);
            EvidenceSource source = EvidenceSource.KERNEL_EVENTS;
            learn(clock.getAsLong(), source, now, parents(now, source, 0));
        });
    }

    /** The image of a process has been hashed; of no interest if the process runs another one by now. */
    void hashed(ProcessInstance process) {
        ProcessInstance now;
        synchronized (known) {
            Entry entry = known.get(process.key());
            if (entry == null || !entry.process.runsSameAs(process)) {
                return;
            }
            now = entry.process
                    .withImage(
                            process.sha256().orElseThrow(),
                            process.particulars().signer())
                    .withScript(process.script());
            known.put(now.key(), new Entry(now, shown(now, entry.shown.parents()), clock.getAsLong()));
        }
        listener.accept(new ProcessDescribed(clock.getAsLong(), EvidenceSource.SOCKET_TABLE, now));
    }

    /** What is known of it, as it is shown. */
    Optional<ProcessObject> find(ProcessKey key) {
        return entry(key).map(Entry::shown);
    }

    /** What is known of it. */
    Optional<ProcessInstance> instance(ProcessKey key) {
        return entry(key).map(Entry::process);
    }

    private Optional<Entry> entry(ProcessKey key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }

    private void meet(ProcessKey key, EvidenceSource source, int descendants) {
        if (key.isIdentified() && entry(key).isEmpty()) {
            catalog.describe(key)
                    .ifPresent(process ->
                            learn(clock.getAsLong(), source, process, parents(process, source, descendants)));
        }
    }

    private void learn(long at, EvidenceSource source, ProcessInstance process, List<ParentObject> parents) {
        ProcessInstance now = entry(process.key())
                .map(Entry::process)
                .filter(old -> old.runsSameAs(process))
                .flatMap(old -> old.sha256()
                        .map(hash -> process.withImage(hash, old.particulars().signer())
                                .withScript(old.script())))
                .orElse(process);
        write(at, source, now, parents);
    }

    private List<ParentObject> parents(ProcessInstance process, EvidenceSource source, int descendants) {
        if (descendants < ProcessObject.MAX_PARENTS) {
            process.parent().ifPresent(parent -> meet(parent, source, descendants + 1));
        }
        return knownParents(process);
    }

    private List<ParentObject> knownParents(ProcessInstance process) {
        List<ParentObject> parents = new ArrayList<>();
        process.parent().flatMap(this::entry).ifPresent(parent -> {
            parents.add(new ParentObject(parent.process.key().pid(), parent.process.name()));
            parents.addAll(parent.shown.parents());
        });
        return parents.subList(0, Math.min(parents.size(), ProcessObject.MAX_PARENTS));
    }

    private void write(long at, EvidenceSource source, ProcessInstance process, List<ParentObject> parents) {
        Entry before;
        synchronized (known) {
            before = known.put(process.key(), new Entry(process, shown(process, parents), clock.getAsLong()));
        }
        if (before == null || !before.process.equals(process)) {
            listener.accept(new ProcessDescribed(at, source, process));
        }
    }

    /** The process in the contract's words. */
    static ProcessObject shown(ProcessInstance process, List<ParentObject> parents) {
        return new ProcessObject(
                process.key().pid(),
                Long.toString(process.key().startToken()),
                process.name(),
                process.path(),
                process.user(),
                process.commandLine(),
                process.sha256(),
                process.script().map(script -> new ScriptObject(script.path(), script.sha256())),
                process.particulars().signer(),
                process.particulars().packageName(),
                process.particulars().protection().map(ContractObjects::lower),
                process.particulars().services(),
                parents,
                process.startedAt() == 0
                        ? Optional.empty()
                        : Optional.of(ContractObjects.instant(process.startedAt())));
    }
}
