package org.synwarden.tray;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/**
 * What is said about an incident, in the user's words and within the room there is. A culprit that is only probable is
 * never named as a fact. Pure; any thread.
 */
final class IncidentText {
    private static final int HEADLINE_LIMIT = 72;
    private static final int PATH_LIMIT = 110;
    private static final int STORM_NAME_LIMIT = 30;
    private static final int STORM_NAMES = 4;
    private static final int SAMPLE = 3;
    private static final int REQUESTERS = 3;

    private final Texts texts;
    private final Headline headline;
    private final Moments moments;

    IncidentText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.headline = new Headline(texts);
        this.moments = new Moments(texts.locale(), zone);
    }

    /** The balloon of one incident. */
    Balloon balloon(IncidentObject incident) {
        String body = howMany(incident);
        if (incident.isOnlyProbable()) {
            body = texts.of("balloon.probably", program(incident), body);
        }
        return new Balloon(
                headline.within(incident, Balloon.TITLE_LIMIT), ForeignText.shorten(body, Balloon.BODY_LIMIT));
    }

    /** One balloon for incidents that came together. */
    Balloon storm(List<IncidentObject> incidents) {
        List<String> names = incidents.stream()
                .map(incident -> ForeignText.shorten(headline.subject(incident), STORM_NAME_LIMIT))
                .distinct()
                .toList();
        String listed = names.stream().limit(STORM_NAMES).collect(Collectors.joining(texts.of("list.separator")));
        int more = Math.max(0, names.size() - STORM_NAMES);
        long programs = incidents.stream()
                .map(incident -> incident.process()
                        .map(process -> process.pid() + " " + process.startToken())
                        .orElse(incident.host()))
                .distinct()
                .count();
        return new Balloon(
                texts.of("storm.title", programs, incidents.size()),
                ForeignText.shorten(texts.of("storm.body", listed, more), Balloon.BODY_LIMIT));
    }

    /** Who does what, in one line: "dial.exe is scanning port 445". */
    String headline(IncidentObject incident) {
        return headline.within(incident, HEADLINE_LIMIT);
    }

    /** How many computers, in what time: "412 computers tried in 20 s without success." */
    String howMany(IncidentObject incident) {
        String within = duration(Duration.between(incident.firstAttempt(), incident.raisedAt()));
        return incident.failedDestinations() > 0
                ? texts.of("count.failed", incident.failedDestinations(), within)
                : texts.of("count.attempts", incident.attempts(), within);
    }

    /** How it goes on: "1,204 attempts so far." */
    String growth(IncidentObject incident) {
        return Incidents.isOpen(incident)
                ? texts.of("growth.open", incident.totalAttempts())
                : texts.of("growth.closed", incident.totalAttempts());
    }

    /** Name and process id, with a word about how sure it is. */
    String program(IncidentObject incident) {
        if (incident.image().isPresent()) {
            String many = texts.of(
                    "program.image",
                    ForeignText.shorten(Headline.fileName(incident.image().get()), ForeignText.NAME_LIMIT),
                    incident.process().map(this::named).orElseGet(() -> texts.of("program.unknown")));
            return incident.isOnlyProbable() ? texts.of("program.probably", many) : many;
        }
        if (incident.process().isEmpty()) {
            String host = ForeignText.clean(incident.host());
            return incident.adapter()
                    .map(adapter ->
                            texts.of("program.virtual", ForeignText.shorten(adapter, ForeignText.NAME_LIMIT), host))
                    .orElseGet(() -> texts.of("program.unknown.from", host));
        }
        String named = named(incident.process().get());
        return incident.isOnlyProbable() ? texts.of("program.probably", named) : named;
    }

    private String named(ProcessObject process) {
        return texts.of("program.named", ForeignText.nameOf(process), String.valueOf(process.pid()));
    }

    /** The image path, shortened; empty when none is known. */
    Optional<String> path(IncidentObject incident) {
        return incident.image()
                .or(() -> incident.process().flatMap(ProcessObject::path))
                .map(path -> ForeignText.shorten(path, PATH_LIMIT));
    }

    /** The account that the program runs as; empty when it is not known or not ours to see. */
    Optional<String> user(IncidentObject incident) {
        return incident.process()
                .flatMap(ProcessObject::user)
                .map(user -> ForeignText.shorten(user, ForeignText.NAME_LIMIT));
    }

    /** Who asked the kernel for it, where that is the culprit; empty when nobody is known. */
    Optional<String> requesters(IncidentObject incident) {
        String listed = incident.requestedBy().stream()
                .limit(REQUESTERS)
                .map(this::named)
                .collect(Collectors.joining(texts.of("list.separator")));
        int more = incident.requestedBy().size() - REQUESTERS;
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(more > 0 ? texts.of("requesters.more", listed, more) : listed);
    }

    /** Ports and some of the addresses. */
    String where(IncidentObject incident) {
        String ports = headline.ports(incident.ports());
        if (incident.sample().isEmpty()) {
            return texts.of("where.ports", ports);
        }
        String sample = incident.sample().stream()
                .limit(SAMPLE)
                .map(address -> ForeignText.shorten(address, ForeignText.NAME_LIMIT))
                .collect(Collectors.joining(texts.of("list.separator")));
        String key = incident.sample().size() > SAMPLE ? "where.some" : "where.all";
        return texts.of(key, ports, sample);
    }

    /** All ports that are known to be tried. */
    String ports(IncidentObject incident) {
        if (incident.ports().size() < 2) {
            return headline.ports(incident.ports());
        }
        return texts.of(
                "ports.all",
                incident.ports().stream().map(String::valueOf).collect(Collectors.joining(texts.of("list.separator"))));
    }

    private String named(IncidentObject incident, String address) {
        String shown = ForeignText.shorten(address, ForeignText.NAME_LIMIT);
        return incident.names().stream()
                .filter(known -> known.address().equals(address))
                .findFirst()
                .map(known ->
                        texts.of("address.named", shown, ForeignText.shorten(known.name(), ForeignText.NAME_LIMIT)))
                .orElse(shown);
    }

    /** All addresses that are known to be tried; empty where none is. */
    Optional<String> addresses(IncidentObject incident) {
        String listed = incident.sample().stream()
                .map(address -> named(incident, address))
                .collect(Collectors.joining(texts.of("list.separator")));
        return Optional.of(listed)
                .filter(known -> !known.isEmpty())
                .map(known -> incident.failedDestinations() > incident.sample().size()
                        ? texts.of("addresses.some", known)
                        : known);
    }

    /** That the same program is back, and after what; empty for one that was never answered. */
    Optional<String> back(IncidentObject incident) {
        return incident.returnOf()
                .map(earlier -> ForeignText.shorten(earlier, ForeignText.NAME_LIMIT))
                .map(earlier -> Moments.lastIn(incident.explanation())
                        .map(at -> texts.of("back.since", earlier, clock(at)))
                        .orElseGet(() -> texts.of("back", earlier)));
    }

    /** When it began, to the second. */
    String since(IncidentObject incident) {
        return clock(incident.firstAttempt());
    }

    /** Date and time of day to the second, as the user writes them. */
    String clock(Instant at) {
        return moments.full(at);
    }

    private String duration(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 120) {
            return texts.of("duration.seconds", seconds);
        }
        return seconds < 7_200
                ? texts.of("duration.minutes", seconds / 60)
                : texts.of("duration.hours", seconds / 3_600);
    }
}
