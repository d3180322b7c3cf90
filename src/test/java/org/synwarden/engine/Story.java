package org.synwarden.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Incident;
import org.synwarden.detect.UpstreamFailure;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Subnet;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** Tells an engine what happens, in the order it happens, with time that only moves when the story says so. */
final class Story implements EngineListener {
    static final ProcessKey PROGRAM = new ProcessKey(3000, 55);
    static final Address PC = Address.parse("192.168.20.52");
    /** Time that passes in steps of this length or more has a look at the socket table at its end. */
    private static final double LOOK_SECONDS = 1;

    private static final long START = TimeUnit.SECONDS.toNanos(1_124_638_689);

    final List<Attempt> attempts = new ArrayList<>();
    final List<String> outcomes = new ArrayList<>();
    final List<Incident> opened = new ArrayList<>();
    final List<Incident> closed = new ArrayList<>();
    final List<String> upstream = new ArrayList<>();
    final Engine engine;
    private boolean socketsSeen;
    private long now = START;
    private int nextPort = 1_024;

    private Story(boolean live) {
        engine = live ? Engine.forHost(this) : Engine.forCapture(this);
        engine.tick(now);
    }

    static Story ofCapture() {
        return new Story(false);
    }

    static Story ofHost() {
        return new Story(true);
    }

    Story after(double seconds) {
        now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        engine.tick(now);
        if (socketsSeen && seconds >= LOOK_SECONDS) {
            polled();
        }
        return this;
    }

    /** A SYN leaves for the remote end, from a port of its own. */
    Flow syn(String remote, int port) {
        Flow flow = flow(remote, port);
        syn(flow, nextPort);
        return flow;
    }

    void syn(Flow flow, int sequence) {
        engine.observe(new Observation.SynSent(now, EvidenceSource.CAPTURE_FILE, flow, sequence));
    }

    Flow flow(String remote, int port) {
        return new Flow(
                Protocol.TCP, new Endpoint(PC, ++nextPort % 60_000 + 1_024), new Endpoint(Address.parse(remote), port));
    }

    void answered(Flow flow) {
        engine.observe(new Observation.SynAckReceived(now, EvidenceSource.CAPTURE_FILE, flow));
    }

    void refused(Flow flow) {
        engine.observe(new Observation.ResetReceived(now, EvidenceSource.CAPTURE_FILE, flow));
    }

    void resolved(String name, String address) {
        engine.observe(
                new Observation.NameResolved(now, EvidenceSource.CAPTURE_FILE, PC, name, Address.parse(address)));
    }

    void opening(ProcessKey owner, Flow flow) {
        socketsSeen = true;
        engine.observe(new Observation.SocketOpening(now, EvidenceSource.SOCKET_TABLE, flow, Optional.of(owner)));
    }

    void connected(ProcessKey owner, Flow flow) {
        engine.observe(
                new Observation.SocketConnected(now, EvidenceSource.SOCKET_TABLE, flow, Optional.of(owner), false));
    }

    void gone(Flow flow) {
        engine.observe(new Observation.SocketGone(now, EvidenceSource.SOCKET_TABLE, flow));
    }

    /** A datagram leaves for the remote end, from a port of its own. */
    Flow datagram(String remote, int port) {
        Flow tcp = flow(remote, port);
        Flow flow = new Flow(Protocol.UDP, tcp.local(), tcp.remote());
        engine.observe(new Observation.DatagramSent(now, EvidenceSource.CAPTURE_FILE, flow));
        return flow;
    }

    void replied(Flow flow) {
        engine.observe(new Observation.DatagramSent(now, EvidenceSource.CAPTURE_FILE, flow.reversed()));
    }

    void sought(String target) {
        engine.observe(new Observation.NeighbourSought(now, EvidenceSource.CAPTURE_FILE, PC, Address.parse(target)));
    }

    void neighbourAnswered(String target) {
        engine.observe(new Observation.NeighbourAnswered(now, EvidenceSource.CAPTURE_FILE, Address.parse(target)));
    }

    /** The host learns how it stands in its network. */
    void network(String onLink, boolean forwards) {
        network(HostNetwork.plain(Set.of(PC), List.of(Subnet.parse(onLink)), List.of(), forwards));
    }

    void network(HostNetwork network) {
        engine.observe(new Observation.NetworkChanged(now, EvidenceSource.SOCKET_TABLE, network));
    }

    void resumed() {
        engine.observe(new Observation.HostResumed(now, EvidenceSource.SOCKET_TABLE));
    }

    void connectCalled(ProcessKey process, String remote, int port, long handle) {
        engine.observe(new Observation.ConnectCalled(
                now, EvidenceSource.KERNEL_EVENTS, process, new Endpoint(PC, 0), end(remote, port), handle));
    }

    void connectLinked(Flow flow, long handle) {
        engine.observe(new Observation.ConnectLinked(now, EvidenceSource.KERNEL_EVENTS, flow, handle));
    }

    /** The kernel says how a connect ended whose local port it never said. */
    void connectEnded(String remote, int port, long handle, ConnectResult result) {
        Flow flow = new Flow(Protocol.TCP, new Endpoint(PC, 0), end(remote, port));
        engine.observe(new Observation.ConnectEnded(now, EvidenceSource.KERNEL_EVENTS, flow, handle, result));
    }

    private static Endpoint end(String address, int port) {
        return new Endpoint(Address.parse(address), port);
    }

    /** Who made the attempts that were told of, and how sure that is. */
    List<String> told() {
        return attempts.stream()
                .map(attempt -> attempt.initiator()
                                .process()
                                .map(process -> process.pid() + " ")
                                .orElse("")
                        + attempt.attribution())
                .toList();
    }

    void lost(long lost, long seen) {
        engine.observe(new Observation.EventsLost(now, EvidenceSource.PACKET_CAPTURE, lost, seen));
    }

    /** A process of that image is met, started by that parent, if any is known. */
    void described(ProcessKey process, String path, Optional<ProcessKey> parent) {
        described(new ProcessInstance(
                process, path, Optional.of(path), Optional.empty(), Optional.empty(), parent, Optional.empty(), now));
    }

    void described(ProcessInstance process) {
        engine.observe(new Observation.ProcessDescribed(now, EvidenceSource.SOCKET_TABLE, process));
    }

    /** A process asks an address that does not answer; its socket is closed after two seconds. */
    void asksInVain(ProcessKey process, String remote, int port) {
        Flow flow = flow(remote, port);
        opening(process, flow);
        after(2);
        gone(flow);
    }

    /** A process asks an address that answers. */
    void asks(ProcessKey process, String remote, int port) {
        connected(process, flow(remote, port));
    }

    long now() {
        return now;
    }

    List<String> raised() {
        return opened.stream()
                .map(incident -> incident.severity() + " " + incident.kind())
                .toList();
    }

    void polled() {
        engine.observe(new Observation.SocketsPolled(now, EvidenceSource.SOCKET_TABLE));
    }

    Incident onlyIncident() {
        if (opened.size() != 1) {
            throw new AssertionError("wanted one incident, got " + opened.size());
        }
        return opened.get(0);
    }

    @Override
    public void attemptBegan(Attempt attempt) {
        attempts.add(attempt);
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        outcomes.add(before + " -> " + attempt.outcome());
    }

    @Override
    public void incidentOpened(Incident incident) {
        opened.add(incident);
    }

    @Override
    public void upstreamFailed(UpstreamFailure failure) {
        upstream.add("failed, likely cause "
                + failure.likelyCause()
                        .flatMap(Initiator::process)
                        .map(process -> "pid " + process.pid())
                        .orElse("unknown"));
    }

    @Override
    public void upstreamRecovered() {
        upstream.add("recovered");
    }

    @Override
    public void incidentClosed(Incident incident) {
        closed.add(incident);
    }
}
