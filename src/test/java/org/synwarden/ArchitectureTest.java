package org.synwarden;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of {@code docs/architecture.md}: who may import whom. */
class ArchitectureTest {
    private static final String ROOT = "org.synwarden.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.synwarden");

    /** Rooms that wire the others and may import all. */
    private static final List<String> WIRING = List.of("watchdog", "service", "cli");

    /** A row of the document's table: the room, and what it may import. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\| ([^|]+) \\|$");

    /** Room to the rooms it may import. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("net", List.of()),
            Map.entry("process", List.of("net")),
            Map.entry("observation", List.of("net", "process")),
            Map.entry("sockets", List.of("net", "observation", "process")),
            Map.entry("capture", List.of("net", "observation")),
            Map.entry("attempt", List.of("net", "observation", "process", "sockets")),
            Map.entry("detect", List.of("net", "process", "attempt")),
            Map.entry("engine", List.of("net", "observation", "process", "sockets", "attempt", "detect")),
            Map.entry("respond", List.of("net", "process", "detect")),
            Map.entry("history", List.of("net", "process", "attempt", "detect", "respond")),
            Map.entry("contract", List.of("net")),
            Map.entry("control", List.of("net", "contract")),
            Map.entry("filter", List.of("net", "contract")),
            Map.entry("export", List.of("net", "contract", "capture")),
            Map.entry("installation", List.of()),
            Map.entry("tray", List.of("net", "contract", "control", "filter", "export")),
            Map.entry("platform.windows.bindings", List.of()),
            Map.entry(
                    "platform.windows.iphelper",
                    List.of(
                            "net",
                            "observation",
                            "process",
                            "sockets",
                            "platform.windows.bindings",
                            "platform.windows.time")),
            Map.entry("platform.windows.time", List.of()),
            Map.entry(
                    "platform.windows.scm",
                    List.of("installation", "platform.windows.bindings", "platform.windows.token")),
            Map.entry("platform.windows.eventlog", List.of("platform.windows.bindings")),
            Map.entry("platform.windows.session", List.of("platform.windows.bindings")),
            Map.entry("platform.windows.power", List.of("platform.windows.bindings")),
            Map.entry(
                    "platform.windows.etw",
                    List.of("net", "observation", "process", "platform.windows.bindings", "platform.windows.time")),
            Map.entry("platform.windows.token", List.of("platform.windows.bindings")),
            Map.entry(
                    "platform.windows.process",
                    List.of(
                            "net",
                            "process",
                            "respond",
                            "platform.windows.bindings",
                            "platform.windows.time",
                            "platform.windows.token")),
            Map.entry("platform.windows.firewall", List.of("net", "respond", "platform.windows.bindings")),
            Map.entry(
                    "platform.windows.pipe",
                    List.of("net", "control", "contract", "platform.windows.bindings", "platform.windows.token")),
            Map.entry("platform.windows.console", List.of()),
            Map.entry("platform.windows.system", List.of("platform.windows.bindings")),
            Map.entry("platform.windows.desktop", List.of("tray", "contract", "platform.windows.bindings")),
            Map.entry("platform.linux.tracefs", List.of("net", "observation", "process")),
            Map.entry("platform.linux.bindings", List.of()),
            Map.entry("platform.linux.sockdiag", List.of("net", "process", "sockets", "platform.linux.bindings")),
            Map.entry("platform.linux.network", List.of("net", "observation")),
            Map.entry("platform.linux.process", List.of("net", "process", "respond", "platform.linux.bindings")),
            Map.entry("platform.linux.systemd", List.of("installation", "platform.linux.bindings")),
            Map.entry("platform.linux.firewall", List.of("net", "respond")),
            Map.entry("platform.linux.unixsocket", List.of("net", "control", "contract", "platform.linux.bindings")),
            Map.entry("platform.linux.desktop", List.of("tray", "contract")));

    static Stream<String> rooms() {
        return ROOMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatTheMapAllows(String room) {
        String[] allowed = Stream.concat(Stream.of(room), ROOMS.get(room).stream())
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.synwarden..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theTableOfTheDocumentIsTheMap() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        String rooms = page.substring(page.indexOf("\n## The rooms"), page.indexOf("\n## Bounds"));
        Map<String, String> table =
                ROW.matcher(rooms).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        Map<String, String> map = new HashMap<>();
        ROOMS.forEach((room, allowed) -> map.put(room, allowed.isEmpty() ? "nothing" : String.join(", ", allowed)));
        WIRING.forEach(room -> map.put(room, "whatever makes no cycle"));
        assertThat(table).isEqualTo(map);
    }

    @Test
    void everyPackageIsARoom() {
        String[] known = Stream.concat(ROOMS.keySet().stream(), WIRING.stream())
                .map(name -> ROOT + name)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.synwarden..")
                .should()
                .resideOutsideOfPackages(known)
                .check(CLASSES);
    }

    @Test
    void noRoomDependsOnItself() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void windowsAreDrawnOnlyByTheTray() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "tray..", ROOT + "platform..desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "com.formdev..")
                .check(CLASSES);
    }

    @Test
    void nativeCallsLiveInThePlatformRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "capture..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.pcap4j..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void nothingMutableIsStatic() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.synwarden..")
                .should()
                .beFinal()
                .check(CLASSES);
    }
}
