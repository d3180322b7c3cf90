package org.synwarden.platform.windows.token;

import java.util.ArrayList;
import java.util.List;

/**
 * The entries of an access list in the security descriptor language: {@code (A;;FA;;;SY)(XA;;FX;;;WD;(Member_of
 * {SID(BA)}))}. A condition (page "Security Descriptor Definition Language for Conditional ACEs") has brackets of its own,
 * and texts in quotes, in which brackets mean nothing. Whatever stands before the end or the list of audits ({@code S:}) and
 * cannot be read counts as an entry that lets everybody do everything. Pure.
 */
final class AccessListText {
    private static final String AUDITS = "S:";

    private AccessListText() {}

    /** The entries of the list that begins with its first bracket. */
    static List<AccessEntry> entries(String text) {
        List<AccessEntry> entries = new ArrayList<>();
        int at = 0;
        while (at < text.length() && !text.startsWith(AUDITS, at)) {
            int end = end(text, at);
            if (end < 0) {
                entries.add(AccessEntry.UNREAD);
                break;
            }
            entries.add(AccessEntry.parse(text.substring(at + 1, end)));
            at = end + 1;
        }
        return entries;
    }

    /** Where the bracket closes that opens there; negative where none opens, or it stays open. */
    private static int end(String text, int start) {
        if (text.charAt(start) != '(') {
            return -1;
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = start; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == '(') {
                depth++;
            } else if (!quoted && letter == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
