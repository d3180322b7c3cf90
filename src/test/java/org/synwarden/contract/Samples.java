package org.synwarden.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One story in the contract's records: a worm on a desktop PC, as each record tells it. By name of the golden file. */
final class Samples {
    static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    static final ProcessObject WORM = new ProcessObject(
            4242,
            "133861234567890123",
            "svchosts.exe",
            Optional.of("C:\\Users\\Zoë\\AppData\\Local\\Temp\\svchosts.exe"),
            Optional.of("PC\\Zoë"),
            Optional.of("svchosts.exe -k netsvcs"),
            Optional.of("3b" + "c4".repeat(31)),
            List.of(new ParentObject(4100, "winword.exe"), new ParentObject(3012, "explorer.exe")));

    private static final EndpointObject HERE = new EndpointObject("192.168.20.52", 50123);
    private static final EndpointObject THERE = new EndpointObject("203.0.113.7", 445);

    static final IncidentObject INCIDENT = new IncidentObject(
            "7",
            "red",
            "scan",
            "open",
            "192.168.20.52",
            Optional.of(WORM),
            "reported",
            START,
            START.plusNanos(1_500_000_000),
            31,
            5,
            977,
            List.of(445, 139),
            List.of("203.0.113.7", "203.0.113.9"),
            "5 of 5 new addresses on port 445 did not answer within 1.5 s");

    private static final IncidentObject OF_A_RETURN = new IncidentObject(
                    "12",
                    "red",
                    "scan",
                    "open",
                    "192.168.20.52",
                    Optional.empty(),
                    "reported",
                    START,
                    START.plusSeconds(2),
                    6,
                    6,
                    6,
                    List.of(445),
                    List.of("203.0.113.7"),
                    "none answered")
            .asReturnOf("7", "it is back: the program of incident 7 was killed at 2026-03-14T09:20:00Z");

    private static final IncidentObject OF_AN_IMAGE = new IncidentObject(
            "9",
            "red",
            "scan",
            "open",
            "192.168.20.52",
            Optional.of(WORM),
            Optional.of("C:\\Tools\\nc.exe"),
            Optional.empty(),
            List.of(),
            "reported",
            START,
            START.plusSeconds(4),
            6,
            6,
            6,
            List.of(445),
            List.of("203.0.113.7"),
            "445/tcp: 6 addresses tried in 4 s, none answered; ordinary programs and peer-to-peer are both ruled out; made"
                    + " by 6 processes of nc.exe, each of which made few",
            false,
            false,
            Optional.empty());

    private static final IncidentObject UNATTRIBUTED = new IncidentObject(
            "8",
            "amber",
            "nat-pressure",
            "closed",
            "2001:db8::52",
            Optional.empty(),
            "unattributed",
            START,
            START.plusSeconds(60),
            1_200,
            0,
            1_200,
            List.of(),
            List.of(),
            "1200 flows open at once");

    private static final IncidentObject OF_A_VIRTUAL_MACHINE = new IncidentObject(
            "10",
            "red",
            "scan",
            "open",
            "172.20.3.4",
            Optional.empty(),
            Optional.empty(),
            Optional.of("vEthernet (WSL)"),
            List.of(),
            "unattributed",
            START,
            START.plusSeconds(2),
            6,
            6,
            6,
            List.of(445),
            List.of("203.0.113.7"),
            "445/tcp: 6 addresses tried in 2 s, none answered",
            false,
            false,
            Optional.empty());

    private static final IncidentObject ON_BEHALF = new IncidentObject(
                    "11",
                    "red",
                    "scan",
                    "open",
                    "192.168.20.52",
                    Optional.of(new ProcessObject(
                            4,
                            "133861230000000000",
                            "Windows kernel (file sharing)",
                            Optional.empty(),
                            Optional.empty())),
                    "reported",
                    START,
                    START.plusSeconds(2),
                    6,
                    6,
                    90,
                    List.of(445),
                    List.of("203.0.113.7"),
                    "445/tcp: 6 addresses tried in 2 s, none answered")
            .withRequestedBy(List.of(WORM));

    private static final DegradationObject NO_CAPTURE = new DegradationObject(
            "capture-missing",
            "Npcap is not installed: answers and names are not seen",
            "install Npcap from https://npcap.com and restart SynWarden",
            START);

    private static final StatusObject STATUS = new StatusObject(
            "0.1.0",
            START,
            List.of("kernel-events", "socket-table"),
            List.of(NO_CAPTURE),
            977,
            1,
            Optional.of(new NatObject(1_900, 4_096, Optional.of(73), Optional.of("red"))),
            List.of(new CounterObject("lost-inbox", 12), new CounterObject("evicted-attempts", 0)));

    static final SocketObject SOCKET = new SocketObject("tcp", HERE, Optional.of(THERE), "SYN_SENT", Optional.of(WORM));

    private static final SocketObject LISTENING =
            new SocketObject("udp", new EndpointObject("::", 5353), Optional.empty(), "UNCONNECTED", Optional.empty());

    private static final ProcessObject STARTED = new ProcessObject(
            4312,
            "133861231111111112",
            "dial.exe",
            Optional.of("C:\\Tools\\dial.exe"),
            Optional.of("PC\\Zoë"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of(START.minusSeconds(60)));

    private static final ProcessObject SERVICES = new ProcessObject(
            1784,
            "133861230000000000",
            "svchost.exe",
            Optional.of("C:\\Windows\\System32\\svchost.exe"),
            Optional.of("NT AUTHORITY\\NETWORK SERVICE"),
            Optional.of("C:\\Windows\\System32\\svchost.exe -k NetworkService -p -s Dnscache"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Microsoft Windows Publisher"),
            Optional.empty(),
            Optional.empty(),
            List.of("DNS Client", "Network Location Awareness"),
            List.of(new ParentObject(3012, "services.exe")));

    private static final ProcessObject PACKAGED = new ProcessObject(
            5120,
            "133861231111111111",
            "Example.exe",
            Optional.of("C:\\Program Files\\WindowsApps\\Example.App_1.2.0.0_x64__8wekyb3d8bbwe\\Example.exe"),
            Optional.of("PC\\Zoë"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Example.App_1.2.0.0_x64__8wekyb3d8bbwe"),
            Optional.of("protected"),
            List.of(),
            List.of());

    private static final ProcessObject INTERPRETER = new ProcessObject(
            6010,
            "133861232222222222",
            "pwsh.exe",
            Optional.of("C:\\Program Files\\PowerShell\\7\\pwsh.exe"),
            Optional.of("PC\\Zoë"),
            Optional.of("pwsh.exe -NoProfile -File C:\\Tools\\inventory.ps1"),
            Optional.of("5d" + "a1".repeat(31)),
            Optional.of(new ScriptObject("C:\\Tools\\inventory.ps1", "9e" + "0b".repeat(31))),
            Optional.of("Microsoft Corporation"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    static final RuleObject RULE = new RuleObject(
            "a1b2c3",
            WORM.path(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "tcp",
            Optional.of(445),
            "internet",
            START.plusSeconds(9),
            Optional.of(START.plusSeconds(3_609)),
            false,
            Optional.of("7"),
            Optional.of("S-1-5-21-1-2-3-1001"),
            "effective",
            Optional.of("no SYN since 2026-03-14T09:27:02Z"),
            "worm");

    private static final RateObject RATE = new RateObject(
            START,
            List.of(new CounterObject("answered", 3), new CounterObject("unanswered", 30)),
            List.of(new CulpritRateObject(4242, "133861234567890123", List.of(new CounterObject("unanswered", 30)))));

    private static final PacketObject PACKET =
            new PacketObject(3, START, 66, "tcp", Optional.of(HERE), Optional.of(THERE), List.of("syn"));

    private static final PacketObject LIVE_PACKET = PACKET.captured(
            "reported", Optional.of(WORM.inBrief()), Optional.of("unanswered"), HeaderObject.of(101, new byte[] {
                0x45, 0, 0, 0x34
            }));

    private static final ModuleObject MODULE = new ModuleObject(
            "C:\\Windows\\System32\\ws2_32.dll",
            Optional.of(427_008L),
            Optional.of("5a" + "c4".repeat(31)),
            Optional.of("Microsoft Windows"),
            Optional.empty());

    private static final RelativeObject RELATIVE = new RelativeObject(-1, WORM.inBrief());

    private static final PacketObject ARP_PACKET =
            new PacketObject(4, START, 60, "arp", Optional.empty(), Optional.empty(), List.of());

    private static final CheckObject FIREWALL =
            CheckObject.degraded("firewall", "the firewall may be asked and changed by root only", "run it as root");

    private static final QuestionObject QUESTION = new QuestionObject(
            Optional.of("tcp"),
            Optional.of("192.168.20.52"),
            50123,
            Optional.of("203.0.113.7"),
            Optional.of(445),
            START,
            START.plusSeconds(1));

    private static final AnswerObject ANSWER = new AnswerObject(
            Optional.of("03/14/2026 09:26:53 The cache is full 192.168.20.52, 50123, LAN 203.0.113.7, 445, WAN"),
            QUESTION,
            List.of(new UseObject(
                    "tcp",
                    Optional.of(WORM),
                    HERE,
                    List.of(THERE),
                    1,
                    START.plusMillis(250),
                    START.plusMillis(250),
                    1,
                    List.of(new CounterObject("unanswered", 1)),
                    "reported",
                    "the system itself named the program",
                    true,
                    0)),
            Optional.empty(),
            List.of(),
            List.of("the date can be read two ways; 2026-03-14 is nearer to now"));

    private static final AnswerObject NOBODY = new AnswerObject(
            Optional.empty(),
            new QuestionObject(
                    Optional.empty(),
                    Optional.empty(),
                    50123,
                    Optional.empty(),
                    Optional.empty(),
                    START,
                    START.plusSeconds(60)),
            List.of(),
            Optional.of("nobody used port 50123 then, as far as was recorded"),
            List.of(new UseObject(
                    "udp",
                    Optional.empty(),
                    HERE,
                    List.of(new EndpointObject("203.0.113.53", 53)),
                    40,
                    START.minusSeconds(3_600),
                    START.minusSeconds(3_590),
                    41,
                    List.of(new CounterObject("answered", 40), new CounterObject("unanswered", 1)),
                    "unattributed",
                    "a packet was seen, its program was not",
                    false,
                    -3_590)),
            List.of());

    static final Map<String, ContractObject> BY_GOLDEN_FILE = Map.ofEntries(
            Map.entry("action", new ActionObject("kill", true, Optional.empty(), WORM)),
            Map.entry(
                    "action-left-out",
                    new ActionObject(
                            "suspend",
                            false,
                            Optional.of("svchost.exe (pid 1784) is a part of Windows that the PC needs to run; nothing"
                                    + " was done. Block its port or program instead."),
                            SERVICES)),
            Map.entry("answer", ANSWER),
            Map.entry("answer-nobody", NOBODY),
            Map.entry(
                    "attempt",
                    new AttemptObject(START, "tcp", HERE, THERE, "unanswered", "reported", Optional.of(WORM))),
            Map.entry(
                    "attempt-unattributed",
                    new AttemptObject(START, "udp", HERE, THERE, "pending", "unattributed", Optional.empty())),
            Map.entry("check", FIREWALL),
            Map.entry("degradation", NO_CAPTURE),
            Map.entry(
                    "log-line",
                    new LogLineObject(
                            START, "warn", "sockets", "SocketPoller", "The socket table cannot be read: no rights")),
            Map.entry(
                    "doctor",
                    DoctorObject.of("0.1.0", List.of(CheckObject.ok("java", "Java 17.0.12 with 64 MiB"), FIREWALL))),
            Map.entry("incident", INCIDENT),
            Map.entry("incident-of-an-image", OF_AN_IMAGE),
            Map.entry("incident-of-a-virtual-machine", OF_A_VIRTUAL_MACHINE),
            Map.entry("incident-requested-by", ON_BEHALF),
            Map.entry("incident-unattributed", UNATTRIBUTED),
            Map.entry("incident-that-is-back", OF_A_RETURN),
            Map.entry(
                    "incident-with-names",
                    INCIDENT.withNames(List.of(new NameObject("203.0.113.9", "files.example.net")))),
            Map.entry("incident-muted", UNATTRIBUTED.asMuted()),
            Map.entry(
                    "incident-of-a-shared-program",
                    INCIDENT.withProcess(Optional.of(INTERPRETER)).asShared(Optional.of("interpreter"))),
            Map.entry("incident-test", IncidentObject.ofTest("test-1", START)),
            Map.entry(
                    "measure",
                    new MeasureObject(
                            START.plusSeconds(9),
                            "kill",
                            "svchosts.exe (pid 4242)",
                            Optional.of(4242),
                            Optional.of("7"),
                            Optional.empty(),
                            Optional.of("PC\\Zoë"),
                            true,
                            "it has ended")),
            Map.entry("packet", PACKET),
            Map.entry("module", MODULE),
            Map.entry(
                    "module-unread",
                    ModuleObject.unread(
                            "/tmp/lib.so (deleted)", "runs /tmp/lib.so (deleted), which is not there or no file")),
            Map.entry("relative", RELATIVE),
            Map.entry("packet-live", LIVE_PACKET),
            Map.entry("packet-without-ip", ARP_PACKET),
            Map.entry(
                    "approval",
                    new ApprovalObject(
                            "K3",
                            "/usr/bin/python3",
                            "0".repeat(64),
                            Optional.of("/opt/scan.py"),
                            Optional.of("1".repeat(64)),
                            true,
                            START)),
            Map.entry("rate", RATE),
            Map.entry("rule", RULE),
            Map.entry(
                    "rule-every-port",
                    new RuleObject(
                            "d4",
                            Optional.empty(),
                            Optional.of("Spooler"),
                            Optional.of("S-1-15-2-1-2-3-4-5-6-7"),
                            Optional.of("zoe"),
                            "any",
                            Optional.empty(),
                            "everywhere",
                            START,
                            Optional.empty(),
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            "unproved",
                            Optional.empty(),
                            "by hand")),
            Map.entry("snooze", new SnoozeObject("S1", "/usr/sbin/scanner", START.plusSeconds(3_600), true)),
            Map.entry(
                    "snooze-of-one-user", new SnoozeObject("U1", "/usr/sbin/scanner", START.plusSeconds(3_600), false)),
            Map.entry("socket", SOCKET),
            Map.entry("socket-named", SOCKET.withRemoteName(Optional.of("files.example"))),
            Map.entry("socket-unconnected", LISTENING),
            Map.entry(
                    "socket-watched",
                    SOCKET.withProcess(Optional.of(STARTED))
                            .withSince(Optional.of(START))
                            .withLately(Optional.of(new TallyObject(310, 309)))),
            Map.entry(
                    "socket-of-services",
                    new SocketObject("udp", HERE, Optional.empty(), "UNCONNECTED", Optional.of(SERVICES))
                            .withService(Optional.of("Dnscache"))),
            Map.entry(
                    "socket-of-a-package",
                    new SocketObject("tcp", HERE, Optional.of(THERE), "ESTABLISHED", Optional.of(PACKAGED))),
            Map.entry(
                    "socket-of-an-interpreter",
                    new SocketObject("tcp", HERE, Optional.of(THERE), "ESTABLISHED", Optional.of(INTERPRETER))),
            Map.entry("status", STATUS),
            Map.entry(
                    "status-to-a-user",
                    STATUS.to(new CallerObject(CallerObject.OWN, "PC\\Zoë", "S-1-5-21-1-2-3-1001"))));

    private Samples() {}
}
