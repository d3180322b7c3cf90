package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of an incident's culprit only while the service remembers it.
 *
 * @param packets its packets, in their order, at most {@value #MOST_PACKETS}, the newest
 * @param family whoever started it, itself and whom it started, from the eldest down
 * @param modules what it has loaded, at most 512
 * @param missing what could not be had, and why
 */
public record Evidence(
        List<PacketObject> packets,
        List<RelativeObject> family,
        List<ModuleObject> modules,
        List<DegradationObject> missing) {
    /** The most packets that are told. */
    public static final int MOST_PACKETS = 10_000;

    /** Copies the lists. */
    public Evidence {
        packets = List.copyOf(packets);
        family = List.copyOf(family);
        modules = List.copyOf(modules);
        missing = List.copyOf(missing);
    }

    /** Nothing could be had, for these reasons. */
    public static Evidence without(List<DegradationObject> why) {
        return new Evidence(List.of(), List.of(), List.of(), why);
    }

    /** As the objects of a response. */
    public List<ContractObject> objects() {
        List<ContractObject> objects = new ArrayList<>(missing);
        objects.addAll(family);
        objects.addAll(modules);
        objects.addAll(packets);
        return objects;
    }

    /** What a response holds. */
    public static Evidence of(List<ContractObject> objects) {
        return new Evidence(
                Dossier.only(PacketObject.class, objects),
                Dossier.only(RelativeObject.class, objects),
                Dossier.only(ModuleObject.class, objects),
                Dossier.only(DegradationObject.class, objects));
    }
}
