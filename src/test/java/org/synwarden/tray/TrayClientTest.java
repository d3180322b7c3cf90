package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests run without a screen. */
class TrayClientTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAScreenTheCallerIsToldInOneLineAndNothingIsStarted() throws Exception {
        List<Watch> connections = new ArrayList<>();
        try (TrayClient client = new TrayClient(
                () -> {
                    connections.add(new ScriptedService());
                    return connections.get(0);
                },
                new ScriptedDesktop(),
                folder.resolve("tray.properties"),
                line -> Some.reading(),
                Optional.empty())) {
            assertThatThrownBy(client::start)
                    .isInstanceOf(NoDisplayException.class)
                    .hasMessageContaining("no screen")
                    .hasMessageNotContaining("\n");
        }
        assertThat(connections).isEmpty();
    }

    @Test
    void closingEndsTheWaitForExit() throws Exception {
        TrayClient client = new TrayClient(
                ScriptedService::new,
                new ScriptedDesktop(),
                folder.resolve("tray.properties"),
                line -> Some.reading(),
                Optional.empty());
        client.close();

        client.awaitExit();
    }
}
