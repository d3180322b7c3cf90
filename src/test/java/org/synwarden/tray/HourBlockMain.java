package org.synwarden.tray;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.service.HostPlatform;

/**
 * Does as this account what the tray does when the hour's block of an incident is chosen, and prints what the user is told.
 * Arguments: the incident's id, and {@code boldly} for a client that orders as if the incident were its user's own.
 */
public final class HourBlockMain {
    private HourBlockMain() {}

    public static void main(String[] arguments) throws RequestException, IOException {
        try (ControlClient client = ControlClient.connect(HostPlatform.current().transport(), "test", reason -> {})) {
            CallerObject caller = client.status().caller().orElseThrow();
            System.out.println("rights: " + caller.rights());
            IncidentObject incident = client.incidents().stream()
                    .filter(one -> one.id().equals(arguments[0]))
                    .findFirst()
                    .orElseThrow();
            boolean boldly = arguments.length > 1;
            print(client, boldly ? as(caller, incident) : incident, caller);
        }
    }

    private static IncidentObject as(CallerObject caller, IncidentObject incident) {
        ProcessObject seen = incident.process().orElseThrow();
        return incident.withProcess(Optional.of(new ProcessObject(
                seen.pid(), seen.startToken(), seen.name(), seen.path(), Optional.of(caller.user()))));
    }

    private static void print(ControlClient client, IncidentObject incident, CallerObject caller) {
        Texts texts = new Texts(Locale.ENGLISH);
        Known<Deed> offer = new Deeds(texts, new IncidentText(texts, ZoneOffset.UTC)).blockForAnHour(incident, caller);
        System.out.println(offer.refusal());
        offer.value().ifPresent(deed -> {
            System.out.println(deed.question(texts));
            try {
                deed.carryOut(client);
                System.out.println(deed.done(texts));
            } catch (RequestException refused) {
                System.out.println(refused.code() + ": " + refused.getMessage());
            }
        });
    }
}
