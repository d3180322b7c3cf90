package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.jna.platform.win32.WinError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;

/** The table over a Windows that is a list of UDP rows and a map of processes. */
class IpHelperSocketTableTest {
    private static final int WORM = 4711;
    private static final int KERNEL = 4;
    private static final int ROW_SIZE = 160;

    /** In file time. */
    private static final long SECOND = 10_000_000;

    private final List<Integer> asked = new ArrayList<>();
    private final Map<Integer, Long> startTokens = new HashMap<>(Map.of(WORM, 99L));
    private final List<UdpRow> windows = new ArrayList<>();
    private long now = 10 * SECOND;
    private int code = WinError.ERROR_SUCCESS;
    private final IpHelperSocketTable table = new IpHelperSocketTable(
            new Processes(),
            () -> now,
            List.of(new IpHelperSocketTable.Source(
                    OwnerModuleTable.UDP4, new GrowingTable("UDP table", (buffer, size) -> {
                        byte[] bytes = bytes();
                        boolean fits = size.getValue() >= bytes.length;
                        size.setValue(bytes.length);
                        if (code == WinError.ERROR_SUCCESS && fits) {
                            buffer.write(0, bytes, 0, bytes.length);
                        }
                        return code == WinError.ERROR_SUCCESS && !fits ? WinError.ERROR_INSUFFICIENT_BUFFER : code;
                    }))),
            new RowServices(List.of()));

    private record UdpRow(int port, int pid, long created) {}

    @Test
    void looksEachOwnerUpOnceAndKeepsThePidOfThoseItMayNotSee() throws IOException {
        windows.addAll(List.of(row(1, WORM), row(2, 0), row(3, KERNEL), row(4, WORM), row(5, KERNEL)));
        assertThat(owners())
                .containsExactly(
                        Optional.of(new ProcessKey(WORM, 99)),
                        Optional.empty(),
                        Optional.of(new ProcessKey(KERNEL, 0)),
                        Optional.of(new ProcessKey(WORM, 99)),
                        Optional.of(new ProcessKey(KERNEL, 0)));
        assertThat(asked).containsExactly(WORM, KERNEL);
    }

    @Test
    void aProcessThatStartedAfterTheSocketWasBoundHasOnlyInheritedThePid() throws IOException {
        startTokens.put(WORM, 5 * SECOND);
        windows.add(new UdpRow(1, WORM, 4 * SECOND));
        windows.add(new UdpRow(2, WORM, 5 * SECOND));
        assertThat(owners())
                .containsExactly(Optional.of(new ProcessKey(WORM, 0)), Optional.of(new ProcessKey(WORM, 5 * SECOND)));
    }

    @Test
    void aClockThatWasSetBackMakesNobodyASuccessor() throws IOException {
        startTokens.put(WORM, 7_200 * SECOND);
        windows.add(new UdpRow(1, WORM, 9 * SECOND));
        assertThat(owners()).containsExactly(Optional.of(new ProcessKey(WORM, 7_200 * SECOND)));
    }

    @Test
    void theOwnerOfARowThatStaysIsNotAskedAboutAgainEvenWhenItsPidIsGivenAway() throws IOException {
        windows.add(row(1, WORM));
        SocketRow first = table.snapshot().get(0);
        startTokens.put(WORM, 12_345L);
        assertThat(table.snapshot().get(0)).isSameAs(first);
        assertThat(asked).containsExactly(WORM);
    }

    @Test
    void whoCouldNotBeSeenAtFirstIsLookedUpAgain() throws IOException {
        windows.add(row(1, KERNEL));
        table.snapshot();
        startTokens.put(KERNEL, 7L);
        assertThat(owners()).containsExactly(Optional.of(new ProcessKey(KERNEL, 7)));
    }

    @Test
    void twentyThousandSocketsAreTwentyThousandRows() throws IOException {
        for (int port = 1; port <= 20_000; port++) {
            windows.add(row(port, WORM));
        }
        assertThat(table.snapshot()).hasSize(20_000);
        windows.clear();
        assertThat(table.snapshot()).isEmpty();
    }

    @Test
    void aTableThatCannotBeReadIsAnErrorAndNotAnEmptyTable() throws IOException {
        windows.add(row(1, WORM));
        table.snapshot();
        code = WinError.ERROR_NOT_ENOUGH_MEMORY;
        assertThatIOException()
                .isThrownBy(table::snapshot)
                .withMessage("the UDP table cannot be read: Windows error 8");
        code = WinError.ERROR_SUCCESS;
        assertThat(table.snapshot()).hasSize(1);
    }

    private List<Optional<ProcessKey>> owners() throws IOException {
        return table.snapshot().stream().map(SocketRow::owner).toList();
    }

    private static UdpRow row(int port, int pid) {
        return new UdpRow(port, pid, 0);
    }

    private byte[] bytes() {
        byte[] table = new byte[8 + ROW_SIZE * windows.size()];
        ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, windows.size());
        for (int i = 0; i < windows.size(); i++) {
            UdpRow row = windows.get(i);
            int at = 8 + i * ROW_SIZE;
            bytes.put(at + 4, (byte) (row.port() >> 8)).put(at + 5, (byte) row.port());
            bytes.putInt(at + 8, row.pid()).putLong(at + 16, row.created());
        }
        return table;
    }

    private final class Processes implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            asked.add(pid);
            return Optional.ofNullable(startTokens.get(pid)).map(token -> new ProcessKey(pid, token));
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.empty();
        }
    }
}
