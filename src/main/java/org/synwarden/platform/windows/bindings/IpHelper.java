package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;

/**
 * Adapters, routes and their changes: iphlpapi.dll (iphlpapi.h, netioapi.h). Functions return a Windows error code, 0 for
 * success. Any thread.
 */
@SuppressWarnings("MemberName")
public interface IpHelper extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    IpHelper INSTANCE = Native.load("iphlpapi", IpHelper.class);

    /** Of {@code ADDRESS_FAMILY}: all. */
    int AF_UNSPEC = 0;

    /** Of {@code ADDRESS_FAMILY}: IPv4. */
    int AF_INET = 2;

    /** Of {@code ADDRESS_FAMILY}: IPv6. */
    int AF_INET6 = 23;

    /** {@code GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER}. */
    int SKIP_ALL_BUT_UNICAST = 0x2 | 0x4 | 0x8;

    /** {@code GAA_FLAG_INCLUDE_GATEWAYS}. */
    int INCLUDE_GATEWAYS = 0x80;

    /** {@code MIB_IP_FORWARDING}: what {@code dwForwarding}, the first DWORD of MIB_IPSTATS, says of a router. */
    int FORWARDING = 1;

    /** Size of MIB_IPSTATS: 23 DWORDs. */
    int IP_STATISTICS_SIZE = 92;

    /** Told of a change, on a thread of Windows; the row says which interface or route, and may be null. */
    interface ChangeCallback extends StdCallCallback {
        /** {@code PIPINTERFACE_CHANGE_CALLBACK} and {@code PIPFORWARD_CHANGE_CALLBACK}. */
        void invoke(Pointer context, Pointer row, int notificationType);
    }

    /** Page "GetAdaptersAddresses function". The addresses are an IP_ADAPTER_ADDRESSES_LH and what it points to. */
    int GetAdaptersAddresses(int family, int flags, Pointer reserved, Pointer addresses, IntByReference size);

    /** Page "GetIpForwardTable2 function". The result is a MIB_IPFORWARD_TABLE2, freed with {@link #FreeMibTable}. */
    int GetIpForwardTable2(short family, PointerByReference table);

    /** Page "FreeMibTable function". */
    void FreeMibTable(Pointer table);

    /** Page "GetIpStatisticsEx function". The statistics are a MIB_IPSTATS. */
    int GetIpStatisticsEx(Pointer statistics, int family);

    /** Page "NotifyIpInterfaceChange function". */
    int NotifyIpInterfaceChange(
            short family,
            ChangeCallback callback,
            Pointer context,
            byte initialNotification,
            PointerByReference registration);

    /** Page "NotifyRouteChange2 function". */
    int NotifyRouteChange2(
            short family,
            ChangeCallback callback,
            Pointer context,
            byte initialNotification,
            PointerByReference registration);

    /** Page "CancelMibChangeNotify2 function". Returns when no callback runs any more; not to be called by one. */
    int CancelMibChangeNotify2(Pointer registration);
}
