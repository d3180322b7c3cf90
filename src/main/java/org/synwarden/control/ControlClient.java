package org.synwarden.control;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.MemberWriter;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;

/**
 * The client's side of the control protocol: carries questions to the service. Any thread may ask, but not on the thread
 * that calls the consumers given here ({@code control-reader}). An answer may take 10 seconds; without one, and once the
 * connection is lost, every question ends with {@link RequestException.Code#DISCONNECTED}. A lost client stays lost:
 * connect a new one.
 */
public final class ControlClient implements Requests, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ServiceLink link;

    private ControlClient(ServiceLink link) {
        this.link = link;
    }

    /**
     * Connects to the service and greets it.
     *
     * @param version of this program, told to the service
     * @param lost told once, with the reason in one line, when the connection ends without {@link #close}
     * @throws RequestException when there is no service, it has no place, or one of both has to be updated
     */
    public static ControlClient connect(Transport transport, String version, Consumer<String> lost)
            throws RequestException {
        return connect(transport, Hello.ofThis(version), TIMEOUT, lost);
    }

    static ControlClient connect(Transport transport, Hello hello, Duration timeout, Consumer<String> lost)
            throws RequestException {
        ServiceLink link = new ServiceLink(connection(transport), hello, timeout, lost);
        try {
            link.open();
        } catch (RequestException refused) {
            link.close();
            throw refused;
        }
        return new ControlClient(link);
    }

    private static Transport.Connection connection(Transport transport) throws RequestException {
        try {
            return transport.connect();
        } catch (IOException noService) {
            throw new RequestException(RequestException.Code.DISCONNECTED, noService.getMessage(), noService);
        }
    }

    /**
     * Has the consumer told what changes in a topic: first the whole (in pages of 1,000 rows, {@code reset} on the
     * first), then what is new, at the interval, incidents also at once. Calls come one after the other on the thread
     * {@code control-reader} and must be short.
     *
     * @param interval 500 ms to 10 s
     */
    public ClientSubscription subscribe(Topic topic, Duration interval, Consumer<Rows> consumer)
            throws RequestException {
        return subscribe(topic, "", interval, consumer);
    }

    /**
     * The same for the rows that pass a display filter ({@code docs/filter.md}); rows that no longer do are removed.
     *
     * @param filter at most {@value RowFilters#LONGEST} characters; empty for all rows
     */
    public ClientSubscription subscribe(Topic topic, String filter, Duration interval, Consumer<Rows> consumer)
            throws RequestException {
        return ClientSubscription.open(link, topic, filter, interval, consumer);
    }

    @Override
    public StatusObject status() throws RequestException {
        return one(StatusObject.class, RequestKind.STATUS, out -> {});
    }

    @Override
    public List<SocketObject> sockets() throws RequestException {
        return all(SocketObject.class, RequestKind.SOCKETS, out -> {});
    }

    @Override
    public List<IncidentObject> incidents() throws RequestException {
        return all(IncidentObject.class, RequestKind.INCIDENTS, out -> {});
    }

    @Override
    public SnoozeObject snooze(SnoozeOrder order) throws RequestException {
        return one(SnoozeObject.class, RequestKind.SNOOZE, order::write);
    }

    @Override
    public List<SnoozeObject> snoozes() throws RequestException {
        return all(SnoozeObject.class, RequestKind.SNOOZES, out -> {});
    }

    @Override
    public void endSnooze(String snoozeId) throws RequestException {
        link.ask(link.newId(), RequestKind.END_SNOOZE, out -> out.text("snooze", snoozeId));
    }

    @Override
    public IncidentObject testAlert() throws RequestException {
        return one(IncidentObject.class, RequestKind.TEST_ALERT, out -> {});
    }

    @Override
    public List<PacketObject> packets(OptionalLong after, int most) throws RequestException {
        return all(PacketObject.class, RequestKind.PACKETS, out -> {
            after.ifPresent(number -> out.number("after", number));
            out.number("most", most);
        });
    }

    @Override
    public ActionObject report(ProcessReport report) throws RequestException {
        return one(ActionObject.class, RequestKind.REPORT, report::write);
    }

    @Override
    public List<LogLineObject> log() throws RequestException {
        return all(LogLineObject.class, RequestKind.LOG, out -> {});
    }

    @Override
    public List<IncidentObject> incidents(Instant since) throws RequestException {
        return all(IncidentObject.class, RequestKind.INCIDENTS, out -> out.instant("since", since));
    }

    @Override
    public List<MeasureObject> measures(Instant since) throws RequestException {
        return all(MeasureObject.class, RequestKind.MEASURES, out -> out.instant("since", since));
    }

    @Override
    public Dossier incident(String id) throws RequestException {
        RequestKind kind = RequestKind.INCIDENT;
        return Dossier.of(all(ContractObject.class, kind, out -> out.text("incident", id)))
                .orElseThrow(() -> unexpected(kind));
    }

    @Override
    public Evidence evidence(String incidentId) throws RequestException {
        return Evidence.of(all(ContractObject.class, RequestKind.EVIDENCE, out -> out.text("incident", incidentId)));
    }

    @Override
    public AnswerObject who(QuestionObject question) throws RequestException {
        return one(AnswerObject.class, RequestKind.WHO, question::writeMembers);
    }

    @Override
    public List<RateObject> rates() throws RequestException {
        return all(RateObject.class, RequestKind.RATES, out -> {});
    }

    @Override
    public List<RuleObject> rules() throws RequestException {
        return all(RuleObject.class, RequestKind.RULES, out -> {});
    }

    @Override
    public RuleObject block(BlockOrder order) throws RequestException {
        return one(RuleObject.class, RequestKind.BLOCK, order::write);
    }

    @Override
    public void unblock(String ruleId) throws RequestException {
        link.ask(link.newId(), RequestKind.UNBLOCK, out -> out.text("rule", ruleId));
    }

    @Override
    public void unblockAll() throws RequestException {
        link.ask(link.newId(), RequestKind.UNBLOCK, out -> out.flag("all", true));
    }

    @Override
    public List<ApprovalObject> approvals() throws RequestException {
        return all(ApprovalObject.class, RequestKind.APPROVALS, out -> {});
    }

    @Override
    public ApprovalObject approve(ApprovalOrder order) throws RequestException {
        return one(ApprovalObject.class, RequestKind.APPROVE, order::write);
    }

    @Override
    public void disapprove(String approvalId) throws RequestException {
        link.ask(link.newId(), RequestKind.DISAPPROVE, out -> out.text("approval", approvalId));
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        return all(ActionObject.class, order.request(), order::write);
    }

    private <T extends ContractObject> T one(Class<T> type, RequestKind kind, Consumer<MemberWriter> arguments)
            throws RequestException {
        List<T> answer = all(type, kind, arguments);
        if (answer.size() != 1) {
            throw unexpected(kind);
        }
        return answer.get(0);
    }

    private <T extends ContractObject> List<T> all(Class<T> type, RequestKind kind, Consumer<MemberWriter> arguments)
            throws RequestException {
        List<T> answer = new ArrayList<>();
        for (ContractObject object : link.ask(link.newId(), kind, arguments)) {
            if (!type.isInstance(object)) {
                throw unexpected(kind);
            }
            answer.add(type.cast(object));
        }
        return List.copyOf(answer);
    }

    private static RequestException unexpected(RequestKind kind) {
        return new RequestException(
                RequestException.Code.FAILED,
                "the SynWarden service does not answer '" + kind.word() + "' as this client expects: update both");
    }

    /** Ends the connection; whoever waits for an answer hears {@link RequestException.Code#DISCONNECTED}. */
    @Override
    public void close() {
        link.close();
    }
}
