package org.synwarden.watchdog;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.NameObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.detect.Image;
import org.synwarden.detect.Incident;
import org.synwarden.detect.NatGauge;
import org.synwarden.detect.UpstreamFailure;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Scope;
import org.synwarden.observation.Degradation;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.SelfHarm;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketTable;

/** The domain in the contract's words. Copies, so that nothing of the engine's leaves its thread. */
final class ContractObjects {
    private static final int MAX_PORTS = 16;

    private final Function<ProcessKey, Optional<ProcessObject>> processes;
    private final Function<Address, Optional<String>> names;

    /** Writes processes as that function knows them, and addresses without names. */
    ContractObjects(Function<ProcessKey, Optional<ProcessObject>> processes) {
        this(processes, address -> Optional.empty());
    }

    /** Writes processes and names of addresses as those functions know them. */
    ContractObjects(
            Function<ProcessKey, Optional<ProcessObject>> processes, Function<Address, Optional<String>> names) {
        this.processes = processes;
        this.names = names;
    }

    IncidentObject incident(Incident incident) {
        return incident(incident.id(), incident);
    }

    /** The incident under another id than its engine's. */
    IncidentObject incident(String id, Incident incident) {
        List<Integer> ports = incident.ports();
        return judged(new IncidentObject(
                        id,
                        lower(incident.severity()),
                        incident.kind().text(),
                        incident.isOpen() ? "open" : "closed",
                        incident.initiator().host().toString(),
                        process(incident.initiator()),
                        incident.image().map(Image::path),
                        incident.adapter(),
                        List.of(),
                        lower(incident.attribution()),
                        instant(incident.firstAttempt()),
                        instant(incident.raisedAt()),
                        incident.attempts(),
                        incident.failedDestinations(),
                        incident.totalAttempts(),
                        List.copyOf(ports.subList(0, Math.min(MAX_PORTS, ports.size()))),
                        incident.sample().stream().map(Object::toString).toList(),
                        incident.explanation(),
                        incident.isMuted(),
                        false,
                        Optional.empty())
                .withNames(names(incident)));
    }

    private List<NameObject> names(Incident incident) {
        return incident.sample().stream()
                .flatMap(address -> names.apply(address).map(name -> new NameObject(address.toString(), name)).stream())
                .toList();
    }

    /** The incident, saying whether its program is everybody's, as a block of it is judged. */
    private static IncidentObject judged(IncidentObject incident) {
        return incident.asShared(incident.program().flatMap(SelfHarm::shared).map(ContractObjects::lower));
    }

    /** The incident with what is known of its culprit now, and of those for whom it was done. */
    IncidentObject refreshed(IncidentObject incident) {
        return judged(incident.withProcess(incident.process().map(this::refreshed))
                .withRequestedBy(
                        incident.requestedBy().stream().map(this::refreshed).toList()));
    }

    private ProcessObject refreshed(ProcessObject process) {
        return processes
                .apply(new ProcessKey(process.pid(), Long.parseLong(process.startToken())))
                .orElse(process);
    }

    List<ProcessObject> processes(List<ProcessKey> keys) {
        return keys.stream().map(this::process).toList();
    }

    AttemptObject attempt(Attempt attempt) {
        return new AttemptObject(
                instant(attempt.began()),
                lower(attempt.flow().protocol()),
                endpoint(attempt.flow().local()),
                endpoint(attempt.flow().remote()),
                lower(attempt.outcome()),
                lower(attempt.attribution()),
                process(attempt.initiator()));
    }

    SocketObject socket(SocketRow row) {
        Endpoint remote = row.flow().remote();
        boolean none = remote.port() == 0 && remote.address().scope() == Scope.UNSPECIFIED;
        return new SocketObject(
                lower(row.flow().protocol()),
                endpoint(row.flow().local()),
                none ? Optional.empty() : Optional.of(endpoint(remote)),
                row.state().name(),
                row.owner().map(this::process));
    }

    /**
     * One listing, asking the table once which services made the rows where that is not clear from their processes.
     *
     * @param more adds what is known of a row beyond the table
     */
    List<SocketObject> sockets(
            List<SocketRow> rows, SocketTable table, BiFunction<SocketRow, SocketObject, SocketObject> more) {
        Map<SocketRow, String> services =
                services(rows.stream().filter(this::isShared).toList(), table);
        return rows.stream()
                .map(row -> more.apply(row, socket(row).withService(Optional.ofNullable(services.get(row)))))
                .toList();
    }

    private boolean isShared(SocketRow row) {
        return row.owner()
                .map(this::process)
                .filter(process -> process.services().size() > 1)
                .isPresent();
    }

    private static Map<SocketRow, String> services(List<SocketRow> rows, SocketTable table) {
        try {
            return rows.isEmpty() ? Map.of() : table.services(rows);
        } catch (IOException e) {
            return Map.of(); // the services of the process are told, only not which of them it is
        }
    }

    static RuleObject rule(BlockRule rule, Effect effect) {
        BlockScope scope = rule.scope();
        OptionalLong until = rule.lifetime().until();
        return new RuleObject(
                rule.id(),
                scope.program(),
                scope.service(),
                scope.packageId(),
                scope.user(),
                scope.protocolText(),
                scope.remotePort().isPresent() ? Optional.of(scope.remotePort().getAsInt()) : Optional.empty(),
                rule.destination().text(),
                instant(rule.createdAt()),
                until.isPresent() ? Optional.of(instant(until.getAsLong())) : Optional.empty(),
                rule.lifetime().untilRestart(),
                rule.incident(),
                rule.maker(),
                effect.state().text(),
                effect.reason(),
                rule.reason());
    }

    /** The network fails for everybody, and who seems to be the cause. */
    Degradation networkDown(UpstreamFailure failure) {
        Optional<ProcessObject> cause = failure.likelyCause().flatMap(this::process);
        return new Degradation(
                "network-down",
                "The network is down, or the router full: several programs fail"
                        + cause.map(process -> "; half or more of the attempts that nobody answers are made by "
                                        + process.name() + " (pid " + process.pid() + ")")
                                .orElse(""),
                cause.isPresent()
                        ? "Look at that program first; it may have filled the router"
                        : "Look at the cable, the router and a log-in page; another device may have filled the router",
                failure.since());
    }

    /** The gauge, whole seconds to the overflow. */
    static NatObject nat(NatGauge gauge) {
        return new NatObject(
                gauge.entries(),
                gauge.capacity(),
                gauge.secondsToOverflow().isPresent()
                        ? Optional.of((int) gauge.secondsToOverflow().getAsDouble())
                        : Optional.empty(),
                gauge.severity().map(ContractObjects::lower));
    }

    static DegradationObject degradation(Degradation degradation) {
        return new DegradationObject(
                degradation.id(), degradation.message(), degradation.remedy(), instant(degradation.since()));
    }

    private Optional<ProcessObject> process(Initiator initiator) {
        return initiator.process().map(this::process);
    }

    private ProcessObject process(ProcessKey key) {
        return processes.apply(key).orElseGet(() -> unknown(key));
    }

    /** A process of which nothing is known but that it was there. */
    static ProcessObject unknown(ProcessKey key) {
        return new ProcessObject(
                key.pid(), Long.toString(key.startToken()), "pid " + key.pid(), Optional.empty(), Optional.empty());
    }

    private static EndpointObject endpoint(Endpoint endpoint) {
        return new EndpointObject(endpoint.address().toString(), endpoint.port());
    }

    static Instant instant(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, second), Math.floorMod(nanos, second));
    }

    /** As the contract writes it: "no-route". */
    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
