package org.synwarden.platform.windows.token;

import java.util.List;
import java.util.Set;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** Security descriptors as text under fuzz: an object's owner may write conditions of any kind into its list. */
public final class TokenFuzz {
    private static final String CLOSED = "O:BAG:SYD:PAI(A;;FA;;;SY)";

    private TokenFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "security-text",
                List.of(SecurityText.class, AccessListText.class, AccessEntry.class),
                FuzzTarget.texts(
                        "O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)",
                        "O:S-1-5-21-1-2-3-1001G:DUD:AI(A;OICIIOID;GA;;;CO)(A;CIID;DCLCRPCR;;;BU)",
                        "O:SYG:SYD:P(XA;;0x1200a9;;;WD;((Member_of {SID(BA)}) && (@User.Title == \"a)b\")))(D;;FA;;;AN)",
                        "O:S-1-0x50000000000-1D:(OA;;CR;00299570-246d-11d0-a768-00aa006e0529;;PS)S:(ML;;NW;;;ME)",
                        "O:SYD:NO_ACCESS_CONTROL",
                        "D:P(A;;FAX;;;BU)(A;;0xno;;;BU)",
                        "O:BA"),
                FuzzTarget.texts(
                        "O:",
                        "G:",
                        "D:",
                        "S:",
                        "(",
                        ")",
                        ";",
                        "\"",
                        "P",
                        "AI",
                        "NO_ACCESS_CONTROL",
                        "IO",
                        "XA",
                        "XD",
                        "0x",
                        "WD",
                        "S-1-5-18"),
                Set.of(),
                new Budget(64 << 10, 256),
                TokenFuzz::read));
    }

    /** Whatever follows a list, a right for everybody in front of it is never lost, and nothing makes an unread tail harmless. */
    private static void read(byte[] input) {
        String text = FuzzTarget.text(input);
        SecurityText read = SecurityText.parse(text);
        FuzzTarget.require(
                read.changers(SecurityText.ADMINISTRATORS).isEmpty() || read.isOpen(SecurityText.ADMINISTRATORS),
                "who may change it has no right on it");
        FuzzTarget.require(
                SecurityText.parse(CLOSED + "(A;;FA;;;WD)" + text)
                        .changers(SecurityText.ADMINISTRATORS)
                        .contains("WD"),
                "an entry was lost");
        int entries = read.entries().map(List::size).orElse(0);
        FuzzTarget.require(entries * 2 <= text.length() + 2, entries + " entries");
    }
}
