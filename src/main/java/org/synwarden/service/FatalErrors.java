package org.synwarden.service;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the service when a part that it cannot do without has failed, so that the system starts it again: logs why, says
 * goodbye to clients, and exits with 1; when that takes longer than a few seconds, it halts. A fault in one source or one
 * client's session ends only that one, unless it is the virtual machine's. Any thread.
 */
final class FatalErrors implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FatalErrors.class);

    /** Threads that serve one source or one client. */
    private static final Pattern ONE_OF_MANY = Pattern.compile("(capture-|kernel-events|control-client-|event-log).*");

    private final Runnable goodbye;
    private final Ending ending;
    private final AtomicBoolean over = new AtomicBoolean();

    /** How a process ends. */
    interface Ending {
        /** Halts it with 1 after a few seconds, whatever else is going on; does not wait. */
        void haltSoon();

        /** Exits with 1, by way of its shutdown hooks. */
        void exit();
    }

    /**
     * For the threads of a service.
     *
     * @param goodbye tells the clients
     */
    FatalErrors(Runnable goodbye, Ending ending) {
        this.goodbye = goodbye;
        this.ending = ending;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable why) {
        boolean alone = ONE_OF_MANY.matcher(thread.getName()).matches();
        if (alone && !(why instanceof VirtualMachineError)) {
            LOG.error("A fault has ended {}", thread.getName(), why);
            return;
        }
        if (over.getAndSet(true)) {
            return;
        }
        ending.haltSoon();
        try {
            LOG.error("A fault has ended {}; the service exits, so that it is started again", thread.getName(), why);
            goodbye.run();
        } finally {
            ending.exit(); // also where there is no memory left to say why
        }
    }
}
