package org.synwarden.respond;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.synwarden.detect.Image;
import org.synwarden.process.Interpreters;

/**
 * Blocks that would hurt this PC or SynWarden more than any worm: of what gives it an address and names, of the
 * firewall's own service, of SynWarden's programs, and of Windows' hosts of many services at once. Pure.
 */
public final class SelfHarm {
    /** A program that everybody on a PC uses. */
    public enum Shared {
        /** It comes with Windows. */
        WINDOWS(" is a part of Windows, which everybody uses"),
        /** It runs other programs' files. */
        INTERPRETER(" runs other programs, everybody's");

        private final String words;

        Shared(String words) {
            this.words = words;
        }
    }

    private static final Set<String> SERVICES = Set.of(
            "bfe",
            "dhcp",
            "dnscache",
            "eventlog",
            "iphlpsvc",
            "mpssvc",
            "netman",
            "netprofm",
            "nlasvc",
            "nsi",
            "rpceptmapper",
            "rpcss",
            "synwarden",
            "wlansvc");

    /** Windows' own, in its own folder; the same name elsewhere is some other program. */
    private static final Pattern SYSTEM_PROGRAM = Pattern.compile(
            ".*\\\\system32\\\\(svchost|lsass|services|csrss|smss|wininit|winlogon|dns)\\.exe",
            Pattern.CASE_INSENSITIVE);

    /** What comes with Windows, on whichever drive or volume. */
    private static final Pattern WINDOWS = Pattern.compile(
            "^\\\\systemroot\\\\"
                    + "|^([a-z]:|\\\\\\\\[?.]\\\\[a-z]:|\\\\device\\\\[^\\\\]+)\\\\(windows"
                    + "|program files( \\(x86\\))?\\\\windows (?!kits)[^\\\\]+"
                    + "|programdata\\\\microsoft\\\\windows defender)\\\\",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> ACCOUNTS =
            Set.of("0", "root", "systemd-network", "systemd-resolve", "dhcpcd", "_dhcp", "dnsmasq", "unbound");
    private static final Set<Integer> NAMES = Set.of(53);
    private static final Set<Integer> ADDRESSES = Set.of(67, 68, 546, 547);

    private final Set<String> ownPrograms;

    /**
     * What must not be blocked on this PC.
     *
     * @param ownPrograms full paths of what SynWarden itself runs on
     */
    public SelfHarm(Set<String> ownPrograms) {
        this.ownPrograms = Set.copyOf(ownPrograms);
    }

    /** Why that must not be blocked, and what to do instead; empty when it may be. */
    public Optional<String> refusal(BlockScope scope) {
        return scope.program()
                .flatMap(path -> ofProgram(path, scope))
                .or(() -> scope.service().flatMap(SelfHarm::ofService))
                .or(() -> scope.user().flatMap(SelfHarm::ofAccount))
                .or(() -> scope.isForEverybody() ? ofPort(scope.remotePort().orElseThrow()) : Optional.empty());
    }

    /**
     * Why a user who is no administrator may not have that program blocked, and what to do instead; empty when it may: what
     * is Windows' own, or runs other programs' files, would be missed by everybody on this PC.
     */
    public static Optional<String> refusalToUser(BlockScope scope) {
        return scope.program().flatMap(SelfHarm::sharedByAll);
    }

    private static Optional<String> sharedByAll(String path) {
        return shared(path)
                .map(kind -> path + kind.words + " on this PC: end the process instead, or ask an administrator");
    }

    /** What makes the program of that path everybody's on this PC; empty for all others. */
    public static Optional<Shared> shared(String path) {
        if (WINDOWS.matcher(path).find()) {
            return Optional.of(Shared.WINDOWS);
        }
        return Interpreters.contains(new Image(path, Optional.empty()).name())
                ? Optional.of(Shared.INTERPRETER)
                : Optional.empty();
    }

    private Optional<String> ofProgram(String path, BlockScope scope) {
        if (ownPrograms.stream().anyMatch(path::equalsIgnoreCase)) {
            return Optional.of("SynWarden itself runs on " + path + ": block the port instead");
        }
        boolean hostOfAll =
                SYSTEM_PROGRAM.matcher(path).matches() && scope.service().isEmpty();
        if (hostOfAll && scope.remotePort().isPresent()) {
            return ofPort(scope.remotePort().getAsInt());
        }
        return hostOfAll
                ? Optional.of("many parts of Windows run in " + path
                        + ", its addresses and names included: name the service, or the port")
                : Optional.empty();
    }

    private static Optional<String> ofService(String service) {
        return SERVICES.contains(service.toLowerCase(Locale.ROOT))
                ? Optional.of("without the service " + service
                        + " this PC has no network, or SynWarden no firewall: block the port instead")
                : Optional.empty();
    }

    private static Optional<String> ofAccount(String user) {
        return ACCOUNTS.contains(user.toLowerCase(Locale.ROOT))
                ? Optional.of("what gives this PC its addresses and names runs as " + user + ": block the port instead")
                : Optional.empty();
    }

    private static Optional<String> ofPort(int port) {
        if (NAMES.contains(port)) {
            return Optional.of(
                    "without port " + port + " no program on this PC finds a name: block the program, or kill it");
        }
        return ADDRESSES.contains(port)
                ? Optional.of("without port " + port + " this PC loses its own address: block the program, or kill it")
                : Optional.empty();
    }
}
