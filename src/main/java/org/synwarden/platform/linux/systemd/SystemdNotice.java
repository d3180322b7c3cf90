package org.synwarden.platform.linux.systemd;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.platform.linux.bindings.LibC;

/**
 * Tells systemd how this service fares: a datagram to the Unix socket that {@code NOTIFY_SOCKET} names. Where systemd did
 * not ask to be told, nothing happens; a socket that does not take it is logged, once, and is no failure of the service.
 * Java 17 has no datagrams of Unix sockets. Any thread.
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/252/sd_notify.html">sd_notify(3)</a>
 */
public final class SystemdNotice {
    private static final Logger LOG = LoggerFactory.getLogger(SystemdNotice.class);

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    /** Without waiting: a receiver that does not read must not hold the service up. */
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
    /** Of {@code sun_path}, unix(7). */
    private static final int LONGEST_PATH = 107;

    private final Optional<String> socket;
    private final Optional<Duration> watchdog;
    private boolean told;

    private SystemdNotice(Optional<String> socket, Optional<Duration> watchdog) {
        this.socket = socket;
        this.watchdog = watchdog;
    }

    /** What systemd has asked this process for. */
    public static SystemdNotice ofThisProcess() {
        return of(System.getenv(), ProcessHandle.current().pid());
    }

    static SystemdNotice of(Map<String, String> environment, long pid) {
        Optional<String> socket = Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
                .filter(name -> name.startsWith("/") || name.startsWith("@"))
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH);
        String whom = environment.getOrDefault("WATCHDOG_PID", Long.toString(pid));
        Optional<Duration> watchdog = Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                .filter(text -> text.matches("[1-9]\\d{0,14}") && whom.equals(Long.toString(pid)))
                .map(text -> Duration.ofNanos(Long.parseLong(text) * 1_000));
        return new SystemdNotice(socket, socket.flatMap(any -> watchdog));
    }

    /** After how long without {@link #alive} systemd takes the service for hung; empty where it does not look. */
    public Optional<Duration> watchdog() {
        return watchdog;
    }

    /** The service watches and can be asked. */
    public void ready() {
        tell("READY=1");
    }

    /** It has begun to stop. */
    public void stopping() {
        tell("STOPPING=1");
    }

    /** It is not hung. */
    public void alive() {
        tell("WATCHDOG=1");
    }

    private synchronized void tell(String what) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            send(socket.get(), what);
        } catch (LastErrorException | UnsatisfiedLinkError e) {
            if (!told) {
                LOG.warn("systemd cannot be told {}: {}", what, e.getMessage());
            }
            told = true;
        }
    }

    private static void send(String name, String what) {
        LibC system = LibC.load();
        int descriptor = system.socket(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        try {
            ByteBuffer address = address(name);
            system.connect(descriptor, address, address.remaining());
            ByteBuffer message = direct(what.getBytes(StandardCharsets.UTF_8));
            system.send(descriptor, message, new NativeLong(message.remaining()), MSG_DONTWAIT_NOSIGNAL);
        } finally {
            system.close(descriptor);
        }
    }

    /** {@code struct sockaddr_un}; a name that begins with @ is abstract, which is written as a zero. */
    static ByteBuffer address(String name) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (path[0] == '@') {
            path[0] = 0;
        }
        ByteBuffer address =
                ByteBuffer.allocateDirect(Short.BYTES + path.length).order(ByteOrder.nativeOrder());
        return address.putShort((short) AF_UNIX).put(path).flip();
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
