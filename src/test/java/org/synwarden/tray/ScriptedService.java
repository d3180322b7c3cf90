package org.synwarden.tray;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.QuietRequests;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.net.Protocol;

/**
 * A stand-in for the service, for tests and the demonstration: it watches nothing, blocks nothing and ends nothing; it
 * says what the script tells it to say and writes down what it was asked. Any thread.
 */
final class ScriptedService extends QuietRequests implements Watch {
    private final Map<String, Consumer<Rows>> followers = new ConcurrentHashMap<>();
    private final Map<String, Integer> intervals = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<MeasureObject> measures = new CopyOnWriteArrayList<>();
    private final List<RuleObject> rules = new CopyOnWriteArrayList<>();
    private final List<ApprovalObject> approvals = new CopyOnWriteArrayList<>();
    private final List<SnoozeObject> snoozes = new CopyOnWriteArrayList<>();
    private volatile List<SocketObject> sockets = List.of();
    private volatile List<DegradationObject> degradations = List.of();
    private volatile Optional<NatObject> nat = Optional.empty();
    private volatile Optional<RequestException> refusal = Optional.empty();
    private volatile Optional<CallerObject> caller = Optional.empty();
    private volatile Runnable killed = () -> {};
    private volatile boolean changesIntervals = true;
    private volatile String refusedTopic = "";
    private volatile boolean hidden;
    private volatile boolean gone;
    private volatile boolean closed;

    /** From now on the service has these limits. */
    void degrade(DegradationObject... now) {
        degradations = List.of(now);
    }

    /** From now on these are the sockets, for whoever asks. */
    void socketsAre(SocketObject... now) {
        sockets = List.of(now);
    }

    /** From now on this PC holds that much of the router's table. */
    void holds(NatObject now) {
        nat = Optional.of(now);
    }

    /** From now on these blocks stand, too. */
    void rulesStand(RuleObject... standing) {
        rules.addAll(List.of(standing));
    }

    /** From now on these are approved and kept quiet, too. */
    void exempt(List<ApprovalObject> approved, List<SnoozeObject> snoozed) {
        approvals.addAll(approved);
        snoozes.addAll(snoozed);
    }

    /** This service as a screen has it, which answers at once and on the asker's thread. */
    ServiceSide side(Texts texts) {
        AtOnce atOnce = new AtOnce(this, texts);
        return new ServiceSide(atOnce, atOnce, new Wishes());
    }

    /** From now on the service takes the client for that one, and says so. */
    void takeFor(CallerObject now) {
        caller = Optional.of(now);
    }

    /** Whom it takes the client for. */
    Optional<CallerObject> caller() {
        return caller;
    }

    /** What the command line of an administrator does here; what is blocked by it stands, and is nobody's. */
    void carryOut(AdministratorTask task) {
        List<String> arguments = task.arguments();
        String last = arguments.get(arguments.size() - 1);
        switch (arguments.get(0)) {
            case "block" ->
                rules.add(SomeRules.rule(
                        "admin" + (rules.size() + 1),
                        value(arguments, "--program="),
                        value(arguments, "--port=").map(Integer::valueOf),
                        Some.NOON,
                        value(arguments, "--reason=").orElse("")));
            case "unblock" -> rules.removeIf(rule -> rule.id().equals(last));
            case "approve" ->
                value(arguments, "--sha256=")
                        .ifPresent(hash -> approvals.add(new ApprovalObject(
                                "ap" + (approvals.size() + 1),
                                last,
                                hash,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Some.NOON)));
            case "kill" -> killed.run();
            default -> {}
        }
    }

    private static Optional<String> value(List<String> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    /** From now on, whatever is to be done is refused. */
    void refuse(RequestException.Code code, String message) {
        refusal = Optional.of(new RequestException(code, message));
    }

    /** From now on nothing is refused. */
    void allow() {
        refusal = Optional.empty();
    }

    /** What the script does when a process is ended. */
    void whenKilled(Runnable reaction) {
        killed = reaction;
    }

    /** The service dies. */
    void die() {
        gone = true;
    }

    /** The service says what has changed, to whoever follows that topic. */
    void say(Rows rows) {
        Optional.ofNullable(followers.get(rows.topic())).ifPresent(follower -> follower.accept(rows));
    }

    boolean isFollowed(String topic) {
        return followers.containsKey(topic);
    }

    boolean isClosed() {
        return closed;
    }

    /** What was asked of the service, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Requests requests() {
        return this;
    }

    /** At which interval a topic is followed, in milliseconds. */
    int intervalOf(String topic) {
        return intervals.get(topic);
    }

    /** From now on the service is one of before intervals could be changed. */
    void knowNoOtherInterval() {
        changesIntervals = false;
    }

    /** From now on nobody can follow that topic. */
    void refuseTopic(String topic) {
        refusedTopic = topic;
    }

    @Override
    public Following subscribe(String topic, int intervalMillis, Consumer<Rows> receiver) throws RequestException {
        asked.add("follow " + topic + " " + intervalMillis);
        if (topic.equals(refusedTopic)) {
            throw new RequestException(RequestException.Code.FORBIDDEN, "not for you");
        }
        followers.put(topic, receiver);
        intervals.put(topic, intervalMillis);
        return new Following() {
            @Override
            public void every(int millis) throws RequestException {
                answer();
                if (!changesIntervals) {
                    throw new RequestException(RequestException.Code.UNAVAILABLE, "each its own id");
                }
                asked.add("every " + topic + " " + millis);
                intervals.put(topic, millis);
            }

            @Override
            public void end() {
                asked.add("end " + topic);
                followers.remove(topic, receiver);
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        gone = true;
    }

    /** From now on nobody is told how the service is. */
    void hideStatus() {
        hidden = true;
    }

    @Override
    public List<SocketObject> sockets() {
        return sockets;
    }

    @Override
    public StatusObject status() throws RequestException {
        answer();
        if (hidden) {
            throw new RequestException(RequestException.Code.FORBIDDEN, "not for you");
        }
        StatusObject status = Some.status(degradations.toArray(DegradationObject[]::new));
        StatusObject told = nat.map(now -> Some.holding(now, status)).orElse(status);
        return caller.map(told::to).orElse(told);
    }

    /** Two worms of the last days, the later one of which was ended. */
    @Override
    public List<IncidentObject> incidents(Instant since) throws RequestException {
        return List.of(Some.grown(Some.worm("8"), 6_144, "closed"), Some.grown(Some.worm("7"), 412, "closed"));
    }

    /** The end of the later one, and a block that was refused. */
    @Override
    public List<MeasureObject> measures(Instant since) {
        return List.of(
                new MeasureObject(
                        Some.NOON.plusSeconds(40),
                        "kill",
                        "C:\\Users\\eva\\AppData\\Roaming\\dial.exe",
                        Optional.of(4_312),
                        Optional.of("8"),
                        Optional.empty(),
                        Optional.of("PC\\eva"),
                        true,
                        "it has ended"),
                new MeasureObject(
                        Some.NOON.plusSeconds(20),
                        "block",
                        "TCP port 445",
                        Optional.empty(),
                        Optional.of("8"),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "you are not an administrator"));
    }

    @Override
    public Dossier incident(String id) throws RequestException {
        asked.add("incident " + id);
        answer();
        return new Dossier(Some.grown(Some.worm(id), 6_144, "closed"), measures, List.of());
    }

    /** Nothing is remembered of anybody. */
    @Override
    public Evidence evidence(String incidentId) {
        return Evidence.without(List.of());
    }

    /** From now on that was done, too. */
    void measured(MeasureObject measure) {
        measures.add(measure);
    }

    @Override
    public AnswerObject who(QuestionObject question) throws RequestException {
        return new AnswerObject(
                Optional.empty(),
                question,
                List.of(),
                Optional.of("nobody recorded who used that port then"),
                List.of(),
                List.of());
    }

    @Override
    public List<RuleObject> rules() {
        return List.copyOf(rules);
    }

    @Override
    public RuleObject block(BlockOrder order) throws RequestException {
        measure("block", order.program().orElse("port " + order.remotePort().orElse(0)), Optional.empty());
        act("block " + order.program().orElse("*") + " "
                + order.remotePort().map(String::valueOf).orElse("*"));
        Optional<CallerObject> user = caller.filter(asking -> !asking.mayDoAll());
        if (user.isPresent() && (order.lifetime().isEmpty() || order.incident().isEmpty())) {
            throw new RequestException(
                    RequestException.Code.FORBIDDEN, "a block stops traffic for everybody on this PC");
        }
        RuleObject rule = new RuleObject(
                "rule-" + (rules.size() + 1),
                order.program(),
                Optional.empty(),
                Optional.empty(),
                order.user(),
                order.protocol().map(Protocol::name).orElse("any").toLowerCase(Locale.ROOT),
                order.remotePort(),
                order.everywhere() ? "everywhere" : "internet",
                Some.NOON,
                order.lifetime().map(Some.NOON::plus),
                false,
                order.incident(),
                user.map(CallerObject::account),
                "unproved",
                Optional.empty(),
                order.reason());
        rules.add(rule);
        return rule;
    }

    @Override
    public List<ApprovalObject> approvals() throws RequestException {
        answer();
        return List.copyOf(approvals);
    }

    @Override
    public List<SnoozeObject> snoozes() throws RequestException {
        answer();
        return List.copyOf(snoozes);
    }

    @Override
    public SnoozeObject snooze(SnoozeOrder order) throws RequestException {
        act("snooze " + order.path() + " " + order.time().toSeconds() + " s");
        SnoozeObject snooze =
                new SnoozeObject("snooze-" + (snoozes.size() + 1), order.path(), Some.NOON.plus(order.time()), false);
        snoozes.add(snooze);
        return snooze;
    }

    @Override
    public void disapprove(String approvalId) throws RequestException {
        act("disapprove " + approvalId);
        approvals.removeIf(approval -> approval.id().equals(approvalId));
    }

    @Override
    public void endSnooze(String snoozeId) throws RequestException {
        act("end snooze " + snoozeId);
        snoozes.removeIf(snooze -> snooze.id().equals(snoozeId));
    }

    @Override
    public void unblockAll() throws RequestException {
        act("unblock all");
        rules.clear();
    }

    @Override
    public void unblock(String ruleId) throws RequestException {
        act("unblock " + ruleId);
        rules.removeIf(rule -> rule.id().equals(ruleId));
    }

    @Override
    public IncidentObject testAlert() throws RequestException {
        act("test alert");
        return Some.worm("test");
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        measure(order.action().word(), order.path(), Optional.of(order.pid()));
        act(order.action().word() + " " + order.pid() + " " + order.startToken() + " " + order.path());
        if (order.action() == ProcessOrder.Action.KILL) {
            killed.run();
        }
        return List.of();
    }

    private void measure(String verb, String target, Optional<Integer> pid) {
        measures.add(new MeasureObject(
                Some.NOON,
                verb,
                target,
                pid,
                Optional.of("1"),
                Optional.empty(),
                Optional.of("PC\\eva"),
                refusal.isEmpty(),
                refusal.map(RequestException::getMessage).orElse("")));
    }

    private void act(String what) throws RequestException {
        answer();
        asked.add(what);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private void answer() throws RequestException {
        if (gone) {
            throw new RequestException(RequestException.Code.DISCONNECTED, "The service has ended the connection.");
        }
    }

    /** The rules that stand, as text. */
    List<String> standing() {
        List<String> ids = new ArrayList<>();
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
