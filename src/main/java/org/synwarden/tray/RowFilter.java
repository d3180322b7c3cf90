package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;

/**
 * Display filters that show a row and what belongs to it: both directions of a connection, all attempts of an incident.
 * Only fields that Wireshark has, too, but for {@link #of(ProcessObject)}. Pure.
 */
final class RowFilter {
    private static final String AND = " && ";

    private RowFilter() {}

    /** Everything of that process. */
    static String of(ProcessObject process) {
        return "process.pid == " + process.pid();
    }

    /** Both directions of the connection; of a socket without remote end, its port. */
    static String of(SocketObject socket) {
        return conversation(socket.protocol(), Optional.of(socket.local()), socket.remote());
    }

    /** Both directions of the packet's conversation. */
    static String of(PacketObject packet) {
        return conversation(packet.protocol(), packet.source(), packet.destination());
    }

    /** What the culprit's host sent to the ports it tried. */
    static String of(IncidentObject incident) {
        List<String> terms = new ArrayList<>();
        address(incident.host(), "src").ifPresent(terms::add);
        String port = incident.kind().equals("udp-sweep") ? "udp.dstport" : "tcp.dstport";
        if (incident.ports().size() == 1) {
            terms.add(port + " == " + incident.ports().get(0));
        } else if (!incident.ports().isEmpty()) {
            terms.add(port
                    + incident.ports().stream().map(String::valueOf).collect(Collectors.joining(", ", " in {", "}")));
        }
        return String.join(AND, terms);
    }

    /** What is stopped, or what the program does that was decided about. */
    static String of(RuleRow.About about) {
        List<String> terms = new ArrayList<>();
        about.path().map(path -> "process.path == " + quoted(path)).ifPresent(terms::add);
        about.port().map(port -> about.protocol() + ".dstport == " + port).ifPresent(terms::add);
        return String.join(AND, terms);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String conversation(String protocol, Optional<EndpointObject> one, Optional<EndpointObject> other) {
        List<String> terms = new ArrayList<>();
        one.flatMap(end -> address(end.address(), "addr")).ifPresent(terms::add);
        other.flatMap(end -> address(end.address(), "addr")).ifPresent(terms::add);
        if (protocol.equals("tcp") || protocol.equals("udp")) {
            one.ifPresent(end -> terms.add(protocol + ".port == " + end.port()));
            other.ifPresent(end -> terms.add(protocol + ".port == " + end.port()));
        }
        return terms.isEmpty() ? protocol : String.join(AND, terms);
    }

    /** The test of an address; none for the unspecified one, which no packet carries. */
    private static Optional<String> address(String address, String side) {
        int zone = address.indexOf('%');
        String bare = zone < 0 ? address : address.substring(0, zone);
        if (bare.equals("0.0.0.0") || bare.equals("::")) {
            return Optional.empty();
        }
        return Optional.of((bare.indexOf(':') < 0 ? "ip." : "ipv6.") + side + " == " + bare);
    }
}
