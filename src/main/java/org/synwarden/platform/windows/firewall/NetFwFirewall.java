package org.synwarden.platform.windows.firewall;

import com.sun.jna.platform.win32.Kernel32;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.ResponseException;

/**
 * Windows Firewall through its COM objects, which speak the same on every language of Windows. Outbound blocks in the
 * group "SynWarden"; rules of other groups are neither listed nor touched. A block names a program, a service with a
 * security id of its own, a packaged app or a port, and is for the traffic of its maker alone where that is no administrator; this host itself is spared by Windows. Needs administrator rights to
 * change rules. Used by one thread; COM is initialised in each call and left again.
 */
public final class NetFwFirewall implements Firewall {
    private static final String NOTHING_BLOCKED = "nothing was blocked";

    private final FirewallPolicy policy;
    private final ServiceIdentity services;
    private final Supplier<ProgramPath> paths;
    private final LongSupplier restartedAt;

    /** The firewall of this PC. */
    public NetFwFirewall() {
        this(new ComFirewallPolicy(), new ScmServiceIdentity(), SystemPaths::now, NetFwFirewall::restartedAt);
    }

    /**
     * That firewall.
     *
     * @param restartedAt when this PC last started, nanoseconds since the epoch by the clock as it is set
     */
    NetFwFirewall(
            FirewallPolicy policy, ServiceIdentity services, Supplier<ProgramPath> paths, LongSupplier restartedAt) {
        this.restartedAt = restartedAt;
        this.policy = policy;
        this.services = services;
        this.paths = paths;
    }

    @Override
    public BlockRule block(BlockRule rule) throws ResponseException {
        FirewallRule wanted = wanted(rule.of(known(rule.scope())));
        try {
            if (!policy.isOn()) {
                throw new ResponseException("Windows Firewall is turned off for the network this PC is in; "
                        + NOTHING_BLOCKED + ". Turn it on, or end the program instead.");
            }
            policy.add(wanted);
            return confirmed(wanted);
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain(NOTHING_BLOCKED), failure);
        }
    }

    /** Who is no administrator stops its own traffic only, whoever else runs the same program. */
    private static FirewallRule wanted(BlockRule known) throws ResponseException {
        try {
            return RuleTranslation.toFirewall(
                    known.maker().isPresent()
                            ? known.of(known.scope().withUser(known.maker().get()))
                            : known);
        } catch (IllegalArgumentException unknownToTheFirewall) {
            throw new ResponseException(
                    unknownToTheFirewall.getMessage() + "; " + NOTHING_BLOCKED, unknownToTheFirewall);
        }
    }

    @Override
    public BlockScope known(BlockScope scope) throws ResponseException {
        if (scope.user().isPresent()) {
            throw new ResponseException("Windows Firewall is not asked to block one user's traffic; " + NOTHING_BLOCKED
                    + ". Block the program or the port instead.");
        }
        if (scope.service().isPresent() && !services.isDistinct(scope.service().get())) {
            throw new ResponseException("the service '" + scope.service().get() + "' has no security id of its own,"
                    + " so the firewall cannot tell it from others in its process; " + NOTHING_BLOCKED
                    + ". Block the port instead: --port N");
        }
        Optional<String> container = scope.packageId().isPresent()
                ? Optional.of(PackageId.of(scope.packageId().get()))
                : Optional.empty();
        BlockScope contained = new BlockScope(
                scope.program(), scope.service(), container, scope.user(), scope.protocol(), scope.remotePort());
        return scope.program().isPresent()
                ? contained.withProgram(paths.get().of(scope.program().get()))
                : contained;
    }

    @Override
    public void unblock(String id) throws ResponseException {
        String name = RuleTranslation.name(id);
        try {
            // The firewall removes by name only: ask as often as rules of our group have it, and no oftener.
            long ours = count(name);
            for (long i = 0; i < ours; i++) {
                policy.remove(name);
            }
            if (count(name) > 0) {
                throw stays(name);
            }
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain("the rule " + id + " was not removed"), failure);
        }
    }

    @Override
    public int unblockAll() throws ResponseException {
        try {
            List<FirewallRule> ours = named();
            for (FirewallRule rule : ours) {
                policy.remove(rule.name());
            }
            List<FirewallRule> left = named();
            if (!left.isEmpty()) {
                throw stays(left.get(0).name());
            }
            return ours.size();
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain("not all rules were removed"), failure);
        }
    }

    private static ResponseException stays(String name) {
        return new ResponseException("Windows Firewall still lists the rule '" + name
                + "'; remove it in 'Windows Defender Firewall with Advanced Security' (wf.msc)");
    }

    @Override
    public List<BlockRule> rules() throws ResponseException {
        long started = restartedAt.getAsLong();
        try {
            return policy.rules(RuleTranslation.GROUP).stream()
                    .flatMap(rule -> RuleTranslation.toBlock(rule).stream())
                    .map(rule -> rule.lifetime().untilRestart() && rule.createdAt() < started
                            ? rule.lasting(Lifetime.RESTARTED)
                            : rule)
                    .sorted(Comparator.comparingLong(BlockRule::createdAt))
                    .toList();
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain("the rules cannot be listed"), failure);
        }
    }

    @Override
    public Optional<String> obstacle() throws ResponseException {
        try {
            if (!policy.isOn()) {
                return Optional.of("Windows Firewall is turned off for the network this PC is in: turn it on");
            }
            List<String> others = policy.otherFirewalls();
            if (!others.isEmpty()) {
                return Optional.of("another firewall is at work (" + String.join(", ", others) + "): block it there");
            }
            return policy.isOverridden()
                    ? Optional.of("a group policy stands above local rules: ask the administrator of this PC")
                    : Optional.empty();
        } catch (FirewallException failure) {
            throw new ResponseException(failure.explain("it is not known what stands in the way"), failure);
        }
    }

    @Override
    public boolean refusesConnects() {
        return true;
    }

    /** Page "GetTickCount64 function": a shutdown with Windows' fast startup is no restart. */
    static long restartedAt() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - Kernel32.INSTANCE.GetTickCount64());
    }

    private BlockRule confirmed(FirewallRule wanted) throws FirewallException, ResponseException {
        Optional<FirewallRule> found = find(wanted.name());
        if (found.isEmpty()) {
            throw new ResponseException("Windows Firewall took the rule '" + wanted.name() + "' but does not list it; "
                    + NOTHING_BLOCKED + ". A policy of this PC may forbid local rules: ask its administrator.");
        }
        Optional<BlockRule> stored =
                found.filter(rule -> rule.hasTheEffectOf(wanted)).flatMap(RuleTranslation::toBlock);
        if (stored.isEmpty()) {
            policy.remove(wanted.name());
            throw new ResponseException("Windows Firewall changed the rule '" + wanted.name() + "' into another, so it"
                    + " was removed again; " + NOTHING_BLOCKED + ". End the program instead.");
        }
        return stored.get();
    }

    /** Those of our group that have a name of ours: to remove by another name could remove somebody else's rule. */
    private List<FirewallRule> named() throws FirewallException {
        return policy.rules(RuleTranslation.GROUP).stream()
                .filter(rule -> rule.name().startsWith(RuleTranslation.name("")))
                .toList();
    }

    private long count(String name) throws FirewallException {
        return policy.rules(RuleTranslation.GROUP).stream()
                .filter(rule -> rule.name().equals(name))
                .count();
    }

    private Optional<FirewallRule> find(String name) throws FirewallException {
        return policy.rules(RuleTranslation.GROUP).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }
}
