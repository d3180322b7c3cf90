package org.synwarden.net;

import java.util.List;
import java.util.Set;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** Addresses and networks as text under fuzz. */
public final class AddressFuzz {
    private AddressFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "address",
                List.of(AddressText.class, Subnet.class),
                FuzzTarget.texts(
                        "192.0.2.1",
                        "0.0.0.0",
                        "255.255.255.255",
                        "1.2.3",
                        "2001:db8::1",
                        "::",
                        "::1",
                        "1::",
                        "fe80::1%3",
                        "fe80::1%4294967296",
                        "::ffff:192.0.2.1",
                        "64:ff9b::192.0.2.33",
                        "1:2:3:4:5:6:7:8",
                        "1:2:3:4:5:6:1.2.3.4",
                        "1:2:3:4:5:6:7:8:9",
                        "1:0:0:2:0:0:0:3",
                        "1:0:2:0:3:0:4:0",
                        "1::2::3",
                        "1:2:3:4::5:6:7:8",
                        "1:2:3:4:5:6:7",
                        "2001:db8::/32",
                        "10.0.0.0/8",
                        "10.0.0.0/33",
                        "0.0.0.0/0",
                        "::/0",
                        "::/128",
                        "10.0.0.0/x",
                        "x".repeat(65)),
                FuzzTarget.texts(
                        "::",
                        ":",
                        ".",
                        "%",
                        "/",
                        "/0",
                        "/64",
                        "0",
                        "00",
                        "ffff",
                        "::ffff:",
                        "1.2.3.4",
                        "255",
                        "256",
                        "\u0660",
                        "-",
                        "+",
                        " ",
                        "%0",
                        "\u0000",
                        "99999999999"),
                Set.of(IllegalArgumentException.class),
                new Budget(64 << 10, 64),
                input -> parse(FuzzTarget.text(input))));
    }

    private static void parse(String text) {
        if (text.indexOf('/') >= 0) {
            Subnet network = Subnet.parse(text);
            FuzzTarget.require(Subnet.parse(network.toString()).equals(network), network + " is read back as another");
            FuzzTarget.require(network.contains(network.base()), network + " is not in itself");
        } else {
            Address address = Address.parse(text);
            FuzzTarget.require(Address.parse(address.toString()).equals(address), address + " is read back as another");
            FuzzTarget.require(
                    Subnet.parse(address.withoutZone().toString()).contains(address),
                    address + " is not in its network");
        }
    }
}
