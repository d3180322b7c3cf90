package org.synwarden.tray;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the thread of a worker, which does not keep the client from ending.
 *
 * @param name of the thread, after its job
 */
record DaemonThread(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
