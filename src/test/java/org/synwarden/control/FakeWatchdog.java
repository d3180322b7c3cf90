package org.synwarden.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.CulpritRateObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.ModuleObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.contract.StatusObject;
import org.synwarden.contract.UseObject;

/** A watchdog that answers what a test has put into it, and remembers what was asked of it. */
final class FakeWatchdog implements Requests {
    static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile List<IncidentObject> incidents = List.of();
    volatile List<SocketObject> sockets = List.of();
    volatile List<PacketObject> packets = List.of();
    volatile List<RuleObject> rules =
            List.of(SomeRules.rule("a1", Optional.of("/tmp/worm"), Optional.empty(), START, "by hand"));

    static ProcessObject process(String user) {
        return new ProcessObject(
                4242,
                "77",
                "worm",
                Optional.of("/tmp/worm"),
                Optional.of(user),
                Optional.of("/tmp/worm --key=secret"),
                Optional.of("0".repeat(64)),
                List.of(new ParentObject(1, "init")));
    }

    static IncidentObject incident(String id, long totalAttempts) {
        return incident(id, "scan", totalAttempts);
    }

    static IncidentObject incident(String id, String kind) {
        return incident(id, kind, 31);
    }

    private static IncidentObject incident(String id, String kind, long totalAttempts) {
        return new IncidentObject(
                id,
                "red",
                kind,
                "open",
                "192.168.20.52",
                Optional.of(process("zoe")),
                "reported",
                START,
                START,
                31,
                5,
                totalAttempts,
                List.of(445),
                List.of("203.0.113.7"),
                "5 of 5 new addresses did not answer");
    }

    /** Of many short-lived processes of one program, started by {@link #process}. */
    static IncidentObject incidentOf(String image) {
        IncidentObject one = incident("7", 31);
        return new IncidentObject(
                one.id(),
                one.severity(),
                one.kind(),
                one.state(),
                one.host(),
                one.process(),
                Optional.of(image),
                Optional.empty(),
                List.of(),
                one.attribution(),
                one.firstAttempt(),
                one.raisedAt(),
                one.attempts(),
                one.failedDestinations(),
                one.totalAttempts(),
                one.ports(),
                one.sample(),
                one.explanation(),
                false,
                false,
                Optional.empty());
    }

    static SocketObject socket(int localPort, String state) {
        return new SocketObject(
                "tcp",
                new EndpointObject("192.168.20.52", localPort),
                Optional.of(new EndpointObject("203.0.113.7", 445)),
                state,
                Optional.of(process("zoe")));
    }

    /** Of a process of which little is known, so that a page of them is full by their number and not their length. */
    static List<SocketObject> sockets(int count) {
        ProcessObject brief = new ProcessObject(4242, "77", "worm", Optional.of("/tmp/worm"), Optional.of("zoe"));
        return IntStream.range(0, count)
                .mapToObj(i -> socket(i, "SYN_SENT").withProcess(Optional.of(brief)))
                .toList();
    }

    @Override
    public StatusObject status() {
        asked.add("status");
        return new StatusObject(
                "0.1.0",
                START,
                List.of("kernel events"),
                List.of(),
                977,
                incidents.size(),
                Optional.empty(),
                List.of());
    }

    /** A second in which the worm of {@link #process} and somebody else tried. */
    static RateObject rate() {
        return new RateObject(
                START,
                List.of(new CounterObject("answered", 1), new CounterObject("unanswered", 30)),
                List.of(new CulpritRateObject(4242, "77", List.of(new CounterObject("unanswered", 30)))));
    }

    @Override
    public List<RateObject> rates() {
        asked.add("rates");
        return List.of(rate());
    }

    @Override
    public List<SocketObject> sockets() {
        asked.add("sockets");
        return sockets;
    }

    @Override
    public List<IncidentObject> incidents() {
        asked.add("incidents");
        return incidents;
    }

    static MeasureObject measure() {
        return new MeasureObject(
                START,
                "kill",
                "worm (pid 4242)",
                Optional.of(4242),
                Optional.of("7"),
                Optional.empty(),
                Optional.of("zoe"),
                true,
                "done");
    }

    static AttemptObject attempt() {
        return new AttemptObject(
                START,
                "tcp",
                new EndpointObject("192.168.20.52", 50123),
                new EndpointObject("203.0.113.7", 445),
                "unanswered",
                "reported",
                Optional.of(process("zoe")));
    }

    @Override
    public List<IncidentObject> incidents(Instant since) {
        asked.add("incidents since " + since);
        return incidents;
    }

    @Override
    public List<MeasureObject> measures(Instant since) {
        asked.add("measures since " + since);
        return List.of(measure());
    }

    @Override
    public Dossier incident(String id) throws RequestException {
        asked.add("incident " + id);
        IncidentObject found = incidents.stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RequestException(RequestException.Code.NOT_FOUND, "there is no incident " + id));
        return new Dossier(found, List.of(measure()), List.of(attempt()));
    }

    @Override
    public Evidence evidence(String incidentId) {
        asked.add("evidence " + incidentId);
        return new Evidence(
                packets,
                List.of(new RelativeObject(-1, process("mallory")), new RelativeObject(0, process("zoe"))),
                List.of(ModuleObject.unread("/usr/lib/libc.so.6", "no time was left to hash it; try again")),
                List.of());
    }

    static AnswerObject answer(QuestionObject question) {
        UseObject use = new UseObject(
                "tcp",
                Optional.of(process("zoe")),
                new EndpointObject("192.168.20.52", question.localPort()),
                List.of(new EndpointObject("203.0.113.7", 445)),
                1,
                START,
                START,
                1,
                List.of(new CounterObject("unanswered", 1)),
                "reported",
                "the system itself named the program",
                true,
                0);
        return new AnswerObject(Optional.empty(), question, List.of(use), Optional.empty(), List.of(use), List.of());
    }

    @Override
    public AnswerObject who(QuestionObject question) {
        asked.add("who " + question);
        return answer(question);
    }

    /** As {@link org.synwarden.capture.PacketRing} keeps them: numbered one after the other. */
    @Override
    public List<PacketObject> packets(OptionalLong after, int most) {
        List<PacketObject> kept = packets;
        long newest = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).frame();
        long first = after.orElse(newest - most);
        return kept.stream()
                .filter(packet -> packet.frame() > first)
                .limit(most)
                .toList();
    }

    /** Of a process of that account. */
    static PacketObject packet(long number, String user, String attribution, String outcome) {
        PacketObject seen = new PacketObject(
                number,
                START.plusMillis(number),
                54,
                "tcp",
                Optional.of(new EndpointObject("192.168.20.52", 50123)),
                Optional.of(new EndpointObject("203.0.113.7", 445)),
                List.of("syn"));
        return seen.captured(
                attribution, Optional.of(process(user).inBrief()), Optional.of(outcome), HeaderObject.of(1, new byte[] {
                    1, 2, 3
                }));
    }

    static PacketObject packet(long number) {
        return packet(number, "zoe", "reported", "pending");
    }

    @Override
    public List<LogLineObject> log() {
        return List.of(new LogLineObject(Instant.EPOCH, "warn", "engine", "Watchdog", "worm"));
    }

    @Override
    public List<RuleObject> rules() {
        asked.add("rules");
        return rules;
    }

    @Override
    public RuleObject block(BlockOrder order) {
        asked.add("block " + order);
        return SomeRules.rule("a1", order.program(), order.remotePort(), START, order.reason());
    }

    @Override
    public SnoozeObject snooze(SnoozeOrder order) {
        asked.add("snooze " + order);
        return new SnoozeObject("S1", order.path(), START.plus(order.time()), true);
    }

    @Override
    public List<SnoozeObject> snoozes() {
        asked.add("snoozes");
        return List.of(new SnoozeObject("S1", "/usr/sbin/scanner", START.plusSeconds(60), true));
    }

    @Override
    public void endSnooze(String snoozeId) {
        asked.add("end snooze " + snoozeId);
    }

    @Override
    public IncidentObject testAlert() {
        asked.add("test alert");
        return IncidentObject.ofTest("test-1", START);
    }

    @Override
    public ActionObject report(ProcessReport report) {
        asked.add("report by " + report.account().orElse("an administrator") + ": " + report.deed());
        return new ActionObject(report.deed().action().word(), true, Optional.empty(), process("zoe"));
    }

    @Override
    public void unblockAll() {
        asked.add("unblock all");
    }

    @Override
    public List<ApprovalObject> approvals() {
        asked.add("approvals");
        return List.of(approval("/usr/sbin/scanner"));
    }

    @Override
    public ApprovalObject approve(ApprovalOrder order) {
        asked.add("approve " + order);
        return approval(order.path());
    }

    @Override
    public void disapprove(String approvalId) {
        asked.add("disapprove " + approvalId);
    }

    private static ApprovalObject approval(String path) {
        return new ApprovalObject("A1", path, "0".repeat(64), Optional.empty(), Optional.empty(), false, START);
    }

    @Override
    public void unblock(String ruleId) throws RequestException {
        asked.add("unblock " + ruleId);
        if (!ruleId.equals("a1")) {
            throw new RequestException(RequestException.Code.NOT_FOUND, "there is no rule " + ruleId);
        }
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) {
        asked.add(order.action().word() + " " + order.pid() + " " + order.startToken() + " " + order.path());
        if (order.pid() == 666) {
            throw new IllegalStateException("a bug");
        }
        ProcessObject worm =
                new ProcessObject(order.pid(), order.startToken(), "worm", Optional.of(order.path()), Optional.empty());
        return List.of(new ActionObject(order.action().word(), true, Optional.empty(), worm));
    }
}
