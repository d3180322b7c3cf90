package org.synwarden.watchdog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.UseObject;
import org.synwarden.history.Answer;
import org.synwarden.history.Distance;
import org.synwarden.history.Finding;
import org.synwarden.history.PastAction;
import org.synwarden.history.PastIncident;
import org.synwarden.history.Question;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** What the history is asked and finds, between its words and the contract's. Pure. */
public final class PastObjects {
    private static final int LIMIT = 64;

    private PastObjects() {}

    /** The question in the contract's words. */
    public static QuestionObject question(Question question) {
        OptionalInt remotePort = question.remotePort();
        return new QuestionObject(
                question.protocol().map(ContractObjects::lower),
                question.localAddress().map(Address::toString),
                question.localPort(),
                question.remoteAddress().map(Address::toString),
                remotePort.isPresent() ? Optional.of(remotePort.getAsInt()) : Optional.empty(),
                ContractObjects.instant(question.from()),
                ContractObjects.instant(question.to()));
    }

    /** The question in the history's words; one that cannot be asked is an {@link IllegalArgumentException}. */
    public static Question question(QuestionObject question) {
        return new Question(
                question.protocol().map(word -> Protocol.valueOf(word.toUpperCase(Locale.ROOT))),
                question.localAddress().map(Address::parse),
                question.localPort(),
                question.remoteAddress().map(Address::parse),
                question.remotePort().map(OptionalInt::of).orElse(OptionalInt.empty()),
                Question.nanos(question.from()),
                Question.nanos(question.to()),
                LIMIT);
    }

    /** What was found, as the answer to that question. */
    public static AnswerObject answer(Question question, Finding finding) {
        return new AnswerObject(
                Optional.empty(),
                question(question),
                uses(question, finding.uses()),
                finding.reason(),
                uses(question, finding.nearest()),
                List.of());
    }

    private static List<UseObject> uses(Question question, List<Answer> answers) {
        return answers.stream().map(answer -> use(question, answer)).toList();
    }

    private static UseObject use(Question question, Answer answer) {
        return new UseObject(
                ContractObjects.lower(answer.protocol()),
                answer.process().map(process -> process(process, answer.parents())),
                endpoint(answer.local()),
                answer.remotes().stream().map(PastObjects::endpoint).toList(),
                answer.remoteCount(),
                ContractObjects.instant(answer.first()),
                ContractObjects.instant(answer.last()),
                answer.attempts(),
                outcomes(answer.outcomes()),
                ContractObjects.lower(answer.attribution()),
                certainty(answer),
                answer.exact(),
                Distance.seconds(question, answer));
    }

    private static ProcessObject process(ProcessInstance process, List<ProcessInstance> parents) {
        return ProcessBook.shown(
                process,
                parents.stream()
                        .limit(ProcessObject.MAX_PARENTS)
                        .map(parent -> new ParentObject(parent.key().pid(), parent.name()))
                        .toList());
    }

    private static EndpointObject endpoint(Endpoint end) {
        return new EndpointObject(end.address().toString(), end.port());
    }

    private static List<CounterObject> outcomes(Map<Outcome, Long> outcomes) {
        return outcomes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new CounterObject(ContractObjects.lower(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String certainty(Answer answer) {
        String who = answer.process().isEmpty()
                ? "an attempt was seen, its program was not"
                : switch (answer.attribution()) {
                    case REPORTED -> "the system itself named the program";
                    case MATCHED -> "the program held the port at that moment";
                    case RECENT -> "the program held the port shortly before or after";
                    case UNATTRIBUTED -> "which program it was is a guess";
                };
        return answer.exact() ? who : who + "; only the minute is kept, in which it used this port and perhaps others";
    }

    static IncidentObject incident(PastIncident incident) {
        return new IncidentObject(
                incident.id(),
                ContractObjects.lower(incident.severity()),
                incident.kind().text(),
                incident.closedAt().isPresent() ? "closed" : "open",
                incident.host().toString(),
                incident.culprit().map(culprit -> process(culprit.process(), culprit.parents())),
                incident.image(),
                incident.adapter(),
                incident.requestedBy().stream()
                        .map(asking -> process(asking.process(), asking.parents()))
                        .toList(),
                ContractObjects.lower(incident.attribution()),
                ContractObjects.instant(incident.firstAttempt()),
                ContractObjects.instant(incident.raisedAt()),
                incident.attempts(),
                incident.failedDestinations(),
                incident.totalAttempts(),
                incident.ports(),
                incident.sample().stream().map(Address::toString).toList(),
                incident.explanation(),
                incident.muted(),
                incident.test(),
                incident.returnOf());
    }

    static MeasureObject measure(PastAction action) {
        return new MeasureObject(
                ContractObjects.instant(action.at()),
                action.verb(),
                action.target(),
                action.process().map(ProcessKey::pid),
                action.incident(),
                action.rule(),
                Optional.of(action.askedBy()),
                action.done(),
                action.result());
    }

    /** A single attempt. */
    static AttemptObject attempt(Answer answer) {
        return new AttemptObject(
                ContractObjects.instant(answer.first()),
                ContractObjects.lower(answer.protocol()),
                endpoint(answer.local()),
                endpoint(answer.remotes().get(0)),
                outcome(answer.outcomes().keySet().iterator().next()),
                ContractObjects.lower(answer.attribution()),
                answer.process().map(process -> process(process, answer.parents())));
    }

    private static String outcome(Outcome outcome) {
        return ContractObjects.lower(outcome);
    }
}
