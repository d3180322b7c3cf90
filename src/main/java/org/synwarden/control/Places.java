package org.synwarden.control;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is connected: at most {@value #MAX} clients, of which at most {@value #MAX_USERS} are no administrators, so that
 * no user can shut the administrator out. Any thread.
 */
final class Places {
    static final int MAX = 16;
    static final int MAX_USERS = 12;

    private final Set<ClientSession> taken = new LinkedHashSet<>();

    /** Of those, whose other end is known. */
    private final Set<ClientSession> confirmed = new HashSet<>();

    private boolean closed;

    /**
     * Gives the session a place, or says why there is none. Who has said nothing yet keeps nobody out: the one of them that
     * came first makes room.
     */
    Optional<String> take(ClientSession session) {
        Optional<ClientSession> silent;
        synchronized (this) {
            silent = taken.size() < MAX
                    ? Optional.empty()
                    : taken.stream().filter(other -> !confirmed.contains(other)).findFirst();
            silent.ifPresent(taken::remove);
        }
        silent.ifPresent(ClientSession::end);
        return takeFree(session);
    }

    private synchronized Optional<String> takeFree(ClientSession session) {
        if (closed) {
            return Optional.of("the SynWarden service is stopping");
        }
        if (taken.size() >= MAX) {
            return Optional.of(MAX + " clients are connected already: close one, for example a 'synwarden watch'");
        }
        taken.add(session);
        return Optional.empty();
    }

    /**
     * Says why the session may not keep its place, now that it is known who is at the other end; empty when it may. Not
     * every system knows that before the first message has been read.
     */
    synchronized Optional<String> confirm(ClientSession session) {
        long users = confirmed.stream()
                .filter(other -> other != session && !other.caller().administrator())
                .count();
        if (session.caller().administrator() || users < MAX_USERS) {
            if (taken.contains(session)) {
                confirmed.add(session);
            }
            return Optional.empty();
        }
        return Optional.of(users + " clients are connected already and the other places are kept for"
                + " administrators: close one, for example a 'synwarden watch'");
    }

    synchronized void leave(ClientSession session) {
        taken.remove(session);
        confirmed.remove(session);
    }

    synchronized List<ClientSession> all() {
        return List.copyOf(taken);
    }

    /** Gives no more places. */
    synchronized void close() {
        closed = true;
    }
}
