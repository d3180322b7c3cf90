package org.synwarden.platform.windows.etw;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;

/** What is known of one connection's connecting, in whatever order it became known. One thread. */
final class TcbConnect {
    /** 0 is the idle process, 4 the kernel, which writes events for others as well; Windows has no pid between them. */
    private static final int KERNEL = 4;

    private static final long DISORDER = TimeUnit.MILLISECONDS.toNanos(500);

    private final long handle;
    private OptionalInt caller = OptionalInt.empty();
    private OptionalInt named = OptionalInt.empty();
    private Endpoint local = new Endpoint(Address.ipv4(0), 0);
    private Optional<Endpoint> remote = Optional.empty();
    private OptionalLong synAt = OptionalLong.empty();
    private boolean told;
    private boolean linked;
    private Optional<ConnectResult> result = Optional.empty();

    /** Nothing is known yet of the connection that is told under this handle. */
    TcbConnect(long handle) {
        this.handle = handle;
    }

    void requestedBy(int process) {
        caller = process > 0 ? OptionalInt.of(process) : OptionalInt.empty();
    }

    /** The event itself names the process. */
    void named(int process) {
        if (process > 0) {
            named = OptionalInt.of(process);
        }
    }

    void ends(Endpoint localEnd, Endpoint remoteEnd) {
        if (localEnd.port() != 0 || remote.isEmpty()) {
            local = localEnd;
        }
        remote = Optional.of(remoteEnd);
    }

    void synAt(long at) {
        if (synAt.isEmpty()) {
            synAt = OptionalLong.of(at);
        }
    }

    long handle() {
        return handle;
    }

    /** Whether the request of that time may be this one's, which was heard of after what followed from it. */
    boolean isOvertaken(long requestedAt) {
        return caller.isEmpty() && result.isEmpty() && requestedAt - synAt.orElse(requestedAt) <= DISORDER;
    }

    /** Whether it is known where it goes. */
    boolean hasEnds() {
        return remote.isPresent();
    }

    /** When its first SYN left. */
    OptionalLong synAt() {
        return synAt;
    }

    /** Whose it is, as sure as is known; empty when no event has said. */
    OptionalInt process() {
        return named.isPresent() ? named : caller;
    }

    /** Whether a later event could not name another process than {@link #process} does. */
    boolean isProcessSure() {
        return named.isPresent() || caller.isPresent() && caller.getAsInt() > KERNEL;
    }

    Endpoint local() {
        return local;
    }

    /** The other end; asked only when {@link #hasEnds}. */
    Endpoint remote() {
        return remote.orElseThrow();
    }

    Flow flow() {
        return new Flow(Protocol.TCP, local, remote());
    }

    /** Whether its beginning has been told. */
    boolean isTold() {
        return told;
    }

    void tell() {
        told = true;
        linked = local.port() != 0;
    }

    /** Whether its local port is known and has not been told. */
    boolean hasNewEnds() {
        return told && !linked && local.port() != 0;
    }

    void link() {
        linked = true;
    }

    boolean hasEnded() {
        return result.isPresent();
    }

    Optional<ConnectResult> result() {
        return result;
    }

    void ended(ConnectResult how) {
        result = Optional.of(how);
    }
}
