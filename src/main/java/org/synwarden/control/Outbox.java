package org.synwarden.control;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What waits to be written to one connection: at most {@value #CAPACITY} messages, whose frames are made only when their
 * turn comes, and the subscriptions that have news, each at most once. A reader at the other end that is slow or stuck
 * thus costs no memory: whoever asks waits, and news are what is new when they are written. One thread writes, any
 * thread puts.
 */
final class Outbox {
    static final int CAPACITY = 16;

    private final Deque<FrameSource> messages = new ArrayDeque<>();
    private final Set<FrameSource> news = new LinkedHashSet<>();
    private FrameSource lastWords = Collections::emptyIterator;
    private boolean finishing;

    /**
     * Puts a message in, waiting for room.
     *
     * @throws IOException when the outbox is finished
     */
    synchronized void put(FrameSource message) throws IOException {
        waitWhile(() -> messages.size() >= CAPACITY && !finishing);
        if (!offer(message)) {
            throw new IOException("the connection has ended");
        }
    }

    /** Puts a message in; false when there is no room or the outbox is finished. */
    synchronized boolean offer(FrameSource message) {
        boolean taken = messages.size() < CAPACITY && !finishing;
        if (taken) {
            messages.add(message);
            notifyAll();
        }
        return taken;
    }

    /** Has the source asked for its frames after the messages that wait already. */
    synchronized void wake(FrameSource whoHasNews) {
        if (news.add(whoHasNews)) {
            notifyAll();
        }
    }

    /** Drops what waits; after the frame that is being written now, only these are written. The first call counts. */
    synchronized void finish(FrameSource last) {
        if (!finishing) {
            finishing = true;
            lastWords = last;
            notifyAll();
        }
    }

    /** Writes until the outbox is finished. For the writing thread. */
    void drainTo(Transport.Connection to) throws IOException {
        for (Optional<FrameSource> source = next(); source.isPresent(); source = next()) {
            Iterator<byte[]> frames = source.get().frames();
            while (!finishing() && frames.hasNext()) {
                write(to, frames.next());
            }
        }
        for (Iterator<byte[]> frames = lastWords().frames(); frames.hasNext(); ) {
            write(to, frames.next());
        }
    }

    private static void write(Transport.Connection to, byte[] frame) throws IOException {
        to.write(frame, 0, frame.length);
    }

    private synchronized Optional<FrameSource> next() throws InterruptedIOException {
        waitWhile(() -> messages.isEmpty() && news.isEmpty() && !finishing);
        if (finishing) {
            return Optional.empty();
        }
        notifyAll();
        return Optional.of(messages.isEmpty() ? nextNews() : messages.remove());
    }

    private FrameSource nextNews() {
        Iterator<FrameSource> waiting = news.iterator();
        FrameSource next = waiting.next();
        waiting.remove();
        return next;
    }

    private synchronized boolean finishing() {
        return finishing;
    }

    private synchronized FrameSource lastWords() {
        return lastWords;
    }

    private synchronized void waitWhile(BooleanSupplier condition) throws InterruptedIOException {
        try {
            while (condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the connection was busy");
        }
    }
}
