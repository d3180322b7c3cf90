package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests run without a screen. */
class TrayClientTest {
    @Test
    void withoutAScreenTheCallerIsToldInOneLineAndNothingIsStarted() throws Exception {
        List<Watch> connections = new ArrayList<>();
        try (TrayClient client = new TrayClient(
                () -> {
                    connections.add(new ScriptedService());
                    return connections.get(0);
                },
                Appearance.LIGHT)) {
            assertThatThrownBy(client::start)
                    .isInstanceOf(NoDisplayException.class)
                    .hasMessageContaining("no screen")
                    .hasMessageNotContaining("\n");
        }
        assertThat(connections).isEmpty();
    }

    @Test
    void closingEndsTheWaitForExit() throws Exception {
        TrayClient client = new TrayClient(ScriptedService::new, Appearance.DARK);
        client.close();

        client.awaitExit();
    }
}
