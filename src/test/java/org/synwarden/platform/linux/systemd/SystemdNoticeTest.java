package org.synwarden.platform.linux.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.linux.bindings.LibC;

/** In systemd's place a real datagram socket. */
@EnabledOnOs(OS.LINUX)
class SystemdNoticeTest {
    private static final long PID = 4_711;

    /** What only the receiving side needs. */
    private interface ReceivingLibC extends LibC {
        int bind(int descriptor, ByteBuffer address, int length) throws LastErrorException;
    }

    private final ReceivingLibC system = Native.load("c", ReceivingLibC.class);
    private final int receiver = system.socket(1, 2, 0);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        system.close(receiver);
    }

    @Test
    void tellsThatTheServiceIsReadyIsAliveAndStops() {
        String name = listen(folder.resolve("notify").toString());
        SystemdNotice notice = SystemdNotice.of(Map.of("NOTIFY_SOCKET", name), PID);
        notice.ready();
        notice.alive();
        notice.stopping();
        assertThat(heard()).isEqualTo("READY=1");
        assertThat(heard()).isEqualTo("WATCHDOG=1");
        assertThat(heard()).isEqualTo("STOPPING=1");
    }

    @Test
    void tellsAnAbstractSocketToo() {
        String name = listen("@synwarden-test-" + ProcessHandle.current().pid());
        SystemdNotice.of(Map.of("NOTIFY_SOCKET", name), PID).ready();
        assertThat(heard()).isEqualTo("READY=1");
    }

    @Test
    void aSocketThatIsGoneIsNoFailureOfTheService() {
        SystemdNotice notice =
                SystemdNotice.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()), PID);
        assertThatCode(notice::ready).doesNotThrowAnyException();
    }

    @Test
    void whereSystemdDoesNotAskNothingHappens() {
        SystemdNotice notice = SystemdNotice.of(Map.of("WATCHDOG_USEC", "30000000"), PID);
        assertThatCode(notice::ready).doesNotThrowAnyException();
        assertThat(notice.watchdog()).isEmpty();
    }

    @Test
    void theWatchdogIsMeantForTheProcessThatItNames() {
        Map<String, String> asked = Map.of("NOTIFY_SOCKET", "/n", "WATCHDOG_USEC", "30000000");
        assertThat(SystemdNotice.of(asked, PID).watchdog()).contains(Duration.ofSeconds(30));
        assertThat(SystemdNotice.of(with(asked, "WATCHDOG_PID", "4711"), PID).watchdog())
                .isPresent();
        assertThat(SystemdNotice.of(with(asked, "WATCHDOG_PID", "1"), PID).watchdog())
                .isEmpty();
        assertThat(SystemdNotice.of(with(asked, "WATCHDOG_USEC", "-1"), PID).watchdog())
                .isEmpty();
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> more = new HashMap<>(all);
        more.put(name, value);
        return more;
    }

    private String listen(String name) {
        ByteBuffer address = SystemdNotice.address(name);
        system.bind(receiver, address, address.remaining());
        return name;
    }

    private String heard() {
        ByteBuffer into = ByteBuffer.allocateDirect(256);
        int length = system.recv(receiver, into, new NativeLong(256), 0).intValue();
        byte[] bytes = new byte[length];
        into.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
