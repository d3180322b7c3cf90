package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;

/**
 * A message about connections with its rows read.
 *
 * @param reset whether what was there before is to be forgotten
 * @param put rows that are new or changed
 * @param removed keys of those that are gone
 */
record ConnectionChange(boolean reset, List<ConnectionRow> put, List<String> removed) {
    static ConnectionChange of(Rows rows) {
        List<ConnectionRow> put =
                new ArrayList<>(rows.added().size() + rows.changed().size());
        read(rows.added(), put);
        read(rows.changed(), put);
        return new ConnectionChange(rows.reset(), put, rows.removed());
    }

    private static void read(List<? extends ContractObject> objects, List<ConnectionRow> into) {
        for (ContractObject object : objects) {
            if (object instanceof SocketObject socket) {
                into.add(ConnectionRow.of(socket));
            }
        }
    }
}
