package org.synwarden.watchdog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synwarden.capture.CaptureException;
import org.synwarden.capture.LiveCapture;
import org.synwarden.capture.PcapVersion;
import org.synwarden.contract.CheckObject;
import org.synwarden.observation.Degradation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ResponseException;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;
import org.synwarden.sockets.SocketTable;

/**
 * Tries each way of watching and responding once, as this user, and tells what works. Every evidence source is truly
 * started and closed again; nothing is changed. Takes a few seconds; one thread.
 */
public final class Checkup {
    /** States in which a socket has a program; in the others it may have outlived it. */
    private static final Set<SocketState> OWNED =
            Set.of(SocketState.LISTEN, SocketState.SYN_SENT, SocketState.ESTABLISHED, SocketState.UNCONNECTED);

    private static final int INIT = 1;

    private final SocketTable table;
    private final ProcessCatalog catalog;
    private final List<HostSource> sources;
    private final Firewall firewall;
    private final HostClock clock = new HostClock();
    private final List<CheckObject> checks = new ArrayList<>();

    /** A check-up of these. */
    public Checkup(SocketTable table, ProcessCatalog catalog, List<HostSource> sources, Firewall firewall) {
        this.table = table;
        this.catalog = catalog;
        this.sources = List.copyOf(sources);
        this.firewall = firewall;
    }

    /** What was found, in the order a person wants to know it. */
    public List<CheckObject> run() {
        checks.clear();
        sources.stream().filter(source -> source.name().isPresent()).forEach(this::kernelEvents);
        network(sources.stream().filter(source -> source.name().isEmpty()).toList());
        packets();
        sockets();
        rules();
        return List.copyOf(checks);
    }

    private void kernelEvents(HostSource source) {
        String id = source.name().orElseThrow();
        checks.add(tryOut(source)
                .map(found -> degraded(id, found))
                .orElseGet(() -> CheckObject.ok(id, "connects are reported by the kernel, with their programs")));
    }

    /** Several sources help with how the host stands in its network; a person wants to know it once. */
    private void network(List<HostSource> helping) {
        if (helping.isEmpty()) {
            return;
        }
        String id = "network-state";
        Optional<Degradation> missing =
                helping.stream().flatMap(source -> tryOut(source).stream()).findFirst();
        checks.add(missing.map(found -> degraded(id, found))
                .orElseGet(() -> CheckObject.ok(id, "it is known which networks are this PC's own")));
    }

    private Optional<Degradation> tryOut(HostSource source) {
        try (source) {
            source.start(clock::now, observation -> {});
            source.look();
            return source.missing();
        }
    }

    private static CheckObject degraded(String id, Degradation found) {
        return CheckObject.degraded(id, found.message(), found.remedy());
    }

    private void packets() {
        String id = "packet-capture";
        try (PacketWatch watch = new PacketWatch(clock::now, observation -> {}, frame -> {})) {
            watch.look();
            Optional<String> missing = watch.missing();
            if (missing.isPresent()) {
                checks.add(degraded(id, Degradations.noPackets(missing.get(), clock.now())));
                return;
            }
            PcapVersion library = LiveCapture.library();
            String works = "packets are seen on " + String.join(", ", watch.interfaces()) + " by " + library.text();
            checks.add(library.harm()
                    .map(harm -> CheckObject.degraded(id, works, harm))
                    .orElseGet(() -> CheckObject.ok(id, works)));
        } catch (CaptureException e) {
            checks.add(degraded(id, Degradations.noPackets(e.getMessage(), clock.now())));
        }
    }

    private void sockets() {
        String id = "socket-table";
        try {
            List<SocketRow> rows = table.snapshot();
            checks.add(CheckObject.ok(id, rows.size() + " sockets are listed"));
            owners(rows);
        } catch (IOException e) {
            checks.add(degraded(id, Degradations.noSocketTable(String.valueOf(e.getMessage()), clock.now())));
        }
    }

    /** Whether those who own sockets can be named, down to their path. */
    private void owners(List<SocketRow> rows) {
        String id = "process-identity";
        long hidden = rows.stream()
                .filter(row -> OWNED.contains(row.state()))
                .filter(row -> row.owner().filter(ProcessKey::isIdentified).isEmpty())
                .count();
        List<ProcessInstance> owners = rows.stream()
                .flatMap(row -> row.owner().stream())
                .filter(ProcessKey::isIdentified)
                .distinct()
                .flatMap(key -> catalog.describe(key).stream())
                .toList();
        String named = owners.size() + " programs own sockets";
        if (seesOthers(owners)) {
            String whose = hidden == 0 ? "" : "; " + hidden + " sockets belong to the system or to another container";
            checks.add(CheckObject.ok(id, named + ", each is named with its path" + whose));
            return;
        }
        Degradation known = Degradations.noSocketOwners(clock.now());
        checks.add(CheckObject.degraded(
                id,
                known.message() + ": " + named + ", and " + hidden + " sockets have none that may be seen",
                known.remedy()));
    }

    /** Whether this user may see whose a process is: that of init on Linux, else of all that own sockets. */
    private boolean seesOthers(List<ProcessInstance> owners) {
        return catalog.find(INIT)
                .flatMap(catalog::describe)
                .map(init -> init.path().isPresent())
                .orElseGet(() -> owners.stream().allMatch(owner -> owner.path().isPresent()));
    }

    private void rules() {
        String id = "firewall";
        try {
            int rules = firewall.rules().size();
            checks.add(CheckObject.ok(id, "it can be asked; " + rules + " rules of SynWarden's stand in it"));
        } catch (ResponseException e) {
            String message = String.valueOf(e.getMessage());
            int border = message.lastIndexOf(". "); // what is wrong, and sometimes what to do in its place
            checks.add(
                    border < 0
                            ? CheckObject.degraded(
                                    id, message, "Run SynWarden as administrator (Windows) or root (Linux)")
                            : CheckObject.degraded(id, message.substring(0, border), message.substring(border + 2)));
        }
    }
}
