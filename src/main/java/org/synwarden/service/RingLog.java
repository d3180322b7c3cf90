package org.synwarden.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.synwarden.contract.LogLineObject;

/**
 * The latest entries of the log, more of them than the file has, for {@code synwarden doctor --log}. Bounds:
 * {@value #MOST_ENTRIES} entries and {@value #MOST_CHARACTERS} characters; the oldest make room, and an entry is cut after
 * {@value #LONGEST} characters. Any thread.
 */
final class RingLog extends AppenderBase<ILoggingEvent> {
    static final int MOST_ENTRIES = 2_000;
    static final int MOST_CHARACTERS = 256 * 1_024;
    static final int LONGEST = 4_096;

    private final Deque<LogLineObject> entries = new ArrayDeque<>();
    private int characters;

    @Override
    protected void append(ILoggingEvent event) {
        String message = LogLayout.message(event);
        add(new LogLineObject(
                event.getInstant(),
                event.getLevel().toString().toLowerCase(Locale.ROOT),
                event.getThreadName(),
                LogLayout.source(event),
                message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message));
    }

    private synchronized void add(LogLineObject entry) {
        entries.add(entry);
        characters += length(entry);
        while (entries.size() > MOST_ENTRIES || characters > MOST_CHARACTERS) {
            characters -= length(entries.remove());
        }
    }

    private static int length(LogLineObject entry) {
        return entry.thread().length()
                + entry.source().length()
                + entry.message().length();
    }

    /** Oldest first. */
    synchronized List<LogLineObject> entries() {
        return List.copyOf(entries);
    }
}
