package org.synwarden.cli;

import java.util.concurrent.Callable;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.service.HostPlatform;

/** A command that asks the watchdog something; a refusal is told in one line. */
abstract class RequestCommand implements Callable<Integer> {
    @Override
    public final Integer call() throws CommandException {
        HostPlatform platform = ThisHost.platform();
        try (ServiceAccess access = ServiceAccess.open(platform)) {
            return ask(access.requests(), platform);
        } catch (RequestException e) {
            throw new CommandException(Terminal.plain(e.getMessage()), e);
        }
    }

    /** Asks, prints the answer, and says how the command exits. */
    abstract int ask(Requests requests, HostPlatform platform) throws RequestException, CommandException;
}
