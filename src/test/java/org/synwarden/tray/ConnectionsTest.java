package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;

/** The connection list and its table, with as many rows as a busy server has. */
class ConnectionsTest {
    private static final int ROWS = 10_000;

    private final ConnectionsModel model = new ConnectionsModel(new Texts(Locale.ENGLISH));
    private long now = TimeUnit.HOURS.toNanos(1);
    private final ConnectionFeed feed = new ConnectionFeed(Runnable::run, Runnable::run, () -> now, model::show);
    private final List<SocketObject> sockets = new ArrayList<>(Some.sockets(ROWS));
    private final Random random = new Random(445);

    @BeforeEach
    void tellTheWholeTable() {
        apply(Some.whole("sockets", sockets));
    }

    /** What the service says a second later. */
    private void apply(Rows rows) {
        now += TimeUnit.SECONDS.toNanos(1);
        feed.apply(rows);
    }

    /** Time passes, and whatever was drawn because it had just changed is drawn as it is. */
    private void secondsLater(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        feed.expire();
    }

    private List<ConnectionRow> rows() {
        return model.view().rows();
    }

    private Mark markOf(SocketObject socket) {
        return model.view().mark(model.indexOf(socket.key()).orElseThrow());
    }

    private List<SocketObject> shown() {
        return rows().stream().map(ConnectionRow::socket).toList();
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
            feed.sortBy(column, true);
            apply(churn());
            secondsLater(1);

            assertThat(rows()).hasSameSizeAs(sockets);
            assertThat(new HashSet<>(shown())).isEqualTo(new HashSet<>(sockets));
            Comparator<ConnectionRow> order = column.order(true);
            assertThat(rows()).as("by %s", column).isSortedAccordingTo(order);
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

        feed.sortBy(ConnectionColumn.REMOTE_ADDRESS, false);
        assertThat(column(ConnectionColumn.REMOTE_ADDRESS)).containsExactly("not an address", "10.0.0.9", "10.0.0.10");
        feed.sortBy(ConnectionColumn.LOCAL_PORT, true);
        assertThat(column(ConnectionColumn.LOCAL_PORT)).containsExactly("10000", "900", "80");
    }

    private List<String> column(ConnectionColumn column) {
        ConnectionCells cells = new ConnectionCells(new Texts(Locale.ENGLISH));
        return rows().stream().map(row -> cells.text(row, column)).toList();
    }

    @Test
    void aRefreshIsOneEventHoweverManyRowsChange() {
        List<Integer> events = new ArrayList<>();
        model.addTableModelListener(event -> events.add(event.getType()));

        apply(churn());

        assertThat(events).hasSize(1);
    }

    @Test
    void aTableInWhichNothingChangesIsNotDrawnAnew() {
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        secondsLater(1);
        AtomicInteger drawn = new AtomicInteger();
        model.addTableModelListener(event -> drawn.incrementAndGet());

        secondsLater(1);
        apply(Some.change("sockets", List.of(), List.of(), List.of()));
        secondsLater(1);
        assertThat(drawn).hasValue(0);

        apply(Some.change("sockets", List.of(fresh), List.of(), List.of()));
        secondsLater(1);
        secondsLater(1);
        assertThat(drawn).as("it appears, and its mark ends").hasValue(2);
    }

    @Test
    void theSelectedConnectionStaysSelectedWhileTheTableChangesAroundIt() {
        PlainTable table = new PlainTable(model, model);
        table.setRowSorter(new ConnectionSorter(model, feed::sortBy));
        SocketObject chosen = sockets.remove(4_321);
        int row = model.indexOf(chosen.key()).orElseThrow();
        table.setRowSelectionInterval(row, row);

        for (int i = 0; i < 5; i++) {
            apply(churn());
            secondsLater(1);
            assertThat(rows().get(table.getSelectedRow()).socket()).isEqualTo(chosen);
        }
        table.getRowSorter().toggleSortOrder(5);
        assertThat(rows().get(table.getSelectedRow()).socket()).isEqualTo(chosen);

        apply(Some.change("sockets", List.of(), List.of(), List.of(chosen.key())));
        secondsLater(1);
        assertThat(table.getSelectedRow()).isEqualTo(-1);
    }

    @Test
    void aResetForgetsWhatWasThere() {
        apply(Some.whole("sockets", sockets.subList(0, 3)));

        assertThat(shown()).containsExactlyInAnyOrderElementsOf(sockets.subList(0, 3));
    }

    @Test
    void whatIsNewChangedOrGoneIsMarkedForASecond() {
        SocketObject gone = sockets.get(0);
        SocketObject before = sockets.get(1);
        SocketObject changed =
                new SocketObject(before.protocol(), before.local(), before.remote(), "CLOSE_WAIT", before.process());
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));

        apply(Some.change("sockets", List.of(fresh), List.of(changed), List.of(gone.key())));
        assertThat(List.of(markOf(fresh), markOf(changed), markOf(gone), markOf(sockets.get(2))))
                .containsExactly(Mark.NEW, Mark.CHANGED, Mark.CLOSING, Mark.NONE);

        secondsLater(1);
        assertThat(List.of(markOf(fresh), markOf(changed))).containsOnly(Mark.NONE);
        assertThat(shown()).doesNotContain(gone);
    }

    @Test
    void whatIsToldAsAWholeIsNotNew() {
        apply(Some.whole("sockets", sockets.subList(0, 3)));

        assertThat(markOf(sockets.get(0))).isEqualTo(Mark.NONE);
    }

    @Test
    void aPausedTableStandsStillUntilItGoesOnOrIsAsked() {
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        feed.pause(true);
        apply(Some.change("sockets", List.of(fresh), List.of(), List.of()));
        secondsLater(5);
        assertThat(shown()).doesNotContain(fresh);

        feed.refresh();
        assertThat(shown()).contains(fresh);

        apply(Some.change("sockets", List.of(), List.of(), List.of(fresh.key())));
        assertThat(shown()).contains(fresh);
        feed.pause(false);
        secondsLater(1);
        assertThat(shown()).doesNotContain(fresh);
    }

    @Test
    void aSlowTableShowsNothingInBetweenAndMarksWhatHappenedMeanwhile() {
        feed.every(Duration.ofSeconds(5));
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        apply(Some.change("sockets", List.of(fresh), List.of(), List.of()));
        secondsLater(3);
        assertThat(shown()).doesNotContain(fresh);

        secondsLater(1);
        assertThat(markOf(fresh)).isEqualTo(Mark.NEW);
    }

    @Test
    void atASlowSpeedEachMessageIsShownWhenItComesWhateverTheUserChoosesInBetween() {
        feed.every(Duration.ofSeconds(10));
        feed.showNext();
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        apply(Some.change("sockets", List.of(fresh), List.of(), List.of()));
        assertThat(shown()).as("what is new when the speed is chosen").contains(fresh);

        secondsLater(5);
        feed.sortBy(ConnectionColumn.PID, true);
        secondsLater(4);
        apply(Some.change("sockets", List.of(), List.of(), List.of(fresh.key())));

        assertThat(markOf(fresh)).isEqualTo(Mark.CLOSING);
    }

    @Test
    void allPagesOfAWholeAreShownAsTheyCome() {
        feed.every(Duration.ofSeconds(10));
        feed.apply(Some.whole("sockets", sockets.subList(0, 1_000)));
        feed.apply(Some.change("sockets", sockets.subList(1_000, 1_500), List.of(), List.of()));

        assertThat(rows()).hasSize(1_500);
    }

    @Test
    void whoAsksWhileItIsPausedSeesWhatTheServiceAnswersAndNothingAfterIt() {
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        feed.pause(true);
        feed.showNext();
        apply(Some.change("sockets", List.of(fresh), List.of(), List.of()));
        assertThat(shown()).contains(fresh);

        apply(Some.change("sockets", List.of(), List.of(), List.of(fresh.key())));
        secondsLater(5);

        assertThat(shown()).contains(fresh);
    }

    @Test
    void whoAsksForTheWholeWhileItIsPausedSeesAllItsPages() {
        SocketObject first = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        SocketObject second = Some.socket("192.0.2.2", 4_429, "SYN_SENT", Some.process("new.exe", 9));
        feed.pause(true);
        feed.showNext();
        apply(Some.whole("sockets", List.of(first)));
        feed.apply(Some.change("sockets", List.of(second), List.of(), List.of()));
        assertThat(shown()).containsExactlyInAnyOrder(first, second);

        secondsLater(5);
        apply(Some.change("sockets", List.of(), List.of(), List.of(second.key())));
        assertThat(shown()).as("it is paused again").contains(second);
    }

    @Test
    void onlyWhatIsWantedIsShownAndAllIsCounted() {
        SocketObject fresh = Some.socket("192.0.2.1", 4_428, "SYN_SENT", Some.process("new.exe", 9));
        feed.want(row -> row.name().equals("new.exe"));
        assertThat(rows()).isEmpty();

        apply(Some.change("sockets", List.of(fresh), List.of(), List.of()));

        assertThat(shown()).containsExactly(fresh);
        assertThat(model.view().total()).isEqualTo(ROWS + 1);
    }
}
