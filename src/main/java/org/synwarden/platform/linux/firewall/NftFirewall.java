package org.synwarden.platform.linux.firewall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.synwarden.net.AddressRange;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.InternetRanges;
import org.synwarden.respond.ResponseException;

/**
 * Blocks remote ports and what one user sends with nftables (nft(8)): a table {@code inet synwarden} of our own with one
 * chain in the output hook, so that what already waits in SYN_SENT is stopped as well; loopback is spared. The rules
 * outlive SynWarden, not a restart, and are told so; a saved rule set that brings them back after one is found out by the
 * kernel's boot id (random(4)), of which a rule carries the first eight digits. What containers and virtual machines send is forwarded, not output,
 * and passes. The table is removed with its last rule. Needs root. nftables knows no programs, so a rule for one is
 * refused. Bound: {@value #MOST_BLOCKS} blocks, further ones are refused. One thread.
 */
public final class NftFirewall implements Firewall {
    private static final String TABLE = "inet synwarden";
    private static final String CHAIN = TABLE + " output";
    private static final String START = "add rule " + CHAIN + " oifname != \"lo\" ";
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");

    /** Their listing takes half of what is read of one. */
    static final int MOST_BLOCKS = 256;

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int BOOT_DIGITS = 8;

    private final NftCommand nft;
    private final String boot;

    /** The firewall of the calling process's network namespace. */
    public NftFirewall() {
        this(new NftCommand(), boot());
    }

    NftFirewall(NftCommand nft, String boot) {
        this.nft = nft;
        this.boot = boot;
    }

    private static String boot() {
        try {
            return Files.readString(BOOT_ID).substring(0, BOOT_DIGITS);
        } catch (IOException | IndexOutOfBoundsException e) {
            return "00000000"; // no /proc: every boot is taken for the same one
        }
    }

    @Override
    public BlockScope known(BlockScope scope) {
        return scope;
    }

    @Override
    public BlockRule block(BlockRule rule) throws ResponseException {
        String additions = additions(rule, boot);
        List<BlockRule> before = rules();
        if (before.stream().anyMatch(one -> one.id().equals(rule.id()))) {
            throw new ResponseException("There is a rule " + rule.id() + " already; remove it first");
        }
        if (before.size() >= MOST_BLOCKS) {
            throw new ResponseException(
                    "There are " + before.size() + " blocks already, and no more are kept; nothing was"
                            + " blocked. Undo some with 'synwarden unblock', or all with 'synwarden unblock --all'");
        }
        apply("add table " + TABLE + "\n"
                + "add chain " + CHAIN + " { type filter hook output priority 0; policy accept; }\n"
                + additions);
        Optional<NftRule> stored = find(rule.id())
                .filter(held -> held.handles().size() == additions.lines().count()
                        && held.block().flaw().isEmpty()
                        && held.block().destination() == rule.destination()
                        && isAskedFor(held.block().scope(), rule.scope()));
        if (stored.isEmpty()) {
            unblock(rule.id());
            throw new ResponseException("nftables took the rule " + rule.id()
                    + " but does not list it as it was written: nothing is blocked; kill the program instead");
        }
        return stored.get().block();
    }

    /** Whether that is stored which was asked for; a user is asked for by name and stored by number. */
    private static boolean isAskedFor(BlockScope stored, BlockScope asked) {
        return stored.protocol().equals(asked.protocol())
                && stored.remotePort().equals(asked.remotePort())
                && stored.user().isPresent() == asked.user().isPresent()
                && asked.user()
                        .filter(NftFirewall::isNumber)
                        .map(uid -> uid.equals(stored.user().orElse("")))
                        .orElse(true);
    }

    @Override
    public void unblock(String id) throws ResponseException {
        NftListing listing = list();
        List<NftRule> gone = listing.blocks().stream()
                .filter(rule -> rule.block().id().equals(id))
                .toList();
        remove(listing, gone);
    }

    /** A table that is too long to be listed is removed with all that is in it. */
    @Override
    public int unblockAll() throws ResponseException {
        NftCommand.Result result = listed();
        if (!result.complete()) {
            apply("delete table " + TABLE + "\n");
            return MOST_BLOCKS;
        }
        NftListing listing = listing(result);
        remove(listing, listing.blocks());
        return listing.blocks().size();
    }

    private void remove(NftListing listing, List<NftRule> gone) throws ResponseException {
        if (gone.isEmpty()) {
            return;
        }
        boolean last = gone.size() == listing.blocks().size() && listing.others() == 0;
        apply(
                last
                        ? "delete table " + TABLE + "\n"
                        : gone.stream()
                                .flatMap(rule -> rule.handles().stream())
                                .map(handle -> "delete rule " + CHAIN + " handle " + handle + "\n")
                                .collect(Collectors.joining()));
    }

    @Override
    public List<BlockRule> rules() throws ResponseException {
        return list().blocks().stream().map(NftRule::block).toList();
    }

    /** A drop is final in nftables, so what still leaves was not output here. */
    @Override
    public Optional<String> obstacle() {
        return Optional.of("it does not leave through this system's own output; containers and virtual machines are"
                + " forwarded, and other network namespaces have a firewall of their own");
    }

    @Override
    public boolean refusesConnects() {
        return false;
    }

    /** The lines that add the rule; of what others chose they hold a port, a user's plain name and a clean comment. */
    static String additions(BlockRule rule, String boot) throws ResponseException {
        BlockScope scope = rule.scope();
        if (scope.program().isPresent()
                || scope.service().isPresent()
                || scope.packageId().isPresent()) {
            throw new ResponseException("nftables cannot block one program: block the port for all programs (--port N),"
                    + " what one user sends (--user NAME), or kill the program");
        }
        String match = user(scope) + port(scope) + "counter drop comment \""
                + RuleComment.of(rule, boot).text() + "\"\n";
        return switch (rule.destination()) {
            case EVERYWHERE -> START + match;
            case INTERNET ->
                START + "ip daddr " + set(InternetRanges.IPV4) + match + START + "ip6 daddr " + set(InternetRanges.IPV6)
                        + match;
        };
    }

    private static String set(List<AddressRange> ranges) {
        return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(", ", "{ ", " } "));
    }

    private static String port(BlockScope scope) {
        return scope.remotePort().isPresent()
                ? scope.protocolText() + " dport " + scope.remotePort().getAsInt() + " "
                : "";
    }

    private static String user(BlockScope scope) throws ResponseException {
        if (scope.user().isEmpty()) {
            return "";
        }
        String user = scope.user().get();
        if (!isNumber(user) && !ACCOUNT.matcher(user).matches()) {
            throw new ResponseException("a user is an account's name or number, not '" + user + "'");
        }
        return "meta skuid " + (isNumber(user) ? user : '"' + user + '"') + " ";
    }

    private static boolean isNumber(String user) {
        return user.matches("[0-9]{1,10}");
    }

    private Optional<NftRule> find(String id) throws ResponseException {
        return list().blocks().stream()
                .filter(rule -> rule.block().id().equals(id))
                .findFirst();
    }

    private NftListing list() throws ResponseException {
        return listing(listed());
    }

    private NftCommand.Result listed() throws ResponseException {
        return nft.run("", "--json", "list", "table", "inet", "synwarden");
    }

    private NftListing listing(NftCommand.Result result) throws ResponseException {
        if (!result.complete()) {
            throw new ResponseException(
                    "The table inet synwarden is too long to be read, though SynWarden makes at most " + MOST_BLOCKS
                            + " blocks: 'synwarden unblock --all' removes it with all that is in it");
        }
        if (result.status() != 0) {
            if (result.complaint().contains("No such file or directory")) {
                return NftListing.EMPTY;
            }
            throw refusal(result);
        }
        try {
            return NftListing.parse(result.output(), boot);
        } catch (IllegalArgumentException e) {
            throw new ResponseException("nftables answers in a form that is not known; is it older than 0.9?", e);
        }
    }

    private void apply(String script) throws ResponseException {
        NftCommand.Result result = nft.run(script, "-f", "-");
        if (result.status() != 0) {
            throw refusal(result);
        }
    }

    private static ResponseException refusal(NftCommand.Result result) {
        String first = result.complaint().lines().findFirst().orElse("status " + result.status());
        return result.complaint().contains("Operation not permitted")
                ? new ResponseException("The firewall may be asked and changed by root only: run it as root")
                : new ResponseException("nftables refused: " + first);
    }
}
