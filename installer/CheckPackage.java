import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks the tables of a package over, as both builds have exported them: {@code java CheckPackage.java TABLES LIST}. Prints
 * what is wrong, a line each, and exits with 1 when anything is. wixl leaves things out without a word and knows none of
 * the checks (ICE) of Microsoft's tools; some of those that matter are here.
 *
 * <p>Components are known to Windows Installer by their GUIDs for ever: with another one, an upgrade leaves files behind or
 * takes new ones away. So LIST ({@code wix/components.txt}) holds all that were ever shipped, {@code GUID NAME} a line; the
 * name is the path of the component's file, or its id where it has none.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/msi/database-tables">Database Tables</a>
 */
final class CheckPackage {
    private static final List<String> NEEDED = List.of(
            "Component", "CreateFolder", "CustomAction", "Directory", "Environment", "Error", "Feature",
            "FeatureComponents", "File", "InstallExecuteSequence", "LaunchCondition", "Media", "MsiLockPermissionsEx",
            "MsiServiceConfig", "MsiServiceConfigFailureActions", "MsiShortcutProperty", "Property", "Registry",
            "ServiceControl", "ServiceInstall", "Shortcut", "Upgrade");

    /** With another one, no version of ours is found to be upgraded. */
    private static final String UPGRADE_CODE = "{ECF1A289-1766-47EC-ABF8-B9CC1675FD2A}";

    /** A column of our own. */
    private static final String NAME = "name";

    private static final String GUID = "\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\}";

    private static final int REGISTRY_KEY_PATH = 4;
    private static final int DEFERRED = 0x400;
    private static final int KIND = 0x3F;
    private static final int PROGRAM_OF_THE_PACKAGE = 18;

    private final Path tables;
    private final List<String> faults = new ArrayList<>();

    private CheckPackage(Path tables) {
        this.tables = tables;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> faults = faults(Path.of(arguments[0]), Path.of(arguments[1]));
        faults.forEach(System.err::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** What is wrong with the package; a line each. */
    static List<String> faults(Path tables, Path list) throws IOException {
        CheckPackage check = new CheckPackage(tables);
        NEEDED.stream()
                .filter(table -> check.rows(table).isEmpty())
                .forEach(table -> check.faults.add("the package has no " + table));
        if (check.faults.isEmpty()) {
            check.components();
            check.stableGuids(Files.readAllLines(list));
            check.references();
            check.sequence();
            check.properties();
        }
        return check.faults;
    }

    private void components() {
        Set<String> files = column("File", "File");
        Set<String> values = column("Registry", "Registry");
        Set<String> guids = new HashSet<>();
        for (Map<String, String> component : rows("Component")) {
            String id = component.get("Component");
            String key = component.get("KeyPath");
            boolean ofRegistry = (number(component.get("Attributes")) & REGISTRY_KEY_PATH) != 0;
            expect(!key.isEmpty(), "the component " + id + " has no key path");
            expect((ofRegistry ? values : files).contains(key), "the key path of the component " + id + " is not there");
            expect(component.get("ComponentId").matches(GUID), "the component " + id + " has no GUID in capitals");
            expect(guids.add(component.get("ComponentId")), "the component " + id + " has the GUID of another one");
        }
    }

    private void stableGuids(List<String> list) {
        Map<String, String> known = list.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));
        Set<String> given = new HashSet<>(known.values());
        expect(given.size() == known.size(), "wix/components.txt gives one GUID to two components");
        for (Map<String, String> component : named()) {
            String name = component.get(NAME);
            String guid = component.get("ComponentId");
            String before = known.get(name);
            if (before != null) {
                expect(
                        before.equals(guid),
                        "the component of " + name + " was " + before + " in all packages so far and is " + guid
                                + " now: an upgrade would leave it behind; give it its GUID back");
            } else {
                expect(!given.contains(guid), "the component of " + name + " has the GUID of another one of old");
                // Which files a runtime has is up to the JDK that it is made of.
                expect(
                        name.startsWith("runtime/"),
                        "the component of " + name + " is new: add the line '" + guid + " " + name
                                + "' to wix/components.txt");
            }
        }
    }

    /** The components in the order of their names: the path of the file below the folder of the installation, or the id. */
    private List<Map<String, String>> named() {
        Map<String, Map<String, String>> folders = new HashMap<>();
        rows("Directory").forEach(row -> folders.put(row.get("Directory"), row));
        Map<String, String> files = new HashMap<>();
        rows("File").forEach(row -> files.put(row.get("Component_"), longName(row.get("FileName"))));
        List<Map<String, String>> components = rows("Component");
        for (Map<String, String> component : components) {
            String id = component.get("Component");
            StringBuilder path = new StringBuilder(files.getOrDefault(id, ""));
            for (String at = component.get("Directory_"); files.containsKey(id) && !at.equals("INSTALLDIR"); ) {
                path.insert(0, longName(folders.get(at).get("DefaultDir")) + "/");
                at = folders.get(at).get("Directory_Parent");
            }
            component.put(NAME, path.isEmpty() ? id : path.toString());
        }
        return components.stream()
                .sorted(Comparator.comparing(component -> component.get(NAME)))
                .toList();
    }

    /** Of "SHORT|long". */
    private static String longName(String name) {
        return name.substring(name.indexOf('|') + 1);
    }

    private void references() {
        Set<String> components = column("Component", "Component");
        for (String table : List.of("File", "Registry", "ServiceInstall", "ServiceControl", "Shortcut", "CreateFolder",
                "Environment", "MsiServiceConfig", "MsiServiceConfigFailureActions", "FeatureComponents")) {
            for (String component : column(table, "Component_")) {
                expect(components.contains(component), table + " names a component that is not there: " + component);
            }
        }
        Set<String> installed = column("FeatureComponents", "Component_");
        components.forEach(id -> expect(installed.contains(id), "the component " + id + " belongs to no feature"));
        Set<String> files = column("File", "File");
        rows("CustomAction").stream()
                .filter(action -> (number(action.get("Type")) & KIND) == PROGRAM_OF_THE_PACKAGE)
                .forEach(action -> expect(
                        files.contains(action.get("Source")),
                        "the action " + action.get("Action") + " runs a file that is not there"));
    }

    /** wixl puts deferred actions outside of the transaction when their place is not given by a number. */
    private void sequence() {
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> conditions = new HashMap<>();
        rows("InstallExecuteSequence").forEach(row -> {
            places.put(row.get("Action"), number(row.get("Sequence")));
            conditions.put(row.get("Action"), row.get("Condition"));
        });
        for (Map<String, String> action : rows("CustomAction")) {
            String name = action.get("Action");
            Integer place = places.get(name);
            expect(place != null, "the action " + name + " has no place in the sequence");
            if (place != null && (number(action.get("Type")) & DEFERRED) != 0) {
                expect(
                        place > places.get("InstallInitialize") && place < places.get("InstallFinalize"),
                        "the deferred action " + name + " is outside of the transaction, at " + place);
            }
        }
        expect(
                conditions.getOrDefault("Configure", "").contains("NOT Installed"),
                "settings would be taken at a repair, too, which Windows may let any user do");
        expect(
                places.containsKey("StartAgain") && places.get("StartAgain") < places.get("StopService"),
                "what fails would leave the service stopped: StartAgain has to stand before StopService");
        expect(
                places.get("RemoveExistingProducts") > places.get("InstallInitialize")
                        && places.get("RemoveExistingProducts") < places.get("InstallFiles"),
                "the older package is not removed within the transaction, before the newer one's files come");
    }

    private void properties() {
        Map<String, String> values = new HashMap<>();
        rows("Property").forEach(row -> values.put(row.get("Property"), row.get("Value")));
        expect("1".equals(values.get("ALLUSERS")), "the package is not for all users");
        expect(UPGRADE_CODE.equals(values.get("UpgradeCode")), "the UpgradeCode has changed");
        List<String> secure = Arrays.asList(values.getOrDefault("SecureCustomProperties", "").split(";"));
        Stream.concat(Stream.of("INSTALLDIR", "NOTRAY", "NATCAPACITY", "CONFIG", "REMOVEDATA"),
                        column("Upgrade", "ActionProperty").stream())
                .filter(property -> !secure.contains(property))
                .forEach(property -> faults.add(property + " does not reach the installation: not in SecureCustomProperties"));
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private Set<String> column(String table, String name) {
        return rows(table).stream().map(row -> row.get(name)).collect(Collectors.toSet());
    }

    /** The rows of an exported table: names, types and keys stand in the first three lines; none where it is not there. */
    private List<Map<String, String>> rows(String table) {
        Path file = tables.resolve(table + ".idt");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] names = lines.get(0).split("\t", -1);
        return lines.stream().skip(3).map(line -> row(names, line.split("\t", -1))).toList();
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], i < cells.length ? cells[i] : "");
        }
        return row;
    }
}
