package org.synwarden.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.detect.Image;
import org.synwarden.detect.PastContacts;
import org.synwarden.detect.PastContacts.Contact;

/** What the engine is to know after a start; of each kind no more than {@value #MOST}, the latest ones. */
final class RecallQuery {
    /** As many as the engine remembers of known destinations, and of slow failures. */
    private static final int MOST = 32_768;

    private static final long KNOWN = TimeUnit.DAYS.toNanos(30);
    private static final long SILENT = TimeUnit.DAYS.toNanos(1);

    private final Connection connection;

    RecallQuery(Connection connection) {
        this.connection = connection;
    }

    /**
     * The contacts, the oldest first.
     *
     * @param now as it is stored
     * @param ahead how much later that is than the engine's now
     */
    PastContacts contacts(long now, long ahead) throws SQLException {
        List<Contact> contacts = new ArrayList<>();
        read("port = 0", now - KNOWN, now, ahead, contacts);
        read("port > 0", now - SILENT, now, ahead, contacts);
        contacts.sort(Comparator.comparingLong(Contact::at));
        return new PastContacts(contacts);
    }

    private void read(String which, long since, long until, long ahead, List<Contact> contacts) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT path, sha256, port, address, second"
                + " FROM contact JOIN image ON image.id = contact.image WHERE " + which
                + " AND second >= ? AND second <= ? ORDER BY second DESC LIMIT " + MOST)) {
            select.setLong(1, Times.second(since));
            select.setLong(2, Times.second(until));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String sha256 = row.getString(2);
                    Image image =
                            new Image(row.getString(1), sha256.isEmpty() ? Optional.empty() : Optional.of(sha256));
                    int port = row.getInt(3);
                    contacts.add(new Contact(
                            image,
                            AddressBytes.read(row.getBytes(4)),
                            port,
                            Times.ofSecond(row.getLong(5)) - ahead,
                            port == ContactTable.REACHED));
                }
            }
        }
    }
}
