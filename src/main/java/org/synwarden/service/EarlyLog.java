package org.synwarden.service;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a service logs before it has log files, because the folder for them is not known to be safe yet: the first
 * {@value #MOST} entries. Any thread.
 */
final class EarlyLog extends AppenderBase<ILoggingEvent> {
    private static final int MOST = 256;
    private static final String NAME = "early";

    private final List<ILoggingEvent> kept = new ArrayList<>();

    private EarlyLog() {
        setName(NAME);
    }

    /** Begins to keep what that logger and those below it are told. */
    static void begin(Logger logger) {
        EarlyLog early = new EarlyLog();
        early.setContext(logger.getLoggerContext());
        early.start();
        logger.addAppender(early);
    }

    /** Keeps no more, and gives what was kept; nothing where it never began. */
    static List<ILoggingEvent> end(Logger logger) {
        if (logger.getAppender(NAME) instanceof EarlyLog early) {
            logger.detachAppender(early);
            return early.stopped();
        }
        return List.of();
    }

    private synchronized List<ILoggingEvent> stopped() {
        stop();
        return List.copyOf(kept);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (kept.size() < MOST) {
            event.prepareForDeferredProcessing();
            kept.add(event);
        }
    }
}
