package org.synwarden.platform.windows.iphelper;

import com.sun.jna.platform.win32.IPHlpAPI;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;

/**
 * Reads the socket table through IP Helper: TCP and UDP, IPv4 and IPv6. Needs no rights; needs no driver. Pages
 * "GetExtendedTcpTable function" and "GetExtendedUdpTable function". The owner of a row is its pid with the start token
 * that the process of this pid has when the table has just been read; 0 where Windows does not let this user look.
 * Used by one thread at a time.
 */
public final class IpHelperSocketTable implements SocketTable {
    private static final boolean UNSORTED = false;

    private final ProcessCatalog processes;
    private final GrowingTable tcp4 = tcp("IPv4 TCP table", IPHlpAPI.AF_INET);
    private final GrowingTable tcp6 = tcp("IPv6 TCP table", IPHlpAPI.AF_INET6);
    private final GrowingTable udp4 = udp("IPv4 UDP table", IPHlpAPI.AF_INET);
    private final GrowingTable udp6 = udp("IPv6 UDP table", IPHlpAPI.AF_INET6);

    /** Asks these processes for the start tokens. */
    public IpHelperSocketTable(ProcessCatalog processes) {
        this.processes = processes;
    }

    @Override
    public List<SocketRow> snapshot() throws IOException {
        List<OwnedRow> rows = new ArrayList<>();
        rows.addAll(OwnerPidTables.tcp4(tcp4.read()));
        rows.addAll(OwnerPidTables.tcp6(tcp6.read()));
        rows.addAll(OwnerPidTables.udp4(udp4.read()));
        rows.addAll(OwnerPidTables.udp6(udp6.read()));
        return withOwners(rows, processes);
    }

    /** Looks every pid up once. */
    static List<SocketRow> withOwners(List<OwnedRow> rows, ProcessCatalog processes) {
        Map<Integer, Optional<ProcessKey>> owners = new HashMap<>();
        owners.put(0, Optional.empty());
        return rows.stream()
                .map(row -> new SocketRow(
                        row.flow(),
                        row.state(),
                        owners.computeIfAbsent(
                                row.pid(),
                                pid -> Optional.of(processes.find(pid).orElse(new ProcessKey(pid, 0))))))
                .toList();
    }

    private static GrowingTable tcp(String name, int family) {
        return new GrowingTable(
                name,
                (buffer, size) -> IPHlpAPI.INSTANCE.GetExtendedTcpTable(
                        buffer, size, UNSORTED, family, IPHlpAPI.TCP_TABLE_CLASS.TCP_TABLE_OWNER_PID_ALL, 0));
    }

    private static GrowingTable udp(String name, int family) {
        return new GrowingTable(
                name,
                (buffer, size) -> IPHlpAPI.INSTANCE.GetExtendedUdpTable(
                        buffer, size, UNSORTED, family, IPHlpAPI.UDP_TABLE_CLASS.UDP_TABLE_OWNER_PID, 0));
    }
}
