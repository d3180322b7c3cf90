package org.synwarden.cli;

import java.io.IOException;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.process.ProcessKey;
import org.synwarden.service.HostPlatform;

/**
 * Has the service end a process, without trying the user's own rights first as the product does: where these reach every
 * process, as under Wine, nobody else would ask it through the pipe. Prints what came of it.
 */
public final class ServiceKillMain {
    private ServiceKillMain() {}

    /** The pid. */
    public static void main(String... arguments) throws IOException, RequestException {
        HostPlatform platform = HostPlatform.current();
        int pid = Integer.parseInt(arguments[0]);
        ProcessKey key = platform.processes().find(pid).orElseThrow();
        try (ControlClient client = ControlClient.connect(platform.transport(), "test", lost -> {})) {
            client.kill(pid, Long.toString(key.startToken()), "");
            System.out.println("the service has ended " + pid);
        }
    }
}
