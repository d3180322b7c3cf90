package org.synwarden.tray;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.contract.TallyObject;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.RequestException;

/**
 * Runs the real client against the stand-in service: after 2 s a worm is found, its counts grow and its connections come
 * and go until it is ended. Arguments, in any order: {@code dark}, {@code calm} (no worm), {@code storm} (five worms),
 * {@code absent} (no service for 30 s, or until it is started), {@code user} (the client is no administrator's), {@code no}
 * (the user does not agree to what an administrator would do), {@code degraded}, {@code refuse} (the service refuses what is asked),
 * {@code many} (10,000 connections), {@code flood} (the worm fills the router's table), {@code markup} (a program whose name is
 * a document), {@code back} (the worm was ended before), {@code long} (it has a long command line), {@code acted} (something has
 * been done about it), {@code shared} (a system service does it), {@code still} (for pictures: the worm is found when connections
 * are looked at, and from then on nothing moves; the time is always the same).
 */
public final class TrayDemo {
    private static final ProcessObject SVCHOST = system("svchost.exe", 1044);
    private static final int STILL_PACKETS = 40;
    private static final ProcessObject LSASS = system("lsass.exe", 712);

    private final ScriptedService service = new ScriptedService();
    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private volatile boolean started;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Random random = new Random(6144);
    private final boolean still;
    private final Clock clock;
    private final SomeRates rates = new SomeRates();
    private final List<String> options;
    private final List<SocketObject> wormSockets = new ArrayList<>();
    private final long startedAt = System.nanoTime();
    private IncidentObject worm;
    private int nextPort = 4_428;
    private long nextPacket = 1;
    private boolean told;
    private List<SocketObject> shown = List.of();
    private boolean ratesTold;
    private long entries = 212;

    private TrayDemo(List<String> options) {
        this.options = options;
        this.still = options.contains("still");
        this.clock = still ? Clock.fixed(Some.NOON.plusSeconds(9), ZoneOffset.UTC) : Clock.systemUTC();
        this.worm = culprit(Some.worm("1"));
    }

    /** Shows the client until the user chooses Exit. */
    public static void main(String[] arguments) throws NoDisplayException, InterruptedException {
        new TrayDemo(List.of(arguments)).run();
    }

    private void run() throws NoDisplayException, InterruptedException {
        if (options.contains("degraded")) {
            service.degrade(Some.noNpcap());
        }
        if (options.contains("refuse")) {
            service.refuse(
                    RequestException.Code.FORBIDDEN,
                    "you are not an administrator; start SynWarden as one, or end the program in the Task Manager");
        }
        if (options.contains("user")) {
            service.takeFor(new CallerObject(CallerObject.OWN, "PC\\eva", "S-1-5-21-1-2-3-1001"));
        }
        if (options.contains("no")) {
            desktop.refuse(DesktopException.Reason.DECLINED, "ERROR_CANCELLED");
        }
        desktop.elevate(this::carryOut);
        service.whenKilled(this::endWorm);
        decideBefore();
        if (options.contains("acted")) {
            actBefore();
        }
        Appearance appearance = options.contains("dark") ? Appearance.DARK : Appearance.LIGHT;
        desktop.drawIcons();
        Path settings = Path.of(System.getProperty("java.io.tmpdir"), "synwarden-tray-demo.properties");
        try (TrayClient client =
                new TrayClient(this::connect, desktop, settings, line -> Some.reading(), Optional.of(appearance))) {
            client.start();
            Thread player = new Thread(this::play, "script");
            player.setDaemon(true);
            player.start();
            client.awaitExit();
        } finally {
            ended.countDown();
        }
    }

    private void play() {
        try {
            for (int beat = 1; !ended.await(500, TimeUnit.MILLISECONDS); beat++) {
                synchronized (this) {
                    if (beat > 4 && !options.contains("calm") && (!still || mayBegin())) {
                        tellWorm();
                    }
                    if (beat % 2 == 0) {
                        tellConnections();
                        tellPackets();
                        tellRules();
                        tellRates();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Watch connect() throws IOException {
        boolean soon = System.nanoTime() - startedAt < TimeUnit.SECONDS.toNanos(30);
        if (options.contains("absent") && soon && !started) {
            throw new NotRunningException(
                    "the SynWarden service is not running; start it with: synwarden service start");
        }
        return service;
    }

    /** The dialogue that the system would show takes as long as somebody takes to read it. */
    private void carryOut(AdministratorTask task) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        started |= task.arguments().get(0).equals("service");
        service.carryOut(task);
    }

    /** Whether somebody looks at connections, and has not been told of the worm yet. */
    private boolean mayBegin() {
        return !told && service.isFollowed("sockets");
    }

    private void tellWorm() {
        if (!service.isFollowed("incidents") || worm.state().equals("closed")) {
            return;
        }
        worm = grown(11, "open");
        List<IncidentObject> now = new ArrayList<>(List.of(worm));
        if (options.contains("storm")) {
            for (int i = 2; i <= 5; i++) {
                now.add(Some.incident(
                        "" + i,
                        "red",
                        i == 3 ? "mail-flood" : "scan",
                        Optional.of(Some.process("<html><b>w0rm" + i + "</b>.exe", 5_000 + i)),
                        i == 4 ? "recent" : "matched",
                        List.of(445, 139)));
            }
        }
        service.say(told ? Some.change("incidents", List.of(), now, List.of()) : Some.whole("incidents", now));
        told = true;
    }

    private IncidentObject grown(long more, String state) {
        return culprit(Some.grown(Some.worm("1"), worm.totalAttempts() + more, state));
    }

    private synchronized void endWorm() {
        worm = grown(0, "closed");
        service.say(Some.change("incidents", List.of(), List.of(worm), List.of()));
    }

    private void tellConnections() {
        if (!service.isFollowed("sockets")) {
            return;
        }
        List<SocketObject> removed = new ArrayList<>();
        List<SocketObject> added = new ArrayList<>();
        boolean first = wormSockets.isEmpty();
        if (still && !first) {
            service.say(Some.whole("sockets", shown));
            return;
        }
        if (wormSockets.size() > 30) {
            removed.addAll(wormSockets.subList(0, 12));
            wormSockets.removeAll(removed);
        }
        for (int i = 0; i < 12 && told && worm.state().equals("open"); i++) {
            added.add(Some.socket(
                            "216.1." + random.nextInt(256) + "." + random.nextInt(256),
                            nextPort++,
                            "SYN_SENT",
                            worm.process().get())
                    .withLately(Optional.of(new TallyObject(412, 398))));
        }
        wormSockets.addAll(added);
        if (first) {
            List<SocketObject> whole = new ArrayList<>(ordinary());
            whole.addAll(added);
            shown = whole;
            service.say(Some.whole("sockets", whole));
        } else {
            List<String> gone = removed.stream().map(SocketObject::key).toList();
            service.say(Some.change("sockets", added, List.of(), gone));
        }
    }

    /** What the worm sends and hears, a line of ten packets a beat. */
    private void tellPackets() {
        if (!service.isFollowed("packets") || still && nextPacket > STILL_PACKETS) {
            return;
        }
        List<PacketObject> added = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long number = nextPacket++;
            boolean answer = number % 5 == 4;
            EndpointObject here = new EndpointObject("192.168.20.52", 4_000 + (int) (number % 2_000));
            EndpointObject there = new EndpointObject("216.1." + number / 250 % 250 + "." + number % 250, 445);
            added.add(new PacketObject(
                            number,
                            clock.instant(),
                            answer ? 54 : 66,
                            number % 17 == 3 ? "udp" : "tcp",
                            Optional.of(answer ? there : here),
                            Optional.of(answer ? here : there),
                            answer ? List.of("reset", "ack") : number % 17 == 3 ? List.of() : List.of("syn"))
                    .captured(
                            number % 7 == 2 ? "recent" : "reported",
                            number % 11 == 5 ? Optional.empty() : worm.process().map(ProcessObject::inBrief),
                            Optional.of(answer ? "refused" : number % 3 == 0 ? "pending" : "unanswered"),
                            HeaderObject.of(1, new byte[54])));
        }
        service.say(
                nextPacket == 11 ? Some.whole("packets", added) : Some.change("packets", added, List.of(), List.of()));
    }

    /** Whatever the worm tries stays in the router's table for two minutes. */
    private void tellRates() {
        int pace = options.contains("flood") ? 150 : 12;
        boolean works = told && worm.state().equals("open");
        if (works) {
            rates.works(worm.process().get(), pace);
            entries += pace;
        } else {
            rates.rests();
        }
        double share = entries / 4_096.0;
        boolean overflows = works && pace * 120 > 4_096 && share >= 0.05;
        service.holds(new NatObject(
                entries,
                4_096,
                overflows ? Optional.of((int) Math.max(0, (4_096 - entries) / pace)) : Optional.empty(),
                share >= 0.5 || overflows
                        ? Optional.of("red")
                        : share >= 0.25 ? Optional.of("amber") : Optional.empty()));
        if (service.isFollowed(PressurePanel.TOPIC)) {
            service.say(ratesTold ? rates.nextSecond() : rates.whole());
        }
        ratesTold = service.isFollowed(PressurePanel.TOPIC);
    }

    /** What stands, whole at every beat: it is short. */
    private void tellRules() {
        if (service.isFollowed("rules")) {
            service.say(Some.whole("rules", service.rules()));
        }
    }

    /** The worm with all that is known of it. */
    private IncidentObject culprit(IncidentObject about) {
        boolean shared = options.contains("shared");
        boolean markup = options.contains("markup");
        String name = shared ? "svchost.exe" : markup ? "<html><h1>big.exe" : "dial.exe";
        String path = (shared ? "C:\\Windows\\System32\\" : "C:\\Users\\eva\\AppData\\Roaming\\") + name;
        String arguments = options.contains("long") ? " --target 216.1.0.0/16".repeat(60) : " --target 216.1.0.0/16";
        ProcessObject process = new ProcessObject(
                4_312,
                "13100004312",
                name,
                Optional.of(path),
                Optional.of("PC\\eva"),
                Optional.of(path + arguments),
                Optional.of("9f".repeat(32)),
                Optional.empty(),
                shared ? Optional.of("Microsoft Windows") : Optional.empty(),
                Optional.empty(),
                shared ? Optional.of("protected") : Optional.empty(),
                shared ? List.of("DNS Client", "Network List Service") : List.of(),
                List.of(new ParentObject(3_980, "explorer.exe"), new ParentObject(712, "winlogon.exe")),
                Optional.of(clock.instant().minus(Duration.ofMinutes(9))));
        IncidentObject known = about.withProcess(Optional.of(process));
        return options.contains("back")
                ? known.asReturnOf("8", "it is back: the program of incident 8 was killed at 2026-11-22T15:04:10Z")
                : known;
    }

    /** What was done about it before the client was started. */
    private void actBefore() {
        Instant noon = Some.NOON.plusSeconds(60);
        String path = worm.process().flatMap(ProcessObject::path).orElseThrow();
        service.measured(new MeasureObject(
                noon,
                "suspend",
                path,
                Optional.of(4_312),
                Optional.of("1"),
                Optional.empty(),
                Optional.of("PC\\eva"),
                true,
                "with the asker's own rights, as was reported"));
        service.measured(new MeasureObject(
                noon.plusSeconds(30),
                "block",
                path,
                Optional.empty(),
                Optional.of("1"),
                Optional.of("f1"),
                Optional.of("PC\\admin"),
                true,
                ""));
        service.rulesStand(
                SomeRules.acting(
                        SomeRules.rule(
                                "f1", Optional.of(path), Optional.empty(), noon, "dial.exe is scanning port 445"),
                        "effective",
                        "no SYN of it since " + noon.plusSeconds(40)),
                SomeRules.acting(
                        SomeRules.answering(
                                SomeRules.rule(
                                        "f2", Optional.empty(), Optional.of(139), noon, "the worm's second port"),
                                Optional.of("1")),
                        "not-effective",
                        "Norton manages the firewall"));
    }

    /** What had been decided before the client was started. */
    private void decideBefore() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        service.rulesStand(
                SomeRules.acting(
                        SomeRules.rule(
                                "a1b2c3",
                                Optional.of("C:\\Users\\k\\AppData\\dial.exe"),
                                Optional.empty(),
                                yesterday,
                                "dial.exe is scanning port 445"),
                        "effective",
                        "no SYN of it since " + yesterday.truncatedTo(ChronoUnit.SECONDS)),
                SomeRules.acting(
                        SomeRules.rule("d4e5f6", Optional.empty(), Optional.of(445), yesterday, "the router rule"),
                        "not-effective",
                        "Norton manages the firewall"),
                SomeRules.byUser("0a9b8c", "k", 25, clock.instant()));
        service.exempt(
                List.of(new ApprovalObject(
                        "ap1",
                        "C:\\Program Files\\nmap\\nmap.exe",
                        "9f".repeat(32),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        yesterday)),
                List.of(new SnoozeObject(
                        "s1", "C:\\Games\\p2p.exe", clock.instant().plus(Duration.ofHours(1)), false)));
    }

    private List<SocketObject> ordinary() {
        ProcessObject browser = program("firefox.exe", 3208, "C:\\Program Files\\Mozilla Firefox\\firefox.exe");
        ProcessObject mail =
                program("thunderbird.exe", 2744, "C:\\Program Files\\Mozilla Thunderbird\\thunderbird.exe");
        List<SocketObject> rows = new ArrayList<>(List.of(
                row("tcp", "0.0.0.0", 135, Optional.empty(), "LISTEN", Optional.of(SVCHOST)),
                row("tcp", "0.0.0.0", 445, Optional.empty(), "LISTEN", Optional.of(system("System", 4))),
                row("tcp", "::", 49664, Optional.empty(), "LISTEN", Optional.of(LSASS)),
                row("udp", "0.0.0.0", 5353, Optional.empty(), "UNCONNECTED", Optional.of(SVCHOST)),
                row("udp", "fe80::3c1a:9d2f%12", 546, Optional.empty(), "UNCONNECTED", Optional.of(SVCHOST)),
                to("140.82.121.4", 443, 50211, "ESTABLISHED", browser),
                to("151.101.1.69", 443, 50214, "ESTABLISHED", browser),
                to("93.184.216.34", 443, 50220, "CLOSE_WAIT", browser),
                to("142.250.185.69", 993, 50101, "ESTABLISHED", mail),
                to("13.107.42.16", 443, 49801, "ESTABLISHED", SVCHOST),
                row(
                        "tcp",
                        "192.168.20.52",
                        50199,
                        Optional.of(new EndpointObject("104.16.132.229", 443)),
                        "TIME_WAIT",
                        Optional.empty())));
        if (options.contains("markup")) {
            ProcessObject nasty = program("<html><h1>big", 6006, "C:\\<html><img src=x>");
            rows.add(to("192.0.2.7", 8080, 50300, "ESTABLISHED", nasty));
        }
        if (options.contains("many")) {
            rows.addAll(Some.sockets(10_000));
        }
        return rows;
    }

    private static ProcessObject system(String name, int pid) {
        return program(name, pid, "C:\\Windows\\System32\\" + name);
    }

    private static ProcessObject program(String name, int pid, String path) {
        return new ProcessObject(pid, "1330" + pid, name, Optional.of(path), Optional.of("NT AUTHORITY\\SYSTEM"));
    }

    private static SocketObject to(String remote, int port, int localPort, String state, ProcessObject process) {
        return row(
                "tcp",
                "192.168.20.52",
                localPort,
                Optional.of(new EndpointObject(remote, port)),
                state,
                Optional.of(process));
    }

    private static SocketObject row(
            String protocol,
            String local,
            int localPort,
            Optional<EndpointObject> remote,
            String state,
            Optional<ProcessObject> process) {
        return new SocketObject(protocol, new EndpointObject(local, localPort), remote, state, process);
    }
}
