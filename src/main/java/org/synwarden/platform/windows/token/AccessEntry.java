package org.synwarden.platform.windows.token;

import java.util.Map;
import java.util.Set;

/**
 * One entry of an access list, as the security descriptor language writes it (page "ACE Strings"): {@code
 * (A;OICI;FA;;;SY)}. Pure.
 *
 * @param allows whether it gives rights; entries that deny take some
 * @param inheritOnly whether it is for what will be made inside only
 * @param rights the access mask; all rights where it could not be read
 * @param trustee whose rights they are: a security id, or one of the language's abbreviations
 */
public record AccessEntry(boolean allows, boolean inheritOnly, int rights, String trustee) {
    /**
     * Whatever changes a file or folder, what lies in it, or who may: write data or add a file, append or add a folder,
     * write attributes, delete, delete what lies inside, change rights or owner, and the generic rights that hold these.
     */
    private static final int CHANGING =
            0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000;

    /** Deletes or renames an object or what lies in a folder, or gives that right: delete, delete what lies inside, … */
    private static final int DISPLACING = 0x40 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000;

    private static final int ALL = -1;

    /** Stands for text that could not be read: whatever it was, it counts against the object. */
    static final AccessEntry UNREAD = new AccessEntry(true, false, ALL, "an entry that cannot be read");

    /** Every other kind of entry gives rights, or may do so. */
    private static final Set<String> DENIALS = Set.of("D", "OD", "XD");

    private static final int LETTERS = 2;

    /** Page "ACE Strings": what two letters stand for. */
    private static final Map<String, Integer> MNEMONICS = Map.ofEntries(
            Map.entry("GA", 0x1000_0000),
            Map.entry("GX", 0x2000_0000),
            Map.entry("GW", 0x4000_0000),
            Map.entry("GR", 0x8000_0000),
            Map.entry("FA", 0x1F_01FF),
            Map.entry("FR", 0x12_0089),
            Map.entry("FW", 0x12_0116),
            Map.entry("FX", 0x12_00A0),
            Map.entry("RC", 0x2_0000),
            Map.entry("SD", 0x1_0000),
            Map.entry("WD", 0x4_0000),
            Map.entry("WO", 0x8_0000),
            Map.entry("CC", 0x1),
            Map.entry("DC", 0x2),
            Map.entry("LC", 0x4),
            Map.entry("SW", 0x8),
            Map.entry("RP", 0x10),
            Map.entry("WP", 0x20),
            Map.entry("DT", 0x40),
            Map.entry("LO", 0x80),
            Map.entry("CR", 0x100));

    private static final int TYPE = 0;
    private static final int FLAGS = 1;
    private static final int RIGHTS = 2;
    private static final int TRUSTEE = 5;

    /** Reads what stands between the brackets; {@link #UNREAD} where that is no entry. */
    static AccessEntry parse(String text) {
        String[] fields = text.split(";", TRUSTEE + 2); // what follows is an entry's condition
        if (fields.length <= TRUSTEE || fields[TRUSTEE].isEmpty()) {
            return UNREAD;
        }
        // Conditional (XA, XD) and object entries (OA, OD) count as the plain ones do, as if their condition held.
        // A denial whose condition fails denies nothing, but denials are never counted in anybody's favour.
        return new AccessEntry(
                !DENIALS.contains(fields[TYPE]), hasFlag(fields[FLAGS], "IO"), rights(fields[RIGHTS]), fields[TRUSTEE]);
    }

    /** Whether it lets its trustee change the object itself. */
    boolean letsChange() {
        return allows && !inheritOnly && (rights & CHANGING) != 0;
    }

    /** Whether it lets its trustee take the object, or what lies in it, away from its place. */
    boolean letsDisplace() {
        return allows && !inheritOnly && (rights & DISPLACING) != 0;
    }

    /** Whether it gives its trustee any right on the object itself. */
    boolean letsAnything() {
        return allows && !inheritOnly && rights != 0;
    }

    private static boolean hasFlag(String flags, String flag) {
        for (int at = 0; at + LETTERS <= flags.length(); at += LETTERS) {
            if (flags.startsWith(flag, at)) {
                return true;
            }
        }
        return false;
    }

    private static int rights(String text) {
        try {
            if (text.startsWith("0x")) {
                return Integer.parseUnsignedInt(text.substring(LETTERS), 16);
            }
        } catch (NumberFormatException e) {
            return ALL;
        }
        int rights = text.length() % LETTERS == 0 ? 0 : ALL;
        for (int at = 0; at + LETTERS <= text.length(); at += LETTERS) {
            rights |= MNEMONICS.getOrDefault(text.substring(at, at + LETTERS), ALL);
        }
        return rights;
    }
}
