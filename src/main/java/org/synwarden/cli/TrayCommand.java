package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.Rows;
import org.synwarden.control.ClientSubscription;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.control.Topic;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
import org.synwarden.tray.Appearance;
import org.synwarden.tray.NoDisplayException;
import org.synwarden.tray.SecondStart;
import org.synwarden.tray.TrayClient;
import org.synwarden.tray.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code synwarden tray}: the icon, until its menu ends it. */
@Command(name = "tray", mixinStandardHelpOptions = true, description = "Shows the tray icon and the window.")
final class TrayCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TrayCommand.class);

    @Option(
            names = "--appearance",
            paramLabel = "LOOK",
            description = "One of: ${COMPLETION-CANDIDATES}; else as chosen in the options.")
    private Appearance appearance;

    @Override
    public Integer call() throws CommandException, InterruptedException {
        Optional<Path> folder = HostPlatform.trayPlace();
        if (folder.isEmpty()) {
            return show();
        }
        Optional<OneTray> place;
        try {
            place = OneTray.first(folder.get(), display(), SecondStart::happened);
        } catch (IOException e) {
            LOG.warn("whether there is a tray already is not known: {}", e.getMessage());
            return show();
        }
        if (place.isEmpty()) {
            return 0;
        }
        try (OneTray first = place.get()) {
            LOG.debug("{} is the only one", first);
            return show();
        }
    }

    private static String display() {
        return Optional.ofNullable(System.getenv("DISPLAY"))
                .or(() -> Optional.ofNullable(System.getenv("WAYLAND_DISPLAY")))
                .orElse("");
    }

    private Integer show() throws CommandException, InterruptedException {
        HostPlatform platform = ThisHost.platform();
        try (TrayClient client = new TrayClient(
                () -> connect(platform),
                HostPlatform.desktop(),
                HostPlatform.userSettings(),
                new PastedQuestion(),
                Optional.ofNullable(appearance))) {
            client.start();
            client.awaitExit();
            return 0;
        } catch (NoDisplayException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    private static Watch connect(HostPlatform platform) throws RequestException {
        ControlClient client = ControlClient.connect(platform.transport(), Product.version(), reason -> {});
        Requests requests = new OwnTokenFirst(client, platform.processes(), platform.control());
        return new Watch() {
            @Override
            public Requests requests() {
                return requests;
            }

            @Override
            public Following subscribe(String topic, int intervalMillis, Consumer<Rows> receiver)
                    throws RequestException {
                return following(client.subscribe(
                        Topic.valueOf(topic.toUpperCase(Locale.ROOT)), Duration.ofMillis(intervalMillis), receiver));
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    private static Watch.Following following(ClientSubscription subscription) {
        return new Watch.Following() {
            @Override
            public void every(int intervalMillis) throws RequestException {
                subscription.every(Duration.ofMillis(intervalMillis));
            }

            @Override
            public void end() {
                subscription.close();
            }
        };
    }
}
