package org.synwarden.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.CheckObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.DoctorObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.StatusObject;

/** Objects of the contract as lines for people. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final int LONGEST_COMMAND = 120;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter PACKET_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** Date and time in UTC, as captures of other places are best told. */
    static String utc(Instant at) {
        return UTC.format(at);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String attempt(AttemptObject attempt) {
        return time(attempt.at()) + "  " + String.format(Locale.ROOT, "%-11s", attempt.outcome()) + "  "
                + endpoint(attempt.local()) + " -> " + endpoint(attempt.remote()) + "  "
                + who(attempt.process());
    }

    static String logLine(LogLineObject entry) {
        String said = entry.message()
                .lines()
                .map(line -> line.startsWith("\t") ? "    " + Terminal.plain(line.strip()) : Terminal.plain(line))
                .collect(Collectors.joining("\n"));
        return time(entry.at())
                + String.format(Locale.ROOT, "  %-5s  ", entry.level().toUpperCase(Locale.ROOT))
                + Terminal.plain(entry.thread()) + "  " + Terminal.plain(entry.source()) + ": " + said;
    }

    static String packet(PacketObject packet) {
        String ends = packet.source().isEmpty() && packet.destination().isEmpty()
                ? ""
                : end(packet.source()) + " -> " + end(packet.destination());
        String flags = packet.flags().isEmpty()
                ? ""
                : "  [" + String.join(", ", packet.flags()).toUpperCase(Locale.ROOT) + "]";
        String begin = String.format(
                Locale.ROOT,
                "%6d  %s  %-6s  %5d",
                packet.frame(),
                PACKET_TIME.format(packet.at()),
                packet.protocol(),
                packet.length());
        return (begin + "  " + ends + flags).stripTrailing();
    }

    private static String end(Optional<EndpointObject> end) {
        return end.map(known -> known.port() == 0 ? known.address() : endpoint(known))
                .orElse("?");
    }

    /** One line of an incident as it stands now: raised, or over. */
    static String incident(IncidentObject incident) {
        return line(incident, isClosed(incident) ? "OVER" : severity(incident));
    }

    /** The same with its id, by which it can be blocked or snoozed. */
    static String listed(IncidentObject incident) {
        return Terminal.plain(incident.id()) + "  " + incident(incident) + (incident.muted() ? "; muted" : "");
    }

    private static String severity(IncidentObject incident) {
        return incident.severity().toUpperCase(Locale.ROOT);
    }

    private static String line(IncidentObject incident, String headline) {
        if (incident.test()) {
            return time(incident.raisedAt()) + "  " + headline + "  " + Terminal.plain(incident.explanation());
        }
        String culprit = incident.image()
                .map(image -> image(image, incident.process()))
                .orElseGet(() -> incident.process().map(Words::whoAndWhence).orElseGet(() -> sender(incident)));
        String ports = incident.ports().isEmpty()
                ? ""
                : " on port " + incident.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String total = isClosed(incident) ? " (" + incident.totalAttempts() + " attempts in all)" : "";
        return time(incident.raisedAt()) + "  " + headline + "  " + incident.kind() + " by " + culprit + ports + ": "
                + Terminal.plain(incident.explanation()) + total + requesters(incident) + offer(incident);
    }

    /** Who sends, where no process is known. */
    private static String sender(IncidentObject incident) {
        return incident.adapter()
                .map(adapter -> "a virtual machine, container or WSL on this PC (adapter " + Terminal.plain(adapter)
                        + ", address " + incident.host() + ")")
                .orElse(incident.host());
    }

    /** For whom the kernel did it, as far as is known. */
    private static String requesters(IncidentObject incident) {
        return incident.requestedBy().isEmpty()
                ? ""
                : "; requested by "
                        + incident.requestedBy().stream().map(Words::who).collect(Collectors.joining("; "));
    }

    /** What can be done where nobody can be ended, because no program is known. Blocks are of TCP. */
    private static String offer(IncidentObject incident) {
        boolean possible = incident.process().isEmpty()
                && !isClosed(incident)
                && !incident.kind().startsWith("udp")
                && !incident.ports().isEmpty();
        return possible
                ? "; which program it is is not known, but 'synwarden block --port "
                        + incident.ports().get(0) + "' stops that port for all"
                : "";
    }

    static boolean isClosed(IncidentObject incident) {
        return "closed".equals(incident.state());
    }

    static String who(Optional<ProcessObject> process) {
        return process.map(Words::who).orElse("unattributed");
    }

    static String who(ProcessObject process) {
        String services = process.services().isEmpty() ? "" : ", " + String.join(", ", process.services());
        String path = process.path().map(text -> ", " + text).orElse("");
        String user = process.user().map(text -> ", " + text).orElse("");
        return Terminal.plain(process.name() + " (pid " + process.pid() + services + path + user + ")");
    }

    /** Who, started by whom, as what: of use where one process stands for a whole story. */
    private static String whoAndWhence(ProcessObject process) {
        String parent = process.parents().stream()
                .findFirst()
                .map(starter -> ", started by " + starter.name() + " (pid " + starter.pid() + ")")
                .orElse("");
        String command =
                process.commandLine().map(text -> " as '" + cut(text) + "'").orElse("");
        String signer = process.signer().map(name -> ", signed by " + name).orElse("");
        return who(process) + Terminal.plain(signer + parent + command);
    }

    /** Many short-lived processes of one program; whoever started them is not the culprit. */
    private static String image(String path, Optional<ProcessObject> starter) {
        return Terminal.plain(path + " (many short-lived processes)")
                + starter.map(process -> ", started by " + who(process)).orElse("");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_COMMAND ? text : text.substring(0, LONGEST_COMMAND) + "...";
    }

    static String endpoint(EndpointObject endpoint) {
        boolean ipv6 = endpoint.address().indexOf(':') >= 0;
        return (ipv6 ? "[" + endpoint.address() + "]" : endpoint.address()) + ":" + endpoint.port();
    }

    static String rule(RuleObject rule) {
        String incident = rule.incident().map(id -> "incident " + id + ": ").orElse("");
        return rule.id() + "  since " + time(rule.createdAt()) + "  " + end(rule) + "  " + scope(rule) + "  "
                + effect(rule) + "  (" + Terminal.plain(incident + rule.reason()) + ")";
    }

    /** Whose traffic is stopped, and where to. */
    static String scope(RuleObject rule) {
        List<String> who = Stream.of(
                        rule.program(),
                        rule.service().map(name -> "service " + name),
                        rule.app().map(id -> "app " + id),
                        rule.user().map(name -> "user " + name))
                .flatMap(Optional::stream)
                .toList();
        String port = rule.remotePort()
                .map(number -> ", " + rule.protocol() + " port " + number)
                .orElse("");
        String where = rule.destination().equals("internet") ? " to the internet" : " everywhere";
        return Terminal.plain((who.isEmpty() ? "every program" : String.join(", ", who)) + port + where);
    }

    /** When it ends by itself. */
    static String end(RuleObject rule) {
        if (rule.untilRestart()) {
            return "until the PC restarts";
        }
        return rule.expiresAt().map(at -> "until " + time(at)).orElse("for good");
    }

    /** Whether it acts, as far as that was seen. */
    static String effect(RuleObject rule) {
        String reason = rule.effectReason().map(text -> ": " + text).orElse("");
        return Terminal.plain(rule.effect().replace('-', ' ') + reason);
    }

    static String approval(ApprovalObject approval) {
        String runs = approval.scriptPath().map(path -> " with " + path).orElse("");
        String mail = approval.mailServer() ? ", a mail server" : "";
        return Terminal.plain(approval.id() + "  since " + time(approval.approvedAt()) + "  " + approval.path() + runs
                + mail + "  (SHA-256 " + approval.sha256() + ")");
    }

    static String snooze(SnoozeObject snooze) {
        return Terminal.plain(snooze.id() + "  until " + time(snooze.until()) + "  " + snooze.path()
                + (snooze.everybody() ? "  (for everybody)" : "  (for you)"));
    }

    static String status(StatusObject status) {
        StringBuilder text = new StringBuilder("SynWarden ")
                .append(status.version())
                .append(" has been watching since ")
                .append(time(status.since()))
                .append(": ")
                .append(status.attempts())
                .append(" attempts, ")
                .append(status.openIncidents())
                .append(" open incident(s)");
        status.nat().ifPresent(gauge -> text.append("\n  ").append(nat(gauge)));
        if (!status.counters().isEmpty()) {
            text.append("\n  ").append(counters(status.counters()));
        }
        for (DegradationObject degradation : status.degradations()) {
            text.append("\n  not whole: ").append(degradation(degradation));
        }
        status.caller().ifPresent(caller -> text.append("\n  ").append(rights(caller)));
        return text.toString();
    }

    private static String rights(CallerObject caller) {
        String may = switch (caller.rights()) {
            case CallerObject.ALL -> "may see and do everything";
            case CallerObject.OWN ->
                "may see and stop what is your own; run as administrator (on Linux as root) for the rest";
            default -> "may ask for the status only";
        };
        return "you, " + Terminal.plain(caller.user()) + ", " + may;
    }

    /** How full the router's table is, as far as this PC fills it. */
    static String nat(NatObject gauge) {
        String overflow = gauge.overflowSeconds()
                .map(seconds -> ", full in " + seconds + " s if it goes on like this")
                .orElse("");
        return "router's NAT table: " + gauge.entries() + " of " + gauge.capacity() + " entries are this PC's ("
                + 100 * gauge.entries() / gauge.capacity() + " %)" + overflow;
    }

    /** What was lost or pushed out, none where all is 0. */
    static String counters(List<CounterObject> counters) {
        String counted = counters.stream()
                .filter(counter -> counter.count() > 0)
                .map(counter -> counter.name() + " " + counter.count())
                .collect(Collectors.joining(", "));
        return Terminal.plain(counted.isEmpty() ? "nothing was lost or pushed out" : "lost or pushed out: " + counted);
    }

    static String doctor(DoctorObject doctor) {
        StringBuilder text = new StringBuilder("SynWarden ")
                .append(Terminal.plain(doctor.version()))
                .append("ok".equals(doctor.state()) ? ": all is well" : ": less than whole");
        for (CheckObject check : doctor.checks()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-9s %-17s %s",
                    "degraded".equals(check.state()) ? "DEGRADED" : check.state(),
                    check.id(),
                    Terminal.plain(check.finding())));
            check.remedy()
                    .ifPresent(remedy ->
                            text.append(String.format(Locale.ROOT, "%n%27s -> %s", "", Terminal.plain(remedy))));
        }
        return text.toString();
    }

    static String degradation(DegradationObject degradation) {
        return Terminal.plain(degradation.message() + ". " + degradation.remedy() + ".");
    }
}
