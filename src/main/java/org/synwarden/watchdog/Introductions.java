package org.synwarden.watchdog;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.process.ProcessKey;

/**
 * Asks, on the thread {@code introductions}, for what a source could not wait for when it told of a process: an account's
 * name may take a domain controller seconds. Bound: {@value #WAITING} processes wait; what finds no room is left out and
 * counted, and stays without account and parents until the socket table shows it.
 */
final class Introductions implements Runnable {
    static final int WAITING = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(Introductions.class);

    private final Consumer<ProcessKey> complete;
    private final PatientWork<ProcessKey> work = new PatientWork<>(WAITING, this::introduce);

    /**
     * Nobody waits yet.
     *
     * @param complete asks; called on the thread that runs this
     */
    Introductions(Consumer<ProcessKey> complete) {
        this.complete = complete;
    }

    /** Asks for the rest of a process; never waits. Any thread. */
    void want(ProcessKey process) {
        work.want(process);
    }

    /** How many processes found no room. */
    long leftOut() {
        return work.leftOut();
    }

    @Override
    public void run() {
        work.run();
    }

    private void introduce(ProcessKey process) {
        try {
            complete.accept(process);
        } catch (RuntimeException e) {
            LOG.warn("No more is known of process {}", process.pid(), e);
        }
    }
}
