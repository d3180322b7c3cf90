package org.synwarden.tray;

import java.util.List;
import java.util.Set;
import org.synwarden.contract.IncidentObject;

/** Who does what, in one line: "dial.exe is scanning port 445". Pure; any thread. */
final class Headline {
    private static final int SHORTEST_NAME = 3;
    private static final Set<String> WITH_PORTS =
            Set.of("behaviour.scan", "behaviour.sweep", "behaviour.udp-sweep", "behaviour.slow-scan");

    private final Texts texts;

    Headline(Texts texts) {
        this.texts = texts;
    }

    /** The line, with the program's name shortened until it fits into {@code limit} characters. */
    String within(IncidentObject incident, int limit) {
        if (incident.returnOf().isEmpty()) {
            return line(incident, limit);
        }
        int room = limit - texts.of("behaviour.back", "").length();
        return texts.of("behaviour.back", line(incident, room));
    }

    private String line(IncidentObject incident, int limit) {
        String key = behaviour(incident);
        String ports = ports(incident.ports());
        int room = limit - texts.of(key, "", ports).length();
        return texts.of(key, ForeignText.shorten(subject(incident), Math.max(SHORTEST_NAME, room)), ports);
    }

    /** Who does it, as far as it is known. */
    String subject(IncidentObject incident) {
        if (incident.image().isPresent() && !incident.isOnlyProbable()) {
            return fileName(incident.image().get());
        }
        if (incident.process().isEmpty()) {
            return texts.of("program.unknown");
        }
        return incident.isOnlyProbable()
                ? texts.of("program.some")
                : incident.process().get().name();
    }

    /** The last part of a path, whichever system's. */
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String behaviour(IncidentObject incident) {
        if (incident.test()) {
            return "behaviour.test";
        }
        String key = ofKind(incident);
        boolean tellsPorts = WITH_PORTS.contains(key);
        return tellsPorts && incident.ports().isEmpty() ? "behaviour.network" : key;
    }

    private static String ofKind(IncidentObject incident) {
        return switch (incident.kind()) {
            case "scan" -> "behaviour.scan";
            case "sweep" -> Incidents.isRed(incident) ? "behaviour.sweep" : "behaviour.sweep.own";
            case "udp-sweep" -> "behaviour.udp-sweep";
            case "mail-flood" -> "behaviour.mail-flood";
            case "vertical-scan" -> "behaviour.vertical-scan";
            case "slow-scan" -> "behaviour.slow-scan";
            case "volume" -> "behaviour.volume";
            case "nat-pressure" -> "behaviour.nat-pressure";
            case "spoofed-source" -> "behaviour.spoofed-source";
            default -> "behaviour.other";
        };
    }

    /** The ports that are tried most. */
    String ports(List<Integer> ports) {
        return switch (ports.size()) {
            case 0 -> texts.of("ports.none");
            case 1 -> texts.of("ports.one", String.valueOf(ports.get(0)));
            case 2 -> texts.of("ports.two", String.valueOf(ports.get(0)), String.valueOf(ports.get(1)));
            default -> texts.of("ports.many", String.valueOf(ports.get(0)), String.valueOf(ports.get(1)));
        };
    }
}
