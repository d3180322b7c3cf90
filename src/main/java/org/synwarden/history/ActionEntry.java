package org.synwarden.history;

import java.sql.SQLException;

/** Something was done. */
record ActionEntry(PastAction action) implements Entry {
    @Override
    public void write(Tables tables) throws SQLException {
        tables.actions().insert(action);
    }
}
