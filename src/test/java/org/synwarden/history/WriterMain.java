package org.synwarden.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;

/**
 * Records attempts until it is killed: arguments are the folder and the number of the run. Says on every line how many it
 * has told the history, and when, in milliseconds of its own clock.
 */
final class WriterMain {
    private static final int BATCH = 20;

    private WriterMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int run = Integer.parseInt(arguments[1]);
        Waiting waiting = new Waiting();
        WallClock clock = new WallClock(WriterMain::now, WriterMain::now);
        Writer writer = new Writer(
                new HistoryFile(Path.of(arguments[0])),
                HistorySettings.defaults(),
                waiting,
                clock,
                new Health(),
                new ReentrantReadWriteLock(),
                key -> Optional.empty());
        writer.turn();
        Thread history = new Thread(writer, "history");
        history.start();
        for (int told = 0; ; told += BATCH) {
            for (int i = told; i < told + BATCH; i++) {
                waiting.add(attempt(run, i));
            }
            System.out.println(told + BATCH + " " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
            Thread.sleep(10);
        }
    }

    private static AttemptEntry attempt(int run, int number) {
        return new AttemptEntry(
                Protocol.TCP,
                Recorder.LOCAL,
                1_024 + number % 60_000,
                Address.ipv6(run, number),
                445,
                now(),
                Outcome.PENDING,
                Outcome.UNANSWERED,
                Optional.of(new ProcessKey(1 + number % 50, 1)),
                Attribution.REPORTED);
    }

    private static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }
}
