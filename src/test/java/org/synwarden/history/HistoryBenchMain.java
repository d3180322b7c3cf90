package org.synwarden.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;

/** {@code bench/history}: {@code write OLD RATE SECONDS FOLDER}. */
final class HistoryBenchMain {
    private static final int PROCESSES = 40;
    private static final int[] PORTS = {443, 443, 443, 80, 445, 8443, 993};
    private static final int BATCH = 8_000;
    private static final int QUESTIONS = 200;
    /** Old attempts are ten a second, so that ten million are eleven days and a half. */
    private static final long OLD_STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private static final HistorySettings SETTINGS = new HistorySettings(true, 90, 100_000, Set.of());

    private HistoryBenchMain() {}

    public static void main(String[] arguments) throws SQLException, InterruptedException, IOException {
        write(
                Path.of(arguments[4]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
    }

    private static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    private static void write(Path folder, int old, int rate, int seconds)
            throws SQLException, InterruptedException, IOException {
        Random random = new Random(4);
        Waiting waiting = new Waiting();
        Health health = new Health();
        WallClock clock = new WallClock(HistoryBenchMain::now, HistoryBenchMain::now);
        Writer writer = new Writer(
                new HistoryFile(folder),
                SETTINGS,
                waiting,
                clock,
                health,
                new ReentrantReadWriteLock(),
                key -> Optional.of(Recorder.process(key.pid(), "/bin/p" + key.pid())));
        long begin = now() - old * OLD_STEP;
        long started = System.nanoTime();
        for (int i = 0; i < old; i++) {
            waiting.add(attempt(random, begin + i * OLD_STEP));
            if (i % BATCH == BATCH - 1) {
                writer.turn();
            }
        }
        writer.turn();
        System.out.printf("%,d old attempts in %.1f s%n", old, (System.nanoTime() - started) / 1e9);
        Thread history = new Thread(writer, "history");
        history.start();
        flood(waiting, random, rate, seconds);
        waiting.close();
        history.join();
        System.out.println("left out, kept as minutes only or removed: " + health.counters());
        size(folder);
        Random asked = new Random(9);
        ask(folder, asked, QUESTIONS, "not yet warm");
        ask(folder, asked, QUESTIONS, "warm");
    }

    private static void flood(Waiting waiting, Random random, int rate, int seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long told = 0;
        for (long tick = 1; tick <= seconds * 100L; tick++) {
            for (; told < tick * rate / 100; told++) {
                waiting.add(attempt(random, now()));
            }
            TimeUnit.NANOSECONDS.sleep(Math.max(0, begin + tick * 10_000_000 - System.nanoTime()));
        }
        System.out.printf("%,d attempts in %.1f s%n", told, (System.nanoTime() - begin) / 1e9);
    }

    private static AttemptEntry attempt(Random random, long at) {
        int process = 1 + random.nextInt(PROCESSES);
        return new AttemptEntry(
                Protocol.TCP,
                Recorder.LOCAL,
                49_152 + random.nextInt(16_384),
                Address.ipv4(random.nextInt()),
                PORTS[random.nextInt(PORTS.length)],
                at,
                Outcome.PENDING,
                random.nextInt(3) == 0 ? Outcome.UNANSWERED : Outcome.REFUSED,
                Optional.of(new ProcessKey(process, process * 1_000L)),
                Attribution.REPORTED);
    }

    private static void size(Path folder) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(HistoryFile.NAME));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (SELECT count(*) FROM attempt), (SELECT count(*) FROM"
                        + " minute), (SELECT sum(length(ports)) FROM minute), (SELECT sum(pgsize) FROM dbstat WHERE name ="
                        + " 'attempt'), (SELECT sum(pgsize) FROM dbstat WHERE name = 'minute')")) {
            System.out.printf(
                    "file %,d bytes; %,d attempts, %.1f bytes each; %,d rows of minutes, %.1f bytes an attempt, of which"
                            + " ports %.1f%n",
                    Files.size(folder.resolve(HistoryFile.NAME)),
                    row.getLong(1),
                    row.getDouble(4) / row.getLong(1),
                    row.getLong(2),
                    row.getDouble(5) / row.getLong(1),
                    row.getDouble(3) / row.getLong(1));
        }
    }

    /** Asks about ports at random moments of the file's time, a minute around each. */
    private static void ask(Path folder, Random random, int questions, String how) throws SQLException {
        HistoryFile file = new HistoryFile(folder);
        long[] nanos = new long[questions];
        int answers = 0;
        for (int i = 0; i < questions; i++) {
            long started = System.nanoTime();
            try (Connection connection = file.openForReading()) {
                long end = now();
                long at = end - (long) (random.nextDouble() * TimeUnit.DAYS.toNanos(1));
                int port = 49_152 + random.nextInt(16_384);
                List<Answer> found = new WhoQuery(connection)
                        .answer(Recorder.question(port, at - 120_000_000_000L, at + 120_000_000_000L));
                answers += found.size();
            }
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "who, %s: median %.1f ms, most %.1f ms (%d questions, %d answers)%n",
                how, nanos[questions / 2] / 1e6, nanos[questions - 1] / 1e6, questions, answers);
    }
}
