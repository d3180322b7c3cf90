package org.synwarden.platform.windows.iphelper;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.synwarden.net.HostNetwork;
import org.synwarden.platform.windows.bindings.IpHelper;

/**
 * Fetches adapters, routes and whether this host is a router. Pages "GetAdaptersAddresses function", "GetIpForwardTable2
 * function", "GetIpStatisticsEx function". One thread; takes some milliseconds.
 */
final class NetworkTables {
    private final GrowingTable table = new GrowingTable("list of network adapters", this::adapters);

    /** Where the list stands that was read last. */
    private long start;

    /** The state as it is now; an {@link IOException} when Windows cannot be asked. */
    HostNetwork read() throws IOException {
        List<Adapter> adapters = AdapterBlock.parse(table.read(), start);
        return NetworkPicture.of(adapters, routes(), forwards(IpHelper.AF_INET) || forwards(IpHelper.AF_INET6));
    }

    private int adapters(Pointer buffer, IntByReference size) {
        start = Pointer.nativeValue(buffer);
        int code = IpHelper.INSTANCE.GetAdaptersAddresses(
                IpHelper.AF_UNSPEC,
                IpHelper.SKIP_ALL_BUT_UNICAST | IpHelper.INCLUDE_GATEWAYS,
                Pointer.NULL,
                buffer,
                size);
        return switch (code) {
            case WinError.ERROR_BUFFER_OVERFLOW -> WinError.ERROR_INSUFFICIENT_BUFFER;
            case WinError.ERROR_NO_DATA -> none(size);
            default -> code;
        };
    }

    private static int none(IntByReference size) {
        size.setValue(0);
        return WinError.ERROR_SUCCESS;
    }

    private static List<Route> routes() throws IOException {
        PointerByReference made = new PointerByReference();
        int code = IpHelper.INSTANCE.GetIpForwardTable2((short) IpHelper.AF_UNSPEC, made);
        if (code != WinError.ERROR_SUCCESS) {
            throw new IOException("the routes cannot be read: Windows error " + code);
        }
        Pointer routes = made.getValue();
        try {
            int count = Math.min(Math.max(routes.getInt(0), 0), RouteTable.MOST);
            byte[] rows = routes.getByteArray(RouteTable.ROWS, count * RouteTable.ROW_SIZE);
            return RouteTable.parse(ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN));
        } finally {
            IpHelper.INSTANCE.FreeMibTable(routes);
        }
    }

    /** A family that this PC does not have forwards nothing. */
    private static boolean forwards(int family) {
        try (Memory statistics = new Memory(IpHelper.IP_STATISTICS_SIZE)) {
            return IpHelper.INSTANCE.GetIpStatisticsEx(statistics, family) == WinError.ERROR_SUCCESS
                    && statistics.getInt(0) == IpHelper.FORWARDING;
        }
    }
}
