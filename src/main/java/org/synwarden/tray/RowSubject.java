package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.ProcessObject;

/**
 * What a row is about, whatever table it stands in: all that {@link RowCommands} needs to know of it. Made by
 * {@link RowSubjects}.
 *
 * @param title what it is, in a few words
 * @param process whose it is
 * @param incident the incident that it is; empty for what is none
 * @param kill ending the process
 * @param blockProgram blocking what the program sends
 * @param blockPort blocking the port for everything
 * @param approve approving the program
 * @param location path of the file of the program
 * @param virusTotal what VirusTotal knows of that file
 * @param search a search for the name of the program
 * @param filter a display filter that shows this and what belongs to it
 * @param facts all there is to tell, in reading order
 */
record RowSubject(
        String title,
        Optional<ProcessObject> process,
        Optional<IncidentId> incident,
        Known<Deed> kill,
        Known<Deed> blockProgram,
        Known<Deed> blockPort,
        Known<Deed> approve,
        Known<String> location,
        Known<WebAddress> virusTotal,
        Known<WebAddress> search,
        String filter,
        List<IncidentPage.Fact> facts) {
    /** Copies the facts. */
    RowSubject {
        facts = List.copyOf(facts);
    }
}
