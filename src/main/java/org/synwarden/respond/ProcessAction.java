package org.synwarden.respond;

import org.synwarden.process.ProcessKey;

/** What can be done to a process. */
public enum ProcessAction {
    /** End it. */
    KILL {
        @Override
        void carryOut(ProcessControl control, ProcessKey key, String path) throws ResponseException {
            control.kill(key, path);
        }
    },
    /** Stop it until it is resumed. */
    SUSPEND {
        @Override
        void carryOut(ProcessControl control, ProcessKey key, String path) throws ResponseException {
            control.suspend(key, path);
        }
    },
    /** Let it go on. */
    RESUME {
        @Override
        void carryOut(ProcessControl control, ProcessKey key, String path) throws ResponseException {
            control.resume(key, path);
        }
    };

    abstract void carryOut(ProcessControl control, ProcessKey key, String path) throws ResponseException;
}
