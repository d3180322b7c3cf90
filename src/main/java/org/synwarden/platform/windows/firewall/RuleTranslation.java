package org.synwarden.platform.windows.firewall;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;

/**
 * Blocks as firewall rules and back. Id, time and reason stand in the description, so that our rules can be listed from
 * the firewall alone, even when everything else that SynWarden keeps is lost. Pure.
 */
final class RuleTranslation {
    /** The group of all our rules, and of no others. */
    static final String GROUP = "SynWarden";

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int LONGEST_REASON = 400;
    private static final long NANOS = 1_000_000_000L;
    private static final Pattern DESCRIPTION =
            Pattern.compile("SynWarden rule ([A-Za-z0-9]{1,32}), made (\\S{1,40}): (.*)", Pattern.DOTALL);
    private static final Pattern ONE_PORT = Pattern.compile("[0-9]{1,5}");

    private RuleTranslation() {}

    /** What the rule with that id is called. */
    static String name(String id) {
        return GROUP + " " + id;
    }

    /** The rule that makes this block. */
    static FirewallRule toFirewall(BlockRule block) {
        return new FirewallRule(
                name(block.id()),
                "SynWarden rule " + block.id() + ", made " + instant(block.createdAt()) + ": "
                        + oneLine(block.reason()),
                GROUP,
                block.program().orElse(""),
                block.protocol() == Protocol.TCP ? TCP : UDP,
                block.remotePort().isPresent()
                        ? Integer.toString(block.remotePort().getAsInt())
                        : "",
                FirewallRule.OUT,
                FirewallRule.BLOCK,
                FirewallRule.ALL_PROFILES,
                true);
    }

    /** The block that this rule makes; empty when it is not one of ours, or was changed into something else. */
    static Optional<BlockRule> toBlock(FirewallRule rule) {
        Matcher description = DESCRIPTION.matcher(rule.description());
        if (!rule.grouping().equals(GROUP) || !description.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlockRule(
                    description.group(1),
                    Optional.of(rule.applicationName()).filter(program -> !program.isEmpty()),
                    protocol(rule.protocol()),
                    port(rule.remotePorts()),
                    nanos(Instant.parse(description.group(2))),
                    description.group(3)));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException changed) {
            return Optional.empty();
        }
    }

    private static Protocol protocol(int number) {
        return switch (number) {
            case TCP -> Protocol.TCP;
            case UDP -> Protocol.UDP;
            default -> throw new IllegalArgumentException("no block of ours has protocol " + number);
        };
    }

    private static OptionalInt port(String ports) {
        if (ports.isEmpty() || ports.equals("*")) {
            return OptionalInt.empty();
        }
        if (!ONE_PORT.matcher(ports).matches()) {
            throw new IllegalArgumentException("no block of ours has the ports " + ports);
        }
        return OptionalInt.of(Integer.parseInt(ports));
    }

    /** What a process or a user wrote may hold anything; the firewall refuses {@code |}. */
    private static String oneLine(String reason) {
        String clean = reason.replaceAll("\\p{Cntrl}+", " ").replace('|', '/').strip();
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON) + "…";
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }
}
