package org.synwarden.detect;

import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;

/** Many mail servers that fail: names do not excuse them, because who sends mail in bulk looks names up. */
record MailFloodRule(JudgeSettings settings) implements FailureRule {
    @Override
    public Optional<Alarm> judge(Unit unit, Attempt failed, long at) {
        PortClass portClass = PortClass.of(failed.flow().remote().port());
        if (portClass.kind() != PortClass.Kind.MAIL) {
            return Optional.empty();
        }
        ClassEvidence mail = unit.evidence(portClass);
        int tried = mail.failures() + mail.successes();
        if (mail.failures() < settings.mailDestinations() || mail.successes() > settings.mailHighestSuccess() * tried) {
            return Optional.empty();
        }
        Supplier<String> words = () -> "mail ports: " + Wording.count(mail.failures(), "mail server", "mail servers")
                + " of " + tried + " tried did not let it in; a mail program knows one or two";
        return Optional.of(new Alarm(Severity.RED, Kind.MAIL_FLOOD, at, mail.firstContact(), mail.failures(), words));
    }
}
