package org.synwarden.export;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PlainText;
import org.synwarden.contract.ProcessObject;

/**
 * Something that a system's own log is told, for administrators and the programs that collect these logs. Each string is one
 * line of at most {@value #MOST_CHARACTERS} characters. The numbers and what the strings are stand in
 * {@code docs/configuration.md}; Windows' texts around them, in {@code installer/events/events.mc}.
 *
 * @param strings what the text of its kind is filled with, in order
 */
public record LoggedEvent(Kind kind, Level level, List<String> strings) {
    /** More of a text is cut off; Windows takes 31,839 characters. */
    static final int MOST_CHARACTERS = 1_000;

    private static final String NOTHING = "-";

    /** How bad it is, in the words of Windows' log. */
    public enum Level {
        /** As it should be. */
        INFORMATION,
        /** Somebody should look at it some time. */
        WARNING,
        /** Somebody should look at it now. */
        ERROR
    }

    /** What has happened. */
    public enum Kind {
        /** The service has begun to watch. */
        STARTED(1),
        /** The service watches no longer. */
        STOPPED(2),
        /** An incident was raised. */
        INCIDENT(100),
        /** An incident is over. */
        INCIDENT_OVER(101),
        /** Somebody tries whether alarms arrive. */
        TEST(102),
        /** Something was done that somebody asked for. */
        ACTION_DONE(200),
        /** Something was refused that somebody asked for. */
        ACTION_REFUSED(201);

        private final int id;

        Kind(int id) {
            this.id = id;
        }

        /** Its number, which never changes. */
        public int id() {
            return id;
        }
    }

    /** Makes one line of each string. */
    public LoggedEvent {
        strings = strings.stream().map(LoggedEvent::line).toList();
    }

    private static String line(String text) {
        String line = PlainText.line(text);
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }

    /** That version of the service has begun to watch. */
    public static LoggedEvent started(String version) {
        return new LoggedEvent(Kind.STARTED, Level.INFORMATION, List.of(version));
    }

    /** It watches no longer. */
    public static LoggedEvent stopped(String version) {
        return new LoggedEvent(Kind.STOPPED, Level.INFORMATION, List.of(version));
    }

    /** An incident was raised, or is a test. */
    public static LoggedEvent raised(IncidentObject incident) {
        Level level = incident.severity().equals("red") ? Level.ERROR : Level.WARNING;
        return incident.test()
                ? new LoggedEvent(Kind.TEST, Level.INFORMATION, about(incident))
                : new LoggedEvent(Kind.INCIDENT, level, about(incident));
    }

    /** An incident is over. */
    public static LoggedEvent over(IncidentObject incident) {
        return new LoggedEvent(Kind.INCIDENT_OVER, Level.INFORMATION, about(incident));
    }

    private static List<String> about(IncidentObject incident) {
        Optional<ProcessObject> process = incident.process();
        return List.of(
                incident.explanation(),
                incident.id(),
                incident.severity(),
                incident.kind(),
                incident.program()
                        .or(() -> process.map(ProcessObject::name))
                        .or(incident::adapter)
                        .orElse(incident.host()),
                process.map(one -> Integer.toString(one.pid())).orElse(NOTHING),
                process.flatMap(ProcessObject::user).orElse(NOTHING),
                listed(incident.ports()),
                listed(incident.sample()));
    }

    private static String listed(List<?> values) {
        return values.isEmpty()
                ? NOTHING
                : values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /**
     * Something was done that somebody asked for.
     *
     * @param verb what, as the control protocol names it
     * @param pid of the process to which it was done, where it was one
     * @param caller who asked
     * @param rule the rule or approval that was made or ended
     */
    public static LoggedEvent done(
            String verb,
            String target,
            OptionalInt pid,
            String caller,
            Optional<String> incident,
            Optional<String> rule) {
        return new LoggedEvent(
                Kind.ACTION_DONE,
                Level.INFORMATION,
                List.of(verb, target(target, pid), caller, incident.orElse(NOTHING), rule.orElse(NOTHING)));
    }

    /** It was refused; the last tells why. */
    public static LoggedEvent refused(
            String verb, String target, OptionalInt pid, String caller, Optional<String> incident, String why) {
        return new LoggedEvent(
                Kind.ACTION_REFUSED,
                Level.WARNING,
                List.of(verb, target(target, pid), caller, incident.orElse(NOTHING), why));
    }

    private static String target(String target, OptionalInt pid) {
        return pid.isPresent() ? target + " (pid " + pid.getAsInt() + ")" : target;
    }
}
