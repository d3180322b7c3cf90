package org.synwarden.control;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scheduler of the service: one thread, {@code control-poll}. A task that fails is logged and runs again. */
final class ThreadScheduler implements Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadScheduler.class);

    private final ScheduledThreadPoolExecutor executor;

    ThreadScheduler() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "control-poll");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable every(long millis, Runnable task) {
        return started(() -> executor.scheduleWithFixedDelay(logged(task), millis, millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public Runnable after(long millis, Runnable task) {
        return started(() -> executor.schedule(logged(task), millis, TimeUnit.MILLISECONDS));
    }

    private static Runnable started(Supplier<Future<?>> start) {
        try {
            Future<?> future = start.get();
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.error("a task of the control room failed", failure);
            }
        };
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
