package org.synwarden.platform.windows.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A security descriptor in the security descriptor language (page "Security Descriptor String Format"): {@code
 * O:BAG:SYD:PAI(A;OICI;FA;;;SY)}. Pure. What cannot be read counts against the object: it is nobody's, and open to all.
 *
 * @param owner the owner's security id, abbreviations written out where they are known
 * @param inherits whether the access list takes entries from the folder above
 * @param entries the access list; empty where there is none, which lets everybody do everything
 */
public record SecurityText(String owner, boolean inherits, Optional<List<AccessEntry>> entries) {
    /** LocalSystem, and the group of administrators. */
    public static final Set<String> ADMINISTRATORS = Set.of(TokenFacts.SYSTEM, "S-1-5-32-544");

    /** Beside these: who owns what Windows has installed. */
    public static final String TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

    private static final String NOBODY = "";
    private static final String PROTECTED = "P";
    private static final String NO_LIST = "NO_ACCESS_CONTROL";
    private static final String SID = "(S-1-(?:0x[0-9A-Fa-f]{1,12}+|\\d{1,10}+)(?:-\\d{1,10}+){0,15}+|[A-Z]{2})";
    private static final Pattern OWNER = Pattern.compile("O:" + SID);
    private static final Pattern GROUP = Pattern.compile("G:" + SID);
    private static final Pattern LIST = Pattern.compile("D:([A-Z_]*+)");

    /** Page "SID Strings", as far as it matters whom to trust. */
    private static final Map<String, String> ABBREVIATIONS =
            Map.of("SY", TokenFacts.SYSTEM, "BA", "S-1-5-32-544", "CO", "S-1-3-0");

    /** Copies the list. */
    public SecurityText {
        entries = entries.map(List::copyOf);
    }

    /** Reads a descriptor's text. */
    public static SecurityText parse(String text) {
        Matcher owner = OWNER.matcher(text);
        boolean owned = owner.lookingAt();
        Matcher group = GROUP.matcher(text).region(owned ? owner.end() : 0, text.length());
        int start = group.lookingAt() ? group.end() : group.regionStart();
        Matcher list = LIST.matcher(text).region(start, text.length());
        boolean listed = list.lookingAt() && !list.group(1).contains(NO_LIST);
        return new SecurityText(
                owned ? writtenOut(owner.group(1)) : NOBODY,
                !listed || !list.group(1).contains(PROTECTED),
                listed ? Optional.of(entries(text.substring(list.end()))) : Optional.empty());
    }

    private static List<AccessEntry> entries(String text) {
        return AccessListText.entries(text).stream()
                .map(one -> new AccessEntry(one.allows(), one.inheritOnly(), one.rights(), writtenOut(one.trustee())))
                .toList();
    }

    private static String writtenOut(String sid) {
        return ABBREVIATIONS.getOrDefault(sid, sid);
    }

    /** Whether it belongs to somebody else than these: an owner may always change the rights. */
    public boolean isForeign(Set<String> trusted) {
        return !trusted.contains(owner);
    }

    /** Who else than these may change the object: their security ids, "everybody" where there is no access list. */
    public List<String> changers(Set<String> trusted) {
        return others(AccessEntry::letsChange, trusted);
    }

    private List<String> others(Predicate<AccessEntry> may, Set<String> trusted) {
        return entries.map(list -> list.stream()
                        .filter(may)
                        .map(AccessEntry::trustee)
                        .filter(trustee -> !trusted.contains(trustee))
                        .distinct()
                        .toList())
                .orElse(List.of("everybody"));
    }

    /**
     * Who else than these may delete or rename the object, or a folder whatever lies in it, or may give themselves that
     * right; "everybody" where there is no access list. Who may only add to a folder is none of them.
     */
    public List<String> displacers(Set<String> trusted) {
        return others(AccessEntry::letsDisplace, trusted);
    }

    /** Whether others than these have any right, or the folder above decides who has. */
    public boolean isOpen(Set<String> trusted) {
        return inherits
                || entries.map(list -> list.stream()
                                .filter(AccessEntry::letsAnything)
                                .anyMatch(entry -> !trusted.contains(entry.trustee())))
                        .orElse(true);
    }
}
