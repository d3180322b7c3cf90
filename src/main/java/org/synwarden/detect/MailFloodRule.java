package org.synwarden.detect;

import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;

/** Many mail servers that fail: names do not excuse them, because who sends mail in bulk looks names up. */
record MailFloodRule(JudgeSettings settings) implements FailureRule {
    @Override
    public Kind kind() {
        return Kind.MAIL_FLOOD;
    }

    @Override
    public boolean finds(Unit unit, Attempt failed) {
        int port = failed.remotePort();
        if (PortClass.of(port).kind() != PortClass.Kind.MAIL) {
            return false;
        }
        ClassEvidence mail = unit.evidence(port);
        return mail.failures() >= settings.mailDestinations()
                && mail.successes() <= settings.mailHighestSuccess() * (mail.failures() + mail.successes());
    }

    @Override
    public Severity severity(Unit unit, Attempt failed) {
        return Severity.RED;
    }

    @Override
    public Alarm alarm(Unit unit, Attempt failed, long at) {
        ClassEvidence mail = unit.evidence(failed.remotePort());
        int tried = mail.failures() + mail.successes();
        Supplier<String> words = () -> "mail ports: " + Wording.count(mail.failures(), "mail server", "mail servers")
                + " of " + tried + " tried did not let it in; a mail program knows one or two";
        return new Alarm(Severity.RED, Kind.MAIL_FLOOD, at, mail.firstContact(), mail.failures(), words);
    }
}
