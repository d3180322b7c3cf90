package org.synwarden.watchdog;

import java.io.IOException;
import java.util.List;
import org.synwarden.contract.SocketObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;

/** One look at the socket table, for whoever only wants to list it. */
public final class SocketListing {
    private SocketListing() {}

    /**
     * The rows as they are now, with their processes.
     *
     * @throws RequestException when the table cannot be read
     */
    public static List<SocketObject> now(SocketTable table, ProcessCatalog catalog) throws RequestException {
        ProcessBook processes = new ProcessBook(catalog, () -> 0, described -> {});
        ContractObjects contract = new ContractObjects(processes::find);
        try {
            List<SocketRow> rows = table.snapshot();
            rows.forEach(row -> row.owner().ifPresent(processes::meet));
            return contract.sockets(rows, table, (row, socket) -> socket);
        } catch (IOException e) {
            throw new RequestException(Code.UNAVAILABLE, "the socket table cannot be read: " + e.getMessage(), e);
        }
    }
}
