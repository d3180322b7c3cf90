package org.synwarden.platform.windows.iphelper;

import com.sun.jna.platform.win32.IPHlpAPI;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.synwarden.platform.windows.bindings.OwnerModules;
import org.synwarden.platform.windows.time.FileTime;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;

/**
 * Reads the socket table through IP Helper: TCP and UDP, IPv4 and IPv6. Needs no rights; needs no driver. Pages
 * "GetExtendedTcpTable function" and "GetExtendedUdpTable function". The owner of a row is its pid with the start token
 * that the process of this pid has when the table has just been read; 0 where Windows does not let this user look, or the
 * process is younger than the row. Memory: a buffer for each table of what it took at its longest and 8 KiB, and some
 * 500 bytes for each row of the last snapshot; a row that has not changed is the same object as before. Used by one thread
 * at a time.
 */
public final class IpHelperSocketTable implements SocketTable {
    private static final boolean UNSORTED = false;

    private final RowServices services;

    /** One of Windows' tables. */
    record Source(OwnerModuleTable format, GrowingTable table) {}

    private final ProcessCatalog processes;
    private final LongSupplier clock;
    private final List<Source> sources;
    private final Map<OwnedRow, KnownRow> known = new HashMap<>();
    private int snapshot;

    /** Asks these processes for the start tokens. */
    public IpHelperSocketTable(ProcessCatalog processes) {
        this(
                processes,
                () -> FileTime.ofEpochMillis(System.currentTimeMillis()),
                List.of(
                        new Source(OwnerModuleTable.TCP4, tcp("IPv4 TCP table", IPHlpAPI.AF_INET)),
                        new Source(OwnerModuleTable.TCP6, tcp("IPv6 TCP table", IPHlpAPI.AF_INET6)),
                        new Source(OwnerModuleTable.UDP4, udp("IPv4 UDP table", IPHlpAPI.AF_INET)),
                        new Source(OwnerModuleTable.UDP6, udp("IPv6 UDP table", IPHlpAPI.AF_INET6))),
                new RowServices(List.of(
                        new RowServices.Source(
                                OwnerModuleTable.TCP4,
                                tcp("IPv4 TCP table", IPHlpAPI.AF_INET),
                                (row, buffer, size) -> OwnerModules.INSTANCE.GetOwnerModuleFromTcpEntry(
                                        row, OwnerModules.INFO_BASIC, buffer, size)),
                        new RowServices.Source(
                                OwnerModuleTable.TCP6,
                                tcp("IPv6 TCP table", IPHlpAPI.AF_INET6),
                                (row, buffer, size) -> OwnerModules.INSTANCE.GetOwnerModuleFromTcp6Entry(
                                        row, OwnerModules.INFO_BASIC, buffer, size)),
                        new RowServices.Source(
                                OwnerModuleTable.UDP4,
                                udp("IPv4 UDP table", IPHlpAPI.AF_INET),
                                (row, buffer, size) -> OwnerModules.INSTANCE.GetOwnerModuleFromUdpEntry(
                                        row, OwnerModules.INFO_BASIC, buffer, size)),
                        new RowServices.Source(
                                OwnerModuleTable.UDP6,
                                udp("IPv6 UDP table", IPHlpAPI.AF_INET6),
                                (row, buffer, size) -> OwnerModules.INSTANCE.GetOwnerModuleFromUdp6Entry(
                                        row, OwnerModules.INFO_BASIC, buffer, size)))));
    }

    /**
     * The table of that Windows.
     *
     * @param clock the system's time, in Windows' file time
     */
    IpHelperSocketTable(ProcessCatalog processes, LongSupplier clock, List<Source> sources, RowServices services) {
        this.processes = processes;
        this.clock = clock;
        this.sources = sources;
        this.services = services;
    }

    @Override
    public Map<SocketRow, String> services(Collection<SocketRow> rows) throws IOException {
        return services.of(rows);
    }

    @Override
    public List<SocketRow> snapshot() throws IOException {
        List<OwnedRow> found = new ArrayList<>(known.size());
        for (Source source : sources) {
            source.format().read(source.table().read(), found::add);
        }
        snapshot++;
        RowOwners owners = new RowOwners(processes, clock.getAsLong());
        List<SocketRow> rows = new ArrayList<>(found.size());
        for (OwnedRow facts : found) {
            KnownRow row = known.computeIfAbsent(facts, KnownRow::new);
            row.see(snapshot);
            if (!row.isOwned()) {
                row.own(owners.of(facts));
            }
            rows.add(row.row());
        }
        known.values().removeIf(row -> !row.isIn(snapshot));
        return Collections.unmodifiableList(rows);
    }

    private static GrowingTable tcp(String name, int family) {
        return new GrowingTable(
                name,
                (buffer, size) -> IPHlpAPI.INSTANCE.GetExtendedTcpTable(
                        buffer, size, UNSORTED, family, IPHlpAPI.TCP_TABLE_CLASS.TCP_TABLE_OWNER_MODULE_ALL, 0));
    }

    private static GrowingTable udp(String name, int family) {
        return new GrowingTable(
                name,
                (buffer, size) -> IPHlpAPI.INSTANCE.GetExtendedUdpTable(
                        buffer, size, UNSORTED, family, IPHlpAPI.UDP_TABLE_CLASS.UDP_TABLE_OWNER_MODULE, 0));
    }
}
