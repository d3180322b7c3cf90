package org.synwarden.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time in the hands of a test: tasks run on the thread that lets it pass. */
final class ManualScheduler implements Scheduler {
    private static final class Task {
        private final long period;
        private final Runnable work;
        private long due;

        Task(long due, long period, Runnable work) {
            this.due = due;
            this.period = period;
            this.work = work;
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private long millis;

    @Override
    public Runnable every(long period, Runnable work) {
        return add(period, period, work);
    }

    @Override
    public Runnable after(long delay, Runnable work) {
        return add(delay, 0, work);
    }

    private synchronized Runnable add(long delay, long period, Runnable work) {
        Task task = new Task(millis + delay, period, work);
        tasks.add(task);
        notifyAll();
        return () -> remove(task);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
    }

    /** Lets time pass; 0 runs what is due already. */
    void pass(long passing) {
        long until = nanoTime() / 1_000_000 + passing;
        for (Optional<Task> task = nextDue(until); task.isPresent(); task = nextDue(until)) {
            task.get().work.run();
        }
        arrive(until);
    }

    private synchronized Optional<Task> nextDue(long until) {
        Optional<Task> next =
                tasks.stream().filter(task -> task.due <= until).min(Comparator.comparingLong(task -> task.due));
        next.ifPresent(task -> {
            millis = Math.max(millis, task.due);
            task.due += task.period;
            if (task.period == 0) {
                tasks.remove(task);
            }
        });
        return next;
    }

    private synchronized void arrive(long until) {
        millis = until;
    }

    /** Waits until a task is there that runs once, after that time. */
    synchronized void awaitTaskIn(long delay) throws InterruptedException {
        while (tasks.stream().noneMatch(task -> task.period == 0 && task.due == millis + delay)) {
            wait();
        }
    }

    /** The same time as a monotonic clock tells it. */
    synchronized long nanoTime() {
        return millis * 1_000_000;
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }
}
