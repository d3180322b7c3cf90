package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;

@ExtendWith(LiveTier.class)
class SocketReadersLiveIT {
    @Test
    void bothWaysToAskTheKernelGiveTheSameRows() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            List<String> lines = scene.mainInPc(SocketReadersMain.class).lines().toList();
            List<String> netlink = rows(lines, "netlink ");

            assertThat(netlink).containsExactlyInAnyOrderElementsOf(rows(lines, "proc "));
            for (String kind : List.of(
                    "TCP, state=LISTEN",
                    "TCP, state=SYN_SENT",
                    "TCP, state=ESTABLISHED",
                    "TCP, state=CLOSE_WAIT",
                    "TCP, state=FIN_WAIT_2",
                    "TCP, state=TIME_WAIT",
                    "UDP, state=UNCONNECTED")) {
                assertThat(netlink).anyMatch(row -> row.contains(kind));
            }
        }
    }

    private static List<String> rows(List<String> lines, String way) {
        return lines.stream()
                .filter(line -> line.startsWith(way))
                .map(line -> line.substring(way.length()))
                .toList();
    }
}
