package org.synwarden.platform.linux.firewall;

import static java.util.function.Predicate.not;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Lifetime;

/**
 * What a rule carries in its comment so that the firewall alone can list it:
 * {@code ID MADE[-UNTIL][/BOOT] [@MAKER] [#INCIDENT] REASON}, times in seconds since the epoch. nftables takes 128 bytes, and has no way
 * to write a quotation mark or a line break within them.
 *
 * @param id the rule's id
 * @param createdSeconds seconds since the epoch
 * @param untilSeconds likewise; empty where it stands until the next restart
 * @param boot during which boot of the kernel it was made ({@link NftFirewall}), where it ends with that; else empty
 * @param incident the incident that it answers
 * @param maker the account of a user who made it and is no administrator
 * @param reason printable ASCII without quotation marks, cut where the comment is full
 */
record RuleComment(
        String id,
        long createdSeconds,
        OptionalLong untilSeconds,
        Optional<String> boot,
        Optional<String> incident,
        Optional<String> maker,
        String reason) {
    private static final int MOST_BYTES = 128;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9]{1,32}) (\\d{1,10})(?:-(\\d{1,10}))?(?:/([0-9a-f]{8}))?(?: @([A-Za-z0-9-]{1,64}))?"
                    + "(?: #([A-Za-z0-9-]{0,20}))?(?: (.*))?");

    /** The comment of a rule that is made during that boot. */
    static RuleComment of(BlockRule rule, String boot) {
        OptionalLong until = rule.lifetime().until();
        return new RuleComment(
                rule.id(),
                Math.max(0, rule.createdAt() / NANOS_PER_SECOND),
                until.isPresent()
                        ? OptionalLong.of(
                                Math.max(0, Math.floorDiv(until.getAsLong() + NANOS_PER_SECOND - 1, NANOS_PER_SECOND)))
                        : OptionalLong.empty(),
                until.isPresent() ? Optional.empty() : Optional.of(boot),
                rule.incident(),
                rule.maker(),
                rule.reason());
    }

    /** Reads a comment; empty when it is not one of ours: none of ours tells of a time after the year 2262. */
    static Optional<RuleComment> parse(String comment) {
        Matcher parts = FORM.matcher(comment);
        if (!parts.matches() || !isTime(parts.group(2)) || !isTime(parts.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new RuleComment(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                parts.group(3) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(3))),
                Optional.ofNullable(parts.group(4)),
                Optional.ofNullable(parts.group(6)).filter(incident -> !incident.isEmpty()),
                Optional.ofNullable(parts.group(5)),
                Optional.ofNullable(parts.group(7)).orElse("")));
    }

    private static boolean isTime(String seconds) {
        return seconds == null || Long.parseLong(seconds) <= Long.MAX_VALUE / NANOS_PER_SECOND;
    }

    /** When the rule was made, nanoseconds since the epoch, right to the second. */
    long createdAt() {
        return createdSeconds * NANOS_PER_SECOND;
    }

    /**
     * How long it stands. nftables forgets everything when the PC restarts, but a saved rule set may bring it back.
     *
     * @param now the boot that is now
     */
    Lifetime lifetime(String now) {
        if (untilSeconds.isPresent()) {
            return Lifetime.until(untilSeconds.getAsLong() * NANOS_PER_SECOND);
        }
        return boot.filter(not(now::equals)).isPresent() ? Lifetime.RESTARTED : Lifetime.UNTIL_RESTART;
    }

    /** The comment as it may stand between quotation marks in a script. */
    String text() {
        String because = reason.replaceAll("[\"\u201c\u201d]", "'")
                .replaceAll("[^ -~]", "?")
                .strip();
        boolean marked = incident.isPresent() || because.startsWith("#") || because.startsWith("@");
        String text = id + " " + createdSeconds
                + (untilSeconds.isPresent() ? "-" + untilSeconds.getAsLong() : "")
                + boot.map(id -> "/" + id).orElse("")
                + maker.map(account -> " @" + account).orElse("")
                + (marked ? " #" + incident.orElse("") : "")
                + " " + because;
        return text.substring(0, Math.min(text.length(), MOST_BYTES)).strip();
    }
}
