package org.synwarden.cli;

import java.util.function.BiConsumer;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessOrder.Action;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

/**
 * Acts on a process with the user's own rights, and asks the service where those do not reach. When the service may not
 * do it for this user either, the first refusal is told: it says what the user can do.
 *
 * @param ownDone hears what was done without the service
 */
record OwnThenService(ProcessControl own, Requests service, BiConsumer<Action, ProcessKey> ownDone)
        implements ProcessControl {
    /** One of the user's own acts. */
    private interface OwnAct {
        void on(ProcessKey key, String expectedPath) throws ResponseException;
    }

    @Override
    public void kill(ProcessKey key, String expectedPath) throws ResponseException {
        act(own::kill, Action.KILL, key, expectedPath);
    }

    @Override
    public void suspend(ProcessKey key, String expectedPath) throws ResponseException {
        act(own::suspend, Action.SUSPEND, key, expectedPath);
    }

    @Override
    public void resume(ProcessKey key, String expectedPath) throws ResponseException {
        act(own::resume, Action.RESUME, key, expectedPath);
    }

    private void act(OwnAct first, Action action, ProcessKey key, String path) throws ResponseException {
        try {
            first.on(key, path);
            ownDone.accept(action, key);
        } catch (ResponseException refusal) {
            ask(action, key, path, refusal);
        }
    }

    private void ask(Action action, ProcessKey key, String path, ResponseException refusal) throws ResponseException {
        if (key.pid() == ProcessHandle.current().pid()) {
            throw refusal;
        }
        try {
            service.act(new ProcessOrder(action, key.pid(), Long.toString(key.startToken()), path, false));
        } catch (RequestException refused) {
            if (refused.code() == RequestException.Code.FORBIDDEN) {
                throw refusal;
            }
            throw new ResponseException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
