package org.synwarden.tray;

import java.util.Locale;
import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.IncidentBlock;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Blocks the port that an incident tries, for its program or the account it runs as, for an hour: what needs no
 * administrator.
 *
 * @param incident with a port, and a program or an account
 * @param reason shown where the rule is listed
 */
record HourBlock(IncidentObject incident, String reason) implements Deed {
    /** What that user can have blocked of that incident; why not and what to do instead, where it cannot. */
    static Known<Deed> of(IncidentObject incident, CallerObject caller, Texts texts, String reason) {
        return IncidentBlock.obstacle(caller, incident)
                .map(obstacle -> Known.<Deed>refused(texts.of(key(obstacle))))
                .orElseGet(() -> Known.of(new HourBlock(incident, reason)));
    }

    private static String key(IncidentBlock.Obstacle obstacle) {
        return switch (obstacle) {
            case TEST -> "obstacle.test";
            case OVER -> "obstacle.over";
            case NOT_OWN -> "obstacle.not-own";
            case NO_PORT -> "obstacle.no-port";
            case WINDOWS -> "obstacle.windows";
            case INTERPRETER -> "obstacle.interpreter";
        };
    }

    /** In a few words, for a button. */
    static String label(IncidentObject incident, Texts texts) {
        boolean ofProgram = IncidentBlock.program(incident).isPresent();
        return texts.of(ofProgram ? "block.hour.program" : "block.hour.account", port(incident));
    }

    @Override
    public String question(Texts texts) {
        String aside = IncidentBlock.program(incident)
                .map(path -> ForeignText.shorten(path, PATH_LIMIT))
                .orElseGet(() -> Deed.portEffect(texts, incident.ports().get(0)));
        return texts.of(
                key("block.hour.program.question", "block.hour.account.question"),
                subject(),
                destination(texts),
                aside);
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("block.hour.consent");
    }

    @Override
    public String done(Texts texts) {
        return texts.of("block.hour.done", subject(), destination(texts));
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        return Optional.of(
                new Undo(requests.block(IncidentBlock.order(incident, true, IncidentBlock.LONGEST, reason))));
    }

    private String key(String ofProgram, String ofAccount) {
        return IncidentBlock.program(incident).isPresent() ? ofProgram : ofAccount;
    }

    private String subject() {
        String name = IncidentBlock.program(incident)
                .map(Headline::fileName)
                .or(() -> incident.process().flatMap(ProcessObject::user))
                .orElse("");
        return ForeignText.shorten(name, ForeignText.NAME_LIMIT);
    }

    private String destination(Texts texts) {
        String protocol = incident.protocol().name().toUpperCase(Locale.ROOT);
        return texts.of("block.hour.port", protocol, port(incident));
    }

    private static String port(IncidentObject incident) {
        return String.valueOf(incident.ports().get(0));
    }
}
