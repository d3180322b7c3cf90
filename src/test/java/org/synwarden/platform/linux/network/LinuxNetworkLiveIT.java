package org.synwarden.platform.linux.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;

@ExtendWith(LiveTier.class)
class LinuxNetworkLiveIT {
    private static final String NOTHING = "[]";

    @Test
    void anInterfaceThatComesAndGoesIsNoticedAndSoIsForwarding() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            Process watcher = scene.startMainInPc(NetworkMain.class);
            try (BufferedReader said = watcher.inputReader();
                    Writer next = watcher.outputWriter()) {
                assertThat(said.readLine())
                        .contains("address", "10.77.0.2", "fd00:77::2", "127.0.0.1")
                        .contains("onLink=[10.77.0.0/24, fd00:77::/64")
                        .contains("gateways=[10.77.0.1, fd00:77::1]", "forwards=false");
                assertThat(look(next, said)).isEqualTo(NOTHING);

                scene.inPc("ip", "link", "add", "tunnel0", "type", "veth", "peer", "name", "tunnel1");
                scene.inPc("ip", "addr", "add", "10.99.0.1/16", "dev", "tunnel0");
                scene.inPc("ip", "link", "set", "tunnel0", "up");
                assertThat(look(next, said)).contains("10.99.0.1", "10.99.0.0/16");

                scene.inPc("ip", "link", "del", "tunnel0");
                assertThat(look(next, said)).contains("NetworkChanged").doesNotContain("10.99");

                scene.inPc("sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward");
                assertThat(look(next, said)).contains("forwards=true");
                assertThat(look(next, said)).isEqualTo(NOTHING);
            } finally {
                watcher.destroyForcibly();
            }
        }
    }

    private static String look(Writer next, BufferedReader said) throws IOException {
        next.write('\n');
        next.flush();
        return said.readLine();
    }
}
