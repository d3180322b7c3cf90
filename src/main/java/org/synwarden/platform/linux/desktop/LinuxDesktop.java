package org.synwarden.platform.linux.desktop;

import java.awt.Image;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.synwarden.tray.AdministratorTask;
import org.synwarden.tray.Appearance;
import org.synwarden.tray.Attention;
import org.synwarden.tray.Desktop;
import org.synwarden.tray.DesktopException;
import org.synwarden.tray.DesktopException.Reason;
import org.synwarden.tray.WebAddress;

/**
 * A desktop of Linux, asked through gdbus(1) and gsettings(1), xdg-open(1) and pkexec(1). The look is that of the portal
 * org.freedesktop.portal.Settings, which GNOME and KDE serve. "Do not disturb" is known of GNOME only. Both are
 * asked every 10 s at most.
 */
public final class LinuxDesktop implements Desktop {
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration FOR_THE_USER = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** pkexec(1): the user closed the dialogue; not authorized. */
    private static final int DISMISSED = 126;

    private static final int NOT_AUTHORIZED = 127;

    private final Supplier<Optional<Path>> commandLine;
    private final DesktopCommand command;
    private final Asked<Optional<Appearance>> appearance;
    private final Asked<Attention> attention;

    /**
     * Asks nothing yet.
     *
     * @param commandLine finds the installed {@code synwarden}, which only root can change; empty where there is none
     */
    public LinuxDesktop(Supplier<Optional<Path>> commandLine) {
        this(commandLine, DesktopCommand.ofSystem(), System::nanoTime);
    }

    LinuxDesktop(Supplier<Optional<Path>> commandLine, DesktopCommand command, LongSupplier nanoTime) {
        this.commandLine = commandLine;
        this.command = command;
        this.appearance = new Asked<>(AGAIN, nanoTime, this::askAppearance);
        this.attention = new Asked<>(AGAIN, nanoTime, this::askAttention);
    }

    /** Desktops find the program by its window. */
    @Override
    public void introduce() {}

    @Override
    public Optional<Appearance> appearance() {
        return appearance.get();
    }

    private Optional<Appearance> askAppearance() {
        return onTheBus(
                        "org.freedesktop.portal.Desktop",
                        "/org/freedesktop/portal/desktop",
                        "org.freedesktop.portal.Settings.Read",
                        "org.freedesktop.appearance",
                        "color-scheme")
                .flatMap(LinuxDesktop::colourScheme);
    }

    /** Reads {@code (<<uint32 1>>,)}: 1 is dark, 2 light, 0 whatever the program likes. */
    static Optional<Appearance> colourScheme(String answer) {
        if (answer.contains("uint32 1>")) {
            return Optional.of(Appearance.DARK);
        }
        return answer.contains("uint32 2>") ? Optional.of(Appearance.LIGHT) : Optional.empty();
    }

    @Override
    public Attention attention() {
        return attention.get();
    }

    private Attention askAttention() {
        return command.run(QUICK, "gsettings", List.of("get", "org.gnome.desktop.notifications", "show-banners"))
                .filter(answer ->
                        answer.status() == 0 && answer.output().strip().equals("false"))
                .map(answer -> Attention.QUIET)
                .orElse(Attention.FREE);
    }

    /** A program of Linux has none in its file. */
    @Override
    public Optional<Image> programIcon(String path) {
        return Optional.empty();
    }

    @Override
    public void showInFolder(String path) throws DesktopException {
        Path file = existing(path);
        boolean shown = onTheBus(
                        "org.freedesktop.FileManager1",
                        "/org/freedesktop/FileManager1",
                        "org.freedesktop.FileManager1.ShowItems",
                        "[\"" + file.toUri() + "\"]",
                        "")
                .isPresent();
        if (!shown) {
            open(String.valueOf(file.getParent()));
        }
    }

    private static Path existing(String path) throws DesktopException {
        try {
            Path file = Path.of(path);
            if (file.isAbsolute() && file.getParent() != null && Files.exists(file)) {
                return file;
            }
        } catch (InvalidPathException none) {
            throw new DesktopException(Reason.GONE, path, none);
        }
        throw new DesktopException(Reason.GONE, path);
    }

    @Override
    public void browse(WebAddress address) throws DesktopException {
        open(address.uri().toASCIIString());
    }

    private void open(String what) throws DesktopException {
        if (!command.has("xdg-open")) {
            throw new DesktopException(
                    Reason.UNAVAILABLE, "install the package 'xdg-utils', or open it yourself: " + what);
        }
        boolean opened = command.run(QUICK.multipliedBy(5), "xdg-open", List.of(what))
                .filter(result -> result.status() == 0)
                .isPresent();
        if (!opened) {
            throw new DesktopException(Reason.FAILED, "xdg-open " + what);
        }
    }

    @Override
    public void asAdministrator(AdministratorTask task) throws DesktopException {
        Optional<Path> installed = commandLine.get().filter(any -> command.has("pkexec"));
        if (installed.isEmpty()) {
            throw new DesktopException(
                    Reason.UNAVAILABLE, "in a terminal: sudo synwarden " + TypedArguments.of(task.arguments()));
        }
        List<String> arguments = new ArrayList<>(List.of(installed.get().toString()));
        arguments.addAll(task.arguments());
        DesktopCommand.Result result = command.run(FOR_THE_USER, "pkexec", arguments)
                .orElseThrow(() ->
                        new DesktopException(Reason.FAILED, "not ended after " + FOR_THE_USER.toMinutes() + " min"));
        if (result.status() == DISMISSED || result.status() == NOT_AUTHORIZED) {
            throw new DesktopException(Reason.DECLINED, "pkexec");
        }
        if (result.status() != 0) {
            throw new DesktopException(Reason.FAILED, lastLine(result));
        }
    }

    /** What it complained about comes last, after what it had done. */
    private static String lastLine(DesktopCommand.Result result) {
        return result.output()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse("exit status " + result.status());
    }

    private Optional<String> onTheBus(String name, String object, String method, String... arguments) {
        List<String> call = new ArrayList<>(List.of(
                "call", "--session", "--timeout", "1", "--dest", name, "--object-path", object, "--method", method));
        call.addAll(List.of(arguments));
        return command.run(QUICK, "gdbus", call)
                .filter(answer -> answer.status() == 0)
                .map(DesktopCommand.Result::output);
    }
}
