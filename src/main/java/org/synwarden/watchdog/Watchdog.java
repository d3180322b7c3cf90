package org.synwarden.watchdog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.attempt.Bounded;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.Deed;
import org.synwarden.control.ForwardedResponses;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessReport;
import org.synwarden.control.RequestException;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.engine.Engine;
import org.synwarden.history.History;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.sockets.SocketTable;

/**
 * The running watchdog: looks at the socket table on the thread {@code sockets}, at what comes and goes with the network
 * on the thread {@code interfaces}, judges on the thread {@code engine}, responds on the thread {@code respond}. Requests may come from any thread.
 */
public final class Watchdog extends ForwardedResponses implements AutoCloseable {
    private static final long TICK_MILLIS = 100;
    private static final long GATHER_MILLIS = 10;
    private static final long INTERFACES_SECONDS = 2;
    private static final long STOP = TimeUnit.SECONDS.toNanos(3);
    private static final long LONGEST_TURN = TimeUnit.SECONDS.toNanos(10);
    private static final long LATELY = TimeUnit.MINUTES.toNanos(1);
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final String version;
    private final HostClock clock = new HostClock();
    private final long since = clock.now();
    private final Inbox inbox = new Inbox(Inbox.BOUND);
    private final LossCounters counters = new LossCounters();
    private final HostNames names = new HostNames();
    private final ProcessBook processes;
    private final ContractObjects contract;
    private final History history;
    private final Incidents incidents;
    private final SocketTable table;
    private final SocketPoller sockets;
    private final PacketWatch packets;
    private final Packets kept;
    private final Culprits culprits;
    private final HostSources sources;
    private final Responses responses;
    private final LiveSettings settings;
    private final PastRequests past;
    private final Engine engine;
    private final Set<EvidenceSource> evidence;
    private final ImageHashes hashes;
    private final Introductions introductions;
    private final OwnDeeds ownDeeds;
    private final Consumer<Observation> heard;
    private final RecentAttempts recent = new RecentAttempts(clock::now);
    private final AttemptRates rates = new AttemptRates(since);
    private final Losses losses = new Losses();
    private final Unjudged unjudged = new Unjudged();

    private final Thread identityThread;
    private final Thread introductionsThread;
    private final Thread engineThread;
    private final Thread socketsThread;
    private final Thread interfacesThread;
    private volatile long attempts;
    private volatile long lastTurn = since;
    private volatile Supplier<List<LogLineObject>> log = List::of;

    /** On the engine's thread only, nanoseconds since the epoch. */
    private long stockDue;

    private volatile Optional<NatObject> nat = Optional.empty();

    /**
     * A watchdog that does not run yet.
     *
     * @param version the program's version, for the status
     * @param sources what else this host is watched by, beside sockets and packets
     * @param evidence which sources are used; one that is not is no degradation
     * @param settings what the user has set; looked at once a second
     * @param responses what can be done about a culprit
     * @param history remembers; is started and closed with this
     * @param listener hears everything, on the engine's thread
     */
    public Watchdog(
            String version,
            SocketTable table,
            ProcessCatalog catalog,
            List<HostSource> sources,
            Set<EvidenceSource> evidence,
            LiveSettings settings,
            Responses responses,
            History history,
            WatchListener listener) {
        super(responses);
        this.history = history;
        past = new PastRequests(history);
        this.version = version;
        this.table = table;
        this.evidence = Set.copyOf(evidence);
        this.responses = responses;
        this.settings = settings;
        processes = new ProcessBook(catalog, clock::now, this::described);
        introductions = new Introductions(processes::complete);
        hashes = new ImageHashes(catalog, TimeUnit.NANOSECONDS::sleep, processes::hashed);
        ownDeeds = new OwnDeeds(
                processes::find,
                key -> catalog.find(key.pid()).filter(key::equals).isPresent());
        contract = new ContractObjects(processes::find, names::of);
        sockets = new SocketPoller(table, processes, clock::now, this::kernelTells, inbox::add);
        Returns returns = new Returns(contract::refreshed, clock::now);
        responses.tellAnswers(returns);
        kept = new Packets(sockets::rows, processes::find);
        ShareRequests shares = new ShareRequests(names::of);
        incidents = new Incidents(contract, listener, history, returns, shares, recent, this::lookForOwner, kept::note);
        engine = Engine.forHost(new EngineListeners(List.of(incidents, rates)));
        heard = this::hear;
        packets = new PacketWatch(clock::now, heard, kept::keep);
        LoadedModules modules = new LoadedModules(catalog, hashes, System::nanoTime);
        culprits = new Culprits(kept, packets::missing, processes, catalog, modules);
        this.sources = new HostSources(sources, evidence);
        responses.watchWith(
                new Witness(processes::find, packets::yields, this::seesDatagrams, this::seesOwners, sockets::rows));
        identityThread = new Thread(hashes, "identity");
        introductionsThread = new Thread(introductions, "introductions");
        engineThread = new Thread(this::judge, "engine");
        socketsThread = new Thread(sockets, "sockets");
        interfacesThread = new Thread(this::lookAtInterfaces, "interfaces");
    }

    /** Begins to watch. */
    public void start() {
        history.start(clock::now, processes::instance);
        responses.tellFates((rule, fate) -> history.action(Deeds.fate(rule, fate, history.now())));
        responses.lookAtExemptions();
        identityThread.setDaemon(true);
        identityThread.start();
        introductionsThread.setDaemon(true);
        introductionsThread.start();
        engineThread.setDaemon(true);
        socketsThread.setDaemon(true);
        interfacesThread.setDaemon(true);
        engineThread.start();
        if (evidence.contains(EvidenceSource.SOCKET_TABLE)) {
            socketsThread.start();
        }
        interfacesThread.start();
    }

    private boolean seesDatagrams() {
        return packets.yields() && !packets.passesDatagramsOver();
    }

    private boolean seesOwners() {
        return evidence.contains(EvidenceSource.SOCKET_TABLE)
                && sockets.failure().isEmpty()
                && !sockets.hasHiddenOwners();
    }

    /** Of an attempt that only its packet shows, the socket table may know whose it is, if it is asked at once. */
    private void lookForOwner() {
        if (!kernelTells()) {
            sockets.lookSoon();
        }
    }

    private boolean kernelTells() {
        return sources.yielding().findAny().isPresent();
    }

    /** What a source says of a process goes through the book, so that it is remembered, and told once. */
    private void hear(Observation observation) {
        if (observation instanceof Observation.ProcessDescribed described) {
            if (processes.heard(described)) {
                introductions.want(described.process().key());
            }
            return;
        }
        if (observation instanceof Observation.EventsLost lost) {
            losses.heard(lost);
            counters.count(lost);
        }
        inbox.add(observation);
    }

    private void described(Observation.ProcessDescribed described) {
        inbox.add(described);
        ProcessInstance process = described.process();
        history.described(process);
        if (process.path().isPresent()
                && process.sha256().isEmpty()
                && process.key().isIdentified()) {
            hashes.want(process);
        }
    }

    /** What comes and goes with the network, every two seconds. */
    private void lookAtInterfaces() {
        try {
            sources.start(clock::now, heard);
            while (!Thread.currentThread().isInterrupted()) {
                sources.look();
                if (evidence.contains(EvidenceSource.PACKET_CAPTURE)) {
                    packets.look();
                }
                for (int second = 0; second < INTERFACES_SECONDS; second++) {
                    TimeUnit.SECONDS.sleep(1);
                    packets.tellLosses();
                    sources.followShares(incidents.wantShares());
                    responses.tick();
                    settings.look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        } finally {
            sources.close();
            packets.close();
        }
    }

    private void judge() {
        EngineTurn turn = new EngineTurn(inbox, engine, observation -> {
            names.heard(observation);
            incidents.heard(observation);
            responses.heard(observation);
        });
        engine.recall(history.recall());
        engine.numberAfter(history.lastIncident());
        incidents.numberTestsAfter(history.lastTest());
        try {
            while (!Thread.currentThread().isInterrupted()) {
                responses.newlyExempt().ifPresent(engine::exempt);
                settings.newlySet().ifPresent(engine::set);
                boolean judgedAny = turn.run(clock::now, TICK_MILLIS);
                incidents.tick(clock.now());
                attempts = engine.attempts();
                lastTurn = clock.now();
                takeStock();
                if (judgedAny) {
                    Thread.sleep(GATHER_MILLIS); // in a flood: few large batches instead of many wakings
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    /** Whether the engine has gone through its inbox within the last ten seconds, which it does ten times a second. */
    public boolean isJudging() {
        return clock.now() - lastTurn < LONGEST_TURN;
    }

    /** Once a second: what the status tells and nobody needs to the instant. */
    private void takeStock() {
        long now = clock.now();
        if (now >= stockDue) {
            stockDue = now + TimeUnit.SECONDS.toNanos(1);
            nat = Optional.of(ContractObjects.nat(engine.natGauge()));
            rates.publish(now);
            List<Bounded> bounds = new ArrayList<>(engine.bounds());
            bounds.add(kept.bound());
            counters.bounds(bounds);
            unjudged.count(engine.refused(), now);
        }
    }

    @Override
    public StatusObject status() {
        List<Degradation> degradations = degradations();
        return new StatusObject(
                version,
                ContractObjects.instant(since),
                sourcesThatYield(),
                degradations.stream().map(ContractObjects::degradation).toList(),
                attempts,
                incidents.open(),
                nat,
                counters());
    }

    private List<CounterObject> counters() {
        List<CounterObject> all =
                new ArrayList<>(counters.counted(inbox.dropped(), introductions.leftOut(), hashes.leftOut()));
        history.counters().forEach((name, count) -> all.add(new CounterObject(name, count)));
        return all;
    }

    private List<String> sourcesThatYield() {
        List<String> yielding = new ArrayList<>();
        if (evidence.contains(EvidenceSource.SOCKET_TABLE) && sockets.failure().isEmpty()) {
            yielding.add(EvidenceSource.SOCKET_TABLE.text());
        }
        if (packets.yields()) {
            yielding.add(EvidenceSource.PACKET_CAPTURE.text());
        }
        sources.yielding().forEach(yielding::add);
        return yielding;
    }

    private List<Degradation> degradations() {
        List<Degradation> found = new ArrayList<>();
        sockets.failure().ifPresent(why -> found.add(Degradations.noSocketTable(why, since)));
        if (sockets.hasHiddenOwners()) {
            found.add(Degradations.noSocketOwners(since));
        }
        if (!engineThread.isAlive()) {
            found.add(Degradations.engineStopped(since));
        }
        boolean socketsUsed = evidence.contains(EvidenceSource.SOCKET_TABLE);
        if (socketsUsed && !socketsThread.isAlive()) {
            found.add(Degradations.threadStopped(socketsThread.getName(), since));
        }
        if (!interfacesThread.isAlive()) {
            found.add(Degradations.threadStopped(interfacesThread.getName(), since));
        }
        if (inbox.hasDroppedSince(clock.now() - LATELY)) {
            found.add(Degradations.observationsLost(inbox.dropped(), since));
        }
        losses.degradation(clock.now()).ifPresent(found::add);
        unjudged.degradation(clock.now()).ifPresent(found::add);
        packets.missing().ifPresent(why -> found.add(Degradations.noPackets(why, since)));
        if (packets.passesDatagramsOver()) {
            found.add(Degradations.datagramsPassedOver(since));
        }
        sources.degradations(since).forEach(found::add);
        incidents.networkDown().ifPresent(found::add);
        settings.fault().ifPresent(why -> found.add(Degradations.faultySettings(settings.path(), why, since)));
        settings.waitingForRestart().ifPresent(why -> found.add(Degradations.waitingSettings(why, since)));
        history.shortfalls().forEach(shortfall -> found.add(Degradations.history(shortfall)));
        responses.approvalsFault().ifPresent(why -> found.add(Degradations.noApprovals(why, since)));
        return found;
    }

    @Override
    public List<RateObject> rates() {
        return rates.seconds();
    }

    @Override
    public List<SocketObject> sockets() {
        return contract.sockets(
                sockets.rows(),
                table,
                (row, socket) -> socket.withRemoteName(
                                names.of(row.flow().remote().address()))
                        .withSince(sockets.since(row).map(ContractObjects::instant))
                        .withLately(row.owner().map(recent::of)));
    }

    @Override
    public List<PacketObject> packets(OptionalLong after, int most) {
        return kept.after(after, most);
    }

    /** From now on that is the log that can be asked for. */
    public void keepsLog(Supplier<List<LogLineObject>> kept) {
        log = kept;
    }

    @Override
    public List<LogLineObject> log() {
        return log.get();
    }

    @Override
    public List<IncidentObject> incidents() {
        return incidents.all();
    }

    @Override
    public SnoozeObject snooze(SnoozeOrder order) throws RequestException {
        return responses.snoozes().add(order);
    }

    @Override
    public List<SnoozeObject> snoozes() {
        return responses.snoozes().all();
    }

    @Override
    public void endSnooze(String snoozeId) throws RequestException {
        responses.snoozes().end(snoozeId);
    }

    @Override
    public IncidentObject testAlert() throws RequestException {
        return incidents.raiseTest(clock.now());
    }

    @Override
    public ActionObject report(ProcessReport report) throws RequestException {
        ActionObject believed = ownDeeds.believed(report);
        if (report.deed().action() == ProcessOrder.Action.KILL) {
            responses.endedByOthers(believed.process());
        }
        return believed;
    }

    /** Records what a caller did or asked for; of what was done to a culprit also because of which incident. */
    public void record(Deed deed) {
        Deed whole = deed.incident().isPresent()
                ? deed
                : deed.because(
                        deed.process().flatMap(process -> incidents.latestOf(process.pid(), process.startToken())));
        history.action(Deeds.action(whole, history.now()));
    }

    @Override
    public List<IncidentObject> incidents(Instant since) throws RequestException {
        List<IncidentObject> all = new ArrayList<>(incidents.all());
        Set<String> ids = all.stream().map(IncidentObject::id).collect(Collectors.toSet());
        for (IncidentObject earlier : past.incidents(since)) {
            if (!ids.contains(earlier.id())) {
                all.add(earlier);
            }
        }
        return all.stream()
                .filter(incident -> !incident.raisedAt().isBefore(since))
                .toList();
    }

    @Override
    public List<MeasureObject> measures(Instant since) throws RequestException {
        return past.measures(since);
    }

    @Override
    public Dossier incident(String id) throws RequestException {
        for (IncidentObject incident : incidents.all()) {
            if (incident.id().equals(id)) {
                return past.about(incident);
            }
        }
        return past.incident(id)
                .orElseThrow(() -> new RequestException(
                        RequestException.Code.NOT_FOUND, "there is no incident " + id + ", nor was one recorded"));
    }

    @Override
    public Evidence evidence(String id) throws RequestException {
        return culprits.of(incident(id).incident());
    }

    @Override
    public AnswerObject who(QuestionObject question) throws RequestException {
        return past.who(question);
    }

    /** Stops watching; returns when the threads have ended, or after three seconds: a source may be stuck. */
    @Override
    public void close() {
        List<Thread> threads = List.of(socketsThread, interfacesThread, engineThread, identityThread);
        introductionsThread.interrupt(); // a domain controller may keep it: nobody waits for it
        threads.forEach(Thread::interrupt);
        responses.close();
        long end = System.nanoTime() + STOP;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
                if (thread.isAlive()) {
                    LOG.warn("{} does not stop, and is left behind", thread.getName());
                }
            }
            history.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
