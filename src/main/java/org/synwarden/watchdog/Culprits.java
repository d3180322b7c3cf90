package org.synwarden.watchdog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ModuleObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.control.Requests;
import org.synwarden.process.ListedProcess;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.ProcessTree;

/** What is there about an incident's culprit now, and what is not there and why. Any thread; may take some seconds. */
final class Culprits {
    private static final int MOST_DESCENDANTS = 256;

    private final Packets packets;
    private final Supplier<Optional<String>> noPackets;
    private final ProcessBook processes;
    private final ProcessCatalog catalog;
    private final LoadedModules modules;

    /**
     * Knows nothing itself.
     *
     * @param noPackets why packets are not seen; empty when they are
     */
    Culprits(
            Packets packets,
            Supplier<Optional<String>> noPackets,
            ProcessBook processes,
            ProcessCatalog catalog,
            LoadedModules modules) {
        this.packets = packets;
        this.noPackets = noPackets;
        this.processes = processes;
        this.catalog = catalog;
        this.modules = modules;
    }

    /** The evidence against the culprit of that incident. */
    Evidence of(IncidentObject incident) {
        List<DegradationObject> missing = new ArrayList<>();
        List<PacketObject> its = packets(incident);
        if (its.isEmpty()) {
            String why = noPackets.get().orElse("none of the packets captured last are its");
            missing.add(missing("no-packets", why, incident));
        }
        Optional<ProcessKey> key = incident.process().map(Culprits::key);
        if (key.isEmpty()) {
            missing.add(missing("no-process", "it is not known which program did this", incident));
            return new Evidence(its, List.of(), List.of(), missing);
        }
        boolean lives = catalog.find(key.get().pid()).filter(key.get()::equals).isPresent();
        if (!lives) {
            missing.add(missing(
                    "process-gone",
                    "the program has ended: whom it had started and what it had loaded is not known",
                    incident));
        }
        return new Evidence(
                its,
                family(key.get(), incident.process().get()),
                lives ? modules(key.get(), incident, missing) : List.of(),
                missing);
    }

    private static ProcessKey key(ProcessObject process) {
        return new ProcessKey(process.pid(), Long.parseLong(process.startToken()));
    }

    private List<ModuleObject> modules(ProcessKey key, IncidentObject incident, List<DegradationObject> missing) {
        try {
            LoadedModules.Found found = modules.of(key);
            if (found.cut()) {
                missing.add(missing("modules-cut", "it has loaded more files than are told", incident));
            }
            return found.modules();
        } catch (IOException e) {
            missing.add(missing("no-modules", String.valueOf(e.getMessage()), incident));
            return List.of();
        }
    }

    /** The newest of them, at most as many as are told. */
    private List<PacketObject> packets(IncidentObject incident) {
        Predicate<PacketObject> its = packet -> isOf(incident, packet);
        List<PacketObject> found = new ArrayList<>();
        List<PacketObject> some = packets.after(OptionalLong.of(0), Requests.MOST_PACKETS);
        while (!some.isEmpty()) {
            some.stream().filter(its).forEach(found::add);
            if (found.size() > Evidence.MOST_PACKETS) {
                found.subList(0, found.size() - Evidence.MOST_PACKETS).clear();
            }
            long last = some.get(some.size() - 1).frame();
            some = packets.after(OptionalLong.of(last), Requests.MOST_PACKETS);
        }
        return found;
    }

    /** Of the process, or of any of the image where many did it; without either, from or to the address on these ports. */
    private static boolean isOf(IncidentObject incident, PacketObject packet) {
        if (incident.image().isPresent()) {
            return packet.process().flatMap(ProcessObject::path).equals(incident.image());
        }
        if (incident.process().isPresent()) {
            ProcessObject culprit = incident.process().get();
            return packet.process().filter(culprit::isSameInstanceAs).isPresent();
        }
        return isFromTo(incident, packet.source(), packet.destination())
                || isFromTo(incident, packet.destination(), packet.source());
    }

    private static boolean isFromTo(
            IncidentObject incident, Optional<EndpointObject> from, Optional<EndpointObject> to) {
        return from.filter(end -> end.address().equals(incident.host())).isPresent()
                && to.filter(end -> incident.ports().contains(end.port())).isPresent();
    }

    private List<RelativeObject> family(ProcessKey culprit, ProcessObject shown) {
        List<RelativeObject> family = new ArrayList<>();
        Optional<ProcessKey> parent = processes.instance(culprit).flatMap(ProcessInstance::parent);
        for (int generation = -1; parent.isPresent() && -generation <= ProcessObject.MAX_PARENTS; generation--) {
            family.add(new RelativeObject(generation, described(parent.get())));
            parent = processes.instance(parent.get()).flatMap(ProcessInstance::parent);
        }
        Collections.reverse(family);
        family.add(new RelativeObject(0, shown));
        List<ListedProcess> all = catalog.list();
        Map<Integer, Integer> generations = new HashMap<>(Map.of(culprit.pid(), 0));
        Map<ProcessKey, Integer> parents = new HashMap<>();
        all.forEach(process -> parents.put(process.key(), process.parentPid()));
        ProcessTree.below(culprit, all).stream().limit(MOST_DESCENDANTS).forEach(key -> {
            int generation = generations.get(parents.get(key)) + 1;
            generations.put(key.pid(), generation);
            family.add(new RelativeObject(generation, described(key)));
        });
        return family;
    }

    private ProcessObject described(ProcessKey key) {
        processes.meet(key);
        return processes.find(key).orElseGet(() -> ContractObjects.unknown(key));
    }

    /** Why something could not be had. */
    private static DegradationObject missing(String id, String why, IncidentObject incident) {
        return new DegradationObject(id, why, "save the evidence sooner after the alarm", incident.raisedAt());
    }
}
