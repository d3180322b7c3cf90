package org.synwarden.detect;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kind of port is knocked on. Evidence is kept per class, so that a worm inside a busy program is not diluted by
 * that program's successes; each worm port is a class of its own.
 *
 * @param kind the kind
 * @param port the port of a worm class, else 0
 */
public record PortClass(Kind kind, int port) {
    /** Kinds of ports, from the most to the least suspicious. */
    public enum Kind {
        WORM,
        MAIL,
        WEB,
        OTHER
    }

    /** Ports that worms and scanners of the last twenty years have gone for; from the labelled capture study. */
    public static final Set<Integer> WORM_PORTS = Set.of(
            22, 23, 135, 137, 139, 445, 1433, 1434, 2323, 3306, 3389, 5555, 5900, 5985, 6379, 7547, 8291, 9527, 37215,
            52869);

    private static final Set<Integer> MAIL_PORTS = Set.of(25, 465, 587);
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443, 8080);

    private static final PortClass MAIL = new PortClass(Kind.MAIL, 0);
    private static final PortClass WEB = new PortClass(Kind.WEB, 0);
    private static final PortClass OTHER = new PortClass(Kind.OTHER, 0);

    private static final List<PortClass> ALL = Stream.concat(
                    Stream.of(OTHER, WEB, MAIL),
                    WORM_PORTS.stream().sorted().map(port -> new PortClass(Kind.WORM, port)))
            .toList();
    private static final byte[] NUMBERS = numbers();

    private static byte[] numbers() {
        byte[] numbers = new byte[65_536];
        WEB_PORTS.forEach(port -> numbers[port] = (byte) ALL.indexOf(WEB));
        MAIL_PORTS.forEach(port -> numbers[port] = (byte) ALL.indexOf(MAIL));
        WORM_PORTS.forEach(port -> numbers[port] = (byte) ALL.indexOf(new PortClass(Kind.WORM, port)));
        return numbers;
    }

    /** The class of a remote port. */
    public static PortClass of(int port) {
        return ALL.get(number(port));
    }

    /** The number of that class, from 0 to less than {@link #count}. */
    static int number(int port) {
        return NUMBERS[port];
    }

    /** How many classes there are. */
    static int count() {
        return ALL.size();
    }
}
