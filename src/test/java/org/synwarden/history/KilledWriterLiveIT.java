package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.net.Address;

/**
 * A writer is killed with SIGKILL 200 times at moments that nobody chose. What it had written is there each time. That it
 * writes twice a second is its constant: how long a busy machine takes for that is not asked here.
 */
class KilledWriterLiveIT {
    private static final int FOLDERS = 4;
    private static final int KILLS = 50;
    private static final int MOST_LINES = 80;

    @TempDir
    private Path folder;

    @Test
    void theFileAlwaysOpensAndHoldsAllThatWasWritten() throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(FOLDERS);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int number = 0; number < FOLDERS; number++) {
                int seed = number;
                tasks.add(() -> killAgainAndAgain(Files.createDirectory(folder.resolve("" + seed)), new Random(seed)));
            }
            int lost = 0;
            for (Future<Integer> task : all.invokeAll(tasks)) {
                lost += task.get();
            }
            assertThat(lost)
                    .as("kills that hit something that was not written yet")
                    .isPositive();
        } finally {
            all.shutdownNow();
        }
    }

    private static int killAgainAndAgain(Path place, Random random)
            throws IOException, InterruptedException, SQLException {
        int lost = 0;
        for (int run = 1; run <= KILLS; run++) {
            lost += killOnce(place, run, random) ? 1 : 0;
        }
        try (Connection connection = connect(place);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM run")) {
            assertThat(row.getInt(1)).as("no file was put aside").isEqualTo(KILLS);
        }
        return lost;
    }

    /** Returns whether something was lost. */
    private static boolean killOnce(Path place, int run, Random random)
            throws IOException, InterruptedException, SQLException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterMain.class.getName(),
                        place.toString(),
                        Integer.toString(run))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int lines = 1 + random.nextInt(MOST_LINES);
        List<String> told = new ArrayList<>();
        try (BufferedReader reader = writer.inputReader()) {
            for (int line = 0; line < lines; line++) {
                told.add(reader.readLine());
            }
            writer.toHandle().destroyForcibly(); // unlike the process itself it leaves what was said to be read
            writer.waitFor();
            reader.lines().forEach(told::add);
        }
        return check(place, run, told);
    }

    private static boolean check(Path place, int run, List<String> told) throws SQLException {
        List<String> whole = told.subList(0, told.size() - 1); // the last line may be half a line
        try (Connection connection = connect(place)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA quick_check")) {
                assertThat(row.getString(1)).isEqualTo("ok");
            }
            int there = written(connection, run);
            long written = latest(whole, "written ");
            assertThat(there)
                    .as("attempts of run %d, of which %d were written", run, written)
                    .isGreaterThanOrEqualTo((int) written);
            return there < latest(whole, "told ");
        }
    }

    private static long latest(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .mapToLong(line -> Long.parseLong(line.substring(word.length())))
                .max()
                .orElse(0);
    }

    /** How many attempts of that run are there, from the first one on without a hole. */
    private static int written(Connection connection, int run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*), max(remote) FROM attempt WHERE remote BETWEEN ? AND ?")) {
            select.setBytes(1, AddressBytes.of(Address.ipv6(run, 0)));
            select.setBytes(2, AddressBytes.of(Address.ipv6(run, Integer.MAX_VALUE)));
            try (ResultSet row = select.executeQuery()) {
                int count = row.getInt(1);
                assertThat(count == 0 ? -1 : AddressBytes.read(row.getBytes(2)).low())
                        .as("nothing is missing in between")
                        .isEqualTo(count - 1);
                return count;
            }
        }
    }

    private static Connection connect(Path place) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + place.resolve(HistoryFile.NAME));
    }
}
