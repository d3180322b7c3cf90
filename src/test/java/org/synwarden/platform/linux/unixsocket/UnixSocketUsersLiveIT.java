package org.synwarden.platform.linux.unixsocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.control.Caller;
import org.synwarden.control.Transport;

/** The kernel's word about who is at the other end, with two real accounts. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class UnixSocketUsersLiveIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void openToOthers() throws IOException {
        boolean root = Peer.self().isRoot();
        if (!"live".equals(System.getProperty("tiers"))) {
            assumeThat(root)
                    .as("starting a process of another account needs root")
                    .isTrue();
        }
        assertThat(root).isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void anotherUserMayConnectAndIsNoAdministrator() throws Exception {
        Path socket = folder.resolve("synwarden/control.sock");
        try (Transport.Listener listener = UnixSocketTransport.at(socket).listen()) {
            Process user = OtherUser.start("connect", socket);
            try (Transport.Connection connection = listener.accept()) {
                Caller caller = connection.caller();
                assertThat(caller.administrator()).isFalse();
                assertThat(caller.user()).isNotEqualTo("root").isNotBlank();
                assertThat(OtherUser.line(user)).isEqualTo("connected to root");
            } finally {
                user.destroyForcibly();
            }
        }
    }

    @Test
    void nothingIsSaidToAnImpostor() throws Exception {
        Path socket = folder.resolve("impostor/control.sock");
        Process impostor = OtherUser.start("listen", socket);
        try {
            assertThat(OtherUser.line(impostor)).isEqualTo("listening");
            assertThatIOException()
                    .isThrownBy(() -> UnixSocketTransport.at(socket).connect())
                    .withMessageContaining("it is not the SynWarden service");
        } finally {
            impostor.destroyForcibly();
        }
    }

    @Test
    void aFolderThatAnotherUserMadeIsRefused() throws Exception {
        Path socket = folder.resolve("impostor/control.sock");
        Process impostor = OtherUser.start("listen", socket);
        try {
            assertThat(OtherUser.line(impostor)).isEqualTo("listening");
            assertThatIOException()
                    .isThrownBy(() -> UnixSocketTransport.at(socket).listen())
                    .withMessageContaining("is no folder of this account's own");
        } finally {
            impostor.destroyForcibly();
        }
    }
}
