package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;

@ExtendWith(LiveTier.class)
class ManySocketsLiveIT {
    /** State, local end, remote end, pid of a line of {@code ss -tanpH} (ss(8)). */
    private static final Pattern SS =
            Pattern.compile("(?m)^(ESTAB|LISTEN) +\\d+ +\\d+ +(\\S+) +(\\S+) +users:\\(\\(\"[^\"]*\",pid=(\\d+),.*$");

    @Test
    void tenThousandRowsAreThoseThatSsListsWithTheSameOwners() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            List<Process> holders = List.of(
                    scene.startMainInPc(ManySocketsMain.class, "2500", "127.0.0.1"),
                    scene.startMainInPc(ManySocketsMain.class, "2500", "::1"));
            try {
                for (Process holder : holders) {
                    assertThat(holder.inputReader().readLine()).isEqualTo("ready 5000");
                }
                Set<String> ours = scene.mainInPc(SocketTableMain.class)
                        .lines()
                        .filter(row -> row.contains(" TCP "))
                        .collect(Collectors.toSet());
                Set<String> theirs = asOurs(scene.inPc("ss", "-tanpH"));

                assertThat(ours).hasSize(10_002).isEqualTo(theirs);
                for (Process holder : holders) {
                    assertThat(ours.stream().filter(row -> row.startsWith(holder.pid() + " ")))
                            .hasSize(5_001);
                }
            } finally {
                holders.forEach(Process::destroyForcibly);
            }
        }
    }

    private static Set<String> asOurs(String ss) {
        return SS.matcher(ss)
                .results()
                .map(row -> row.group(4) + (row.group(1).equals("ESTAB") ? " ESTABLISHED" : " LISTEN") + " TCP "
                        + end(row.group(2)) + " -> " + end(row.group(3)))
                .collect(Collectors.toSet());
    }

    /** The star that ss writes for any address of both families is {@code ::} to the kernel. */
    private static Endpoint end(String text) {
        Matcher parts = Pattern.compile("\\[?([0-9a-f:.]+)]?:(\\d+|\\*)").matcher(text.replaceFirst("^\\*", "::"));
        assertThat(parts.matches()).as(text).isTrue();
        int port = parts.group(2).equals("*") ? 0 : Integer.parseInt(parts.group(2));
        return new Endpoint(Address.parse(parts.group(1)), port);
    }
}
