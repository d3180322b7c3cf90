package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Image;
import org.synwarden.detect.PortClass;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Protocol;

/**
 * What the engine is to know after a start ({@link org.synwarden.detect.PastContacts}): whom each image has reached over
 * TCP, and at most {@value #SILENT} addresses a worm port that it has asked in vain within a day; more would add nothing
 * to a slow scan. One thread.
 */
final class ContactTable {
    /** The port under which stands what was reached. */
    static final int REACHED = 0;

    static final int SILENT = 128;

    private static final long RENEW_SECONDS = TimeUnit.HOURS.toSeconds(1);
    private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);
    private static final int REMEMBERED = 1_024;

    private record Asked(int image, int port) {}

    /** How many there are, as was counted then. */
    private record Count(int addresses, long second) {}

    private final PreparedStatement findImage;
    private final PreparedStatement addImage;
    private final PreparedStatement reached;
    private final PreparedStatement answered;
    private final PreparedStatement wasReached;
    private final PreparedStatement silent;
    private final PreparedStatement countSilent;
    private final Map<Image, Integer> images = new LeastRecentMap<>(REMEMBERED);
    private final Map<Asked, Count> counts = new LeastRecentMap<>(REMEMBERED);

    ContactTable(Connection connection) throws SQLException {
        findImage = connection.prepareStatement("SELECT id FROM image WHERE path = ? AND sha256 = ?");
        addImage = connection.prepareStatement("INSERT INTO image (path, sha256) VALUES (?, ?)");
        reached = connection.prepareStatement("INSERT INTO contact (image, port, address, second) VALUES (?, 0, ?, ?)"
                + " ON CONFLICT DO UPDATE SET second = excluded.second WHERE excluded.second - second >= "
                + RENEW_SECONDS);
        answered = connection.prepareStatement("DELETE FROM contact WHERE image = ? AND port = ? AND address = ?");
        wasReached = connection.prepareStatement(
                "SELECT 1 FROM contact WHERE image = ? AND port = 0 AND address = ? AND second > ?");
        silent = connection.prepareStatement(
                "INSERT OR REPLACE INTO contact (image, port, address, second) VALUES (?, ?, ?, ?)");
        countSilent =
                connection.prepareStatement("SELECT count(*) FROM contact WHERE image = ? AND port = ? AND second > ?");
    }

    /** The outcome of that image's attempt is known. */
    void concluded(AttemptEntry attempt, Image image) throws SQLException {
        if (attempt.protocol() != Protocol.TCP) {
            return;
        }
        boolean worm = PortClass.of(attempt.remotePort()).kind() == PortClass.Kind.WORM;
        if (attempt.outcome() == Outcome.ANSWERED) {
            answered(attempt, id(image), worm);
        } else if (worm && attempt.outcome().verdict() == Outcome.Verdict.FAILURE) {
            failed(attempt, id(image));
        }
    }

    private void answered(AttemptEntry attempt, int image, boolean worm) throws SQLException {
        byte[] address = AddressBytes.of(attempt.remote());
        reached.setInt(1, image);
        reached.setBytes(2, address);
        reached.setLong(3, Times.second(attempt.began()));
        reached.executeUpdate();
        if (worm) {
            answered.setInt(1, image);
            answered.setInt(2, attempt.remotePort());
            answered.setBytes(3, address);
            answered.executeUpdate();
        }
    }

    private void failed(AttemptEntry attempt, int image) throws SQLException {
        long second = Times.second(attempt.began());
        Asked asked = new Asked(image, attempt.remotePort());
        Count count = count(asked, second);
        byte[] address = AddressBytes.of(attempt.remote());
        if (count.addresses >= SILENT || wasReached(image, address, second)) {
            return;
        }
        silent.setInt(1, image);
        silent.setInt(2, attempt.remotePort());
        silent.setBytes(3, address);
        silent.setLong(4, second);
        silent.executeUpdate();
        counts.put(asked, new Count(count.addresses + 1, count.second));
    }

    private boolean wasReached(int image, byte[] address, long second) throws SQLException {
        wasReached.setInt(1, image);
        wasReached.setBytes(2, address);
        wasReached.setLong(3, second - DAY_SECONDS);
        try (ResultSet row = wasReached.executeQuery()) {
            return row.next();
        }
    }

    private Count count(Asked asked, long second) throws SQLException {
        Count known = counts.get(asked);
        if (known != null && Math.abs(second - known.second) < RENEW_SECONDS) {
            return known;
        }
        countSilent.setInt(1, asked.image);
        countSilent.setInt(2, asked.port);
        countSilent.setLong(3, second - DAY_SECONDS);
        try (ResultSet row = countSilent.executeQuery()) {
            Count now = new Count(row.getInt(1), second);
            counts.put(asked, now);
            return now;
        }
    }

    private int id(Image image) throws SQLException {
        Integer known = images.get(image);
        if (known != null) {
            return known;
        }
        int id = find(image);
        if (id == 0) {
            addImage.setString(1, image.path());
            addImage.setString(2, image.sha256().orElse(""));
            addImage.executeUpdate();
            id = find(image);
        }
        images.put(image, id);
        return id;
    }

    private int find(Image image) throws SQLException {
        findImage.setString(1, image.path());
        findImage.setString(2, image.sha256().orElse(""));
        try (ResultSet row = findImage.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
