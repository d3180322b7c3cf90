package org.synwarden.platform.windows.firewall;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Lifetime;

/**
 * Blocks as firewall rules and back. Id, times, maker, incident and reason stand in the description, so that our rules can be listed from
 * the firewall alone, even when everything else that SynWarden keeps is lost. Pure.
 */
final class RuleTranslation {
    /** The group of all our rules, and of no others. */
    static final String GROUP = "SynWarden";

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int LONGEST_REASON = 400;
    private static final long NANOS = 1_000_000_000L;
    private static final Pattern DESCRIPTION = Pattern.compile(
            "SynWarden rule ([A-Za-z0-9]{1,32}), made (\\S{1,40})"
                    + "(?:, until (\\S{1,40}))?(?:, by ([A-Za-z0-9-]{1,64}))?(?:, incident ([A-Za-z0-9-]{1,20}))?: (.*)",
            Pattern.DOTALL);
    private static final String RESTART = "restart";
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
                description(block),
                GROUP,
                block.scope().program().orElse(""),
                block.scope().service().orElse(""),
                block.scope().packageId().orElse(""),
                block.scope().user().map(LocalUser::list).orElse(""),
                number(block.scope().protocol()),
                block.scope().remotePort().isPresent()
                        ? Integer.toString(block.scope().remotePort().getAsInt())
                        : "",
                RemoteAddresses.text(block.destination()),
                FirewallRule.OUT,
                FirewallRule.BLOCK,
                FirewallRule.ALL_PROFILES,
                true);
    }

    private static String description(BlockRule block) {
        return "SynWarden rule " + block.id() + ", made " + instant(block.createdAt()) + until(block.lifetime())
                + block.maker().map(account -> ", by " + account).orElse("")
                + block.incident().map(incident -> ", incident " + incident).orElse("") + ": "
                + oneLine(block.reason());
    }

    private static String until(Lifetime lifetime) {
        if (lifetime.untilRestart()) {
            return ", until " + RESTART;
        }
        return lifetime.until().isPresent()
                ? ", until " + instant(lifetime.until().getAsLong())
                : "";
    }

    private static Lifetime lifetime(String until) {
        if (until == null) {
            return Lifetime.FOR_GOOD;
        }
        return until.equals(RESTART) ? Lifetime.UNTIL_RESTART : Lifetime.until(nanos(Instant.parse(until)));
    }

    private static int number(Optional<Protocol> protocol) {
        if (protocol.isEmpty()) {
            return FirewallRule.ANY_PROTOCOL;
        }
        return switch (protocol.get()) {
            case TCP -> TCP;
            case UDP -> UDP;
        };
    }

    /** The block that this rule makes or made; empty when it is not one of ours, or was changed into something else. */
    static Optional<BlockRule> toBlock(FirewallRule rule) {
        Matcher description = DESCRIPTION.matcher(rule.description());
        if (!rule.grouping().equals(GROUP) || !description.matches()) {
            return Optional.empty();
        }
        try {
            return RemoteAddresses.destination(rule.remoteAddresses())
                    .map(destination -> new BlockRule(
                            description.group(1),
                            scope(rule),
                            destination,
                            lifetime(description.group(3)),
                            nanos(Instant.parse(description.group(2))),
                            Optional.ofNullable(description.group(5)),
                            Optional.ofNullable(description.group(4)),
                            description.group(6),
                            flaw(rule)));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException changed) {
            return Optional.empty();
        }
    }

    private static Optional<String> flaw(FirewallRule rule) {
        if (!rule.enabled()) {
            return Optional.of("it is switched off");
        }
        if (rule.action() != FirewallRule.BLOCK) {
            return Optional.of("it allows what it should block");
        }
        if (rule.direction() != FirewallRule.OUT) {
            return Optional.of("it is a rule for incoming traffic");
        }
        return rule.profiles() == FirewallRule.ALL_PROFILES
                ? Optional.empty()
                : Optional.of("it is not for every kind of network");
    }

    private static BlockScope scope(FirewallRule rule) {
        return new BlockScope(
                given(rule.applicationName()),
                given(rule.serviceName()),
                given(rule.localAppPackageId()),
                LocalUser.account(rule.localUserAuthorizedList()),
                protocol(rule.protocol()),
                port(rule.remotePorts()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(present -> !present.isEmpty());
    }

    private static Optional<Protocol> protocol(int number) {
        return switch (number) {
            case TCP -> Optional.of(Protocol.TCP);
            case UDP -> Optional.of(Protocol.UDP);
            case FirewallRule.ANY_PROTOCOL -> Optional.empty();
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
