package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;

/** The connection list and its table, with as many rows as a busy server has. */
class ConnectionsTest {
    private static final int ROWS = 10_000;

    private final ConnectionsModel model = new ConnectionsModel(new Texts(Locale.ENGLISH));
    private final ConnectionList list = model.list();
    private final List<SocketObject> sockets = new ArrayList<>(Some.sockets(ROWS));
    private final Random random = new Random(445);

    @BeforeEach
    void tellTheWholeTable() {
        apply(Some.whole("sockets", sockets));
    }

    private void apply(Rows rows) {
        model.apply(ConnectionList.Change.of(rows));
    }

    private List<SocketObject> shown() {
        return IntStream.range(0, list.size())
                .mapToObj(row -> list.row(row).socket())
                .toList();
    }

    /** Ends some, changes some and opens some connections. */
    private Rows churn() {
        List<String> removed = new ArrayList<>();
        List<SocketObject> changed = new ArrayList<>();
        List<SocketObject> added = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            removed.add(sockets.remove(random.nextInt(sockets.size())).key());
        }
        for (int i = 0; i < 200; i++) {
            SocketObject old = sockets.remove(random.nextInt(sockets.size()));
            changed.add(new SocketObject(old.protocol(), old.local(), old.remote(), "CLOSE_WAIT", old.process()));
            added.add(Some.socket("192.0.2." + i, 1 + random.nextInt(65_535), "SYN_SENT", Some.process("new.exe", i)));
        }
        sockets.addAll(changed);
        sockets.addAll(added);
        return Some.change("sockets", added, changed, removed);
    }

    @Test
    void aThousandChangesLaterTheTableIsStillRightAndInOrder() {
        for (ConnectionColumn column : ConnectionColumn.values()) {
            list.sortBy(column, true);
            apply(churn());

            assertThat(list.size()).isEqualTo(sockets.size());
            assertThat(new HashSet<>(shown())).isEqualTo(new HashSet<>(sockets));
            Comparator<ConnectionRow> order = column.order(true);
            assertThat(IntStream.range(0, list.size()).mapToObj(list::row).toList())
                    .as("by %s", column)
                    .isSortedAccordingTo(order);
        }
    }

    @Test
    void addressesAndPortsAreOrderedAsNumbers() {
        apply(Some.whole(
                "sockets",
                List.of(
                        Some.socket("10.0.0.10", 900, "ESTABLISHED", Some.process("a", 1)),
                        Some.socket("10.0.0.9", 10_000, "ESTABLISHED", Some.process("a", 1)),
                        Some.socket("not an address", 80, "ESTABLISHED", Some.process("a", 1)))));

        list.sortBy(ConnectionColumn.REMOTE_ADDRESS, false);
        assertThat(column(ConnectionColumn.REMOTE_ADDRESS)).containsExactly("not an address", "10.0.0.9", "10.0.0.10");
        list.sortBy(ConnectionColumn.LOCAL_PORT, true);
        assertThat(column(ConnectionColumn.LOCAL_PORT)).containsExactly("10000", "900", "80");
    }

    private List<String> column(ConnectionColumn column) {
        return IntStream.range(0, list.size())
                .mapToObj(row -> column.text(list.row(row)))
                .toList();
    }

    @Test
    void aRefreshIsOneEventHoweverManyRowsChange() {
        List<Integer> events = new ArrayList<>();
        model.addTableModelListener(event -> events.add(event.getType()));

        apply(churn());
        apply(Some.change("sockets", List.of(), List.of(), List.of()));

        assertThat(events).hasSize(1);
    }

    @Test
    void theSelectedConnectionStaysSelectedWhileTheTableChangesAroundIt() {
        PlainTable table = new PlainTable(model, list);
        table.setRowSorter(new ConnectionSorter(model));
        SocketObject chosen = sockets.remove(4_321);
        int row = list.indexOf(chosen.key()).orElseThrow();
        table.setRowSelectionInterval(row, row);

        for (int i = 0; i < 5; i++) {
            apply(churn());
            assertThat(list.row(table.getSelectedRow()).socket()).isEqualTo(chosen);
        }
        table.getRowSorter().toggleSortOrder(5);
        assertThat(list.row(table.getSelectedRow()).socket()).isEqualTo(chosen);

        apply(Some.change("sockets", List.of(), List.of(), List.of(chosen.key())));
        assertThat(table.getSelectedRow()).isEqualTo(-1);
    }

    @Test
    void aResetForgetsWhatWasThere() {
        apply(Some.whole("sockets", sockets.subList(0, 3)));

        assertThat(shown()).containsExactlyInAnyOrderElementsOf(sockets.subList(0, 3));
    }
}
