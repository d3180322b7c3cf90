package org.synwarden.platform.linux.network;

import java.util.List;
import java.util.Set;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** The kernel's lists of routes under fuzz. */
public final class NetworkFuzz {
    private static final String IPV4 = """
            Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
            wlan0	00000000	FE01A8C0	0003	0	0	600	00000000	0	0	0
            eth0	000200C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
            *	0000430A	00000000	0201	0	0	0	0000FFFF	0	0	0
            lo	0000007F	00000000	0001	0	0	0	000000FF	0	0	0
            """;

    private static final String IPV6 = """
            fd000000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 fd000000000000000000000000000001 00000400 00000002 00000000 00000003     eth0
            00000000000000000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000004 00000000 80200001       lo
            ff000000000000000000000000000000 08 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000004 00000000 00000001     eth0
            """;

    private NetworkFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "routes",
                List.of(RouteText.class, Route.class),
                FuzzTarget.texts(IPV4, IPV6, "eth0 0002 00000000 0001 0 0 0 zz 0 0 0\neth0 0 0\n\n"),
                FuzzTarget.texts(
                        " ",
                        "\t",
                        "\n",
                        "0001",
                        "0003",
                        "0200",
                        "00200000",
                        "80000000",
                        "lo",
                        "eth0",
                        "FFFFFFFF",
                        "00000000",
                        "fd000000000000000000000000000001",
                        "00000000000000000000ffffc0000200",
                        "-1",
                        "+1",
                        "81"),
                Set.of(),
                new Budget(64 << 10, 512),
                input -> read(FuzzTarget.text(input))));
    }

    private static void read(String text) {
        RouteText.ipv4(text).forEach(Route::isDefault);
        RouteText.ipv6(text).forEach(Route::isDefault);
    }
}
