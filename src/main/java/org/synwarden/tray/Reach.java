package org.synwarden.tray;

import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.net.Address;
import org.synwarden.net.Scope;

/** How far a block goes. */
public enum Reach {
    /** The own network is spared: file shares and printers go on working. */
    INTERNET("internet", "block.everywhere"),
    /** The own network is blocked, too. */
    EVERYWHERE("everywhere", "block.internet");

    private static final Set<Scope> OWN = Set.of(Scope.PRIVATE, Scope.LINK_LOCAL, Scope.CGNAT);

    private final String word;
    private final String alternative;

    Reach(String word, String alternative) {
        this.word = word;
        this.alternative = alternative;
    }

    /** How far a block has to go for what went to these addresses: everywhere, where one is in the own network. */
    static Reach stopping(Stream<String> addresses) {
        return addresses.anyMatch(Reach::isNear) ? EVERYWHERE : INTERNET;
    }

    private static boolean isNear(String text) {
        try {
            return OWN.contains(Address.parse(text).scope());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    Reach other() {
        return this == INTERNET ? EVERYWHERE : INTERNET;
    }

    /** How a rule's destination is called, {@code docs/json.md}. */
    String word() {
        return word;
    }

    boolean isEverywhere() {
        return this == EVERYWHERE;
    }

    /** That deed, which has the other reach, as what can be chosen in place of one with this. */
    Deed.Alternative alternative(Deed deed) {
        return new Deed.Alternative(alternative, deed);
    }
}
