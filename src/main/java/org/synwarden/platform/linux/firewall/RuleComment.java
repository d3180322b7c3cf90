package org.synwarden.platform.linux.firewall;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.respond.BlockRule;

/**
 * What a rule carries in its comment so that the firewall alone can list it: {@code ID SECONDS REASON}. nftables takes
 * 128 bytes, and has no way to write a quotation mark or a line break within them.
 *
 * @param id the rule's id
 * @param createdSeconds seconds since the epoch
 * @param reason printable ASCII without quotation marks, cut where the comment is full
 */
record RuleComment(String id, long createdSeconds, String reason) {
    private static final int MOST_BYTES = 128;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{1,32}) (\\d{1,10})(?: (.*))?");

    /** The comment of a rule. */
    static RuleComment of(BlockRule rule) {
        return new RuleComment(rule.id(), Math.max(0, rule.createdAt() / NANOS_PER_SECOND), rule.reason());
    }

    /** Reads a comment; empty when it is not one of ours: none of ours was made after the year 2262. */
    static Optional<RuleComment> parse(String comment) {
        Matcher parts = FORM.matcher(comment);
        return parts.matches() && Long.parseLong(parts.group(2)) <= Long.MAX_VALUE / NANOS_PER_SECOND
                ? Optional.of(new RuleComment(
                        parts.group(1),
                        Long.parseLong(parts.group(2)),
                        Optional.ofNullable(parts.group(3)).orElse("")))
                : Optional.empty();
    }

    /** When the rule was made, nanoseconds since the epoch, right to the second. */
    long createdAt() {
        return createdSeconds * NANOS_PER_SECOND;
    }

    /** The comment as it may stand between quotation marks in a script. */
    String text() {
        String text = id + " " + createdSeconds + " "
                + reason.replaceAll("[\"\u201c\u201d]", "'").replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(text.length(), MOST_BYTES)).strip();
    }
}
