package org.synwarden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code installer/CheckPackage.java}, which both builds of the Windows package run, on tables made here. */
class PackageCheckTest {
    private static final String JAR = "{8282F680-F186-5749-89CB-DC21B2B22E20}";
    private static final String OTHER = "{8282F680-F186-5749-89CB-DC21B2B22E21}";
    private static final String SERVICE = "{BC41A3AC-9D57-41AA-A290-5B442DEBDFAE}";

    private static URLClassLoader compiled;
    private static Method faults;

    @TempDir
    private Path tables;

    private Path list;

    @BeforeAll
    static void compile(@TempDir Path classes) throws IOException, ReflectiveOperationException {
        String source = Path.of("installer", "CheckPackage.java").toString();
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source))
                .isZero();
        compiled = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        faults = compiled.loadClass("CheckPackage").getDeclaredMethod("faults", Path.class, Path.class);
        faults.setAccessible(true);
    }

    @AfterAll
    static void close() throws IOException {
        compiled.close();
    }

    @BeforeEach
    void makePackage() throws IOException {
        list = tables.resolve("components.txt");
        Files.writeString(list, "# all of them\n" + JAR + " lib/a.jar\n" + SERVICE + " service.exe\n");
        table(
                "Directory",
                "Directory\tDirectory_Parent\tDefaultDir",
                "INSTALLDIR\tX\tSynWarden",
                "LIB\tINSTALLDIR\tl|lib");
        table("File", "File\tComponent_\tFileName", "jar\tJar\tA~1.JAR|a.jar", "exe\tService\tservice.exe");
        components("Jar\t" + JAR + "\tLIB\t256\tjar", "Service\t" + SERVICE + "\tINSTALLDIR\t256\texe");
        table("Registry", "Registry\tComponent_", "value\tService");
        actions("Configure\t3090\texe", "After\t210\texe");
        sequence(
                "InstallInitialize\t1500",
                "RemoveExistingProducts\t1501",
                "StartAgain\t1525",
                "StopService\t1530",
                "InstallFiles\t4000",
                "Configure\t5850\tNOT Installed AND CONFIG",
                "InstallFinalize\t6600",
                "After\t6700");
        table("FeatureComponents", "Feature_\tComponent_", "Main\tJar", "Main\tService");
        table("Upgrade", "UpgradeCode\tActionProperty", "any\tNEWER");
        table(
                "Property",
                "Property\tValue",
                "ALLUSERS\t1",
                "UpgradeCode\t{ECF1A289-1766-47EC-ABF8-B9CC1675FD2A}",
                "SecureCustomProperties\tNEWER;INSTALLDIR;NOTRAY;NATCAPACITY;CONFIG;REMOVEDATA");
        for (String table : List.of(
                "CreateFolder",
                "Environment",
                "Error",
                "Feature",
                "LaunchCondition",
                "Media",
                "MsiLockPermissionsEx",
                "MsiServiceConfig",
                "MsiServiceConfigFailureActions",
                "MsiShortcutProperty",
                "ServiceControl",
                "ServiceInstall",
                "Shortcut")) {
            table(table, table + "\tComponent_", "any\tService");
        }
    }

    @Test
    void findsNothingWrongWithAPackageInOrder() throws ReflectiveOperationException {
        assertThat(faults()).isEmpty();
    }

    @Test
    void saysThatAComponentHasAnotherGuidThanInAllPackagesBefore() throws IOException, ReflectiveOperationException {
        components("Jar\t" + OTHER + "\tLIB\t256\tjar", "Service\t" + SERVICE + "\tINSTALLDIR\t256\texe");

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("lib/a.jar was " + JAR, "is " + OTHER + " now", "give it its GUID back");
    }

    @Test
    void saysWhichLineIsMissingForANewFile() throws IOException, ReflectiveOperationException {
        Files.writeString(list, SERVICE + " service.exe\n");

        assertThat(faults()).singleElement().asString().contains("add the line '" + JAR + " lib/a.jar'");
    }

    @Test
    void takesFilesOfAnotherRuntimeAsTheyAre() throws IOException, ReflectiveOperationException {
        Files.writeString(list, SERVICE + " service.exe\n");
        table(
                "Directory",
                "Directory\tDirectory_Parent\tDefaultDir",
                "INSTALLDIR\tX\tSynWarden",
                "LIB\tINSTALLDIR\truntime");

        assertThat(faults()).isEmpty();
    }

    @Test
    void letsNoFileTakeTheGuidOfAFormerOne() throws IOException, ReflectiveOperationException {
        Files.writeString(list, JAR + " lib/former.jar\n" + SERVICE + " service.exe\n");

        assertThat(faults()).anyMatch(fault -> fault.contains("lib/a.jar has the GUID of another one of old"));
    }

    @Test
    void findsTwoComponentsWithOneGuid() throws IOException, ReflectiveOperationException {
        components("Jar\t" + SERVICE + "\tLIB\t256\tjar", "Service\t" + SERVICE + "\tINSTALLDIR\t256\texe");

        assertThat(faults()).anyMatch(fault -> fault.contains("has the GUID of another one"));
    }

    @Test
    void findsAComponentWithoutKeyPath() throws IOException, ReflectiveOperationException {
        components("Jar\t" + JAR + "\tLIB\t256\t", "Service\t" + SERVICE + "\tINSTALLDIR\t256\texe");

        assertThat(faults()).anyMatch(fault -> fault.equals("the component Jar has no key path"));
    }

    @Test
    void findsADeferredActionOutsideOfTheTransaction() throws IOException, ReflectiveOperationException {
        sequence(
                "InstallInitialize\t1500",
                "RemoveExistingProducts\t1501",
                "StartAgain\t1525",
                "StopService\t1530",
                "InstallFiles\t4000",
                "InstallFinalize\t6600",
                "Configure\t6601\tNOT Installed AND CONFIG",
                "After\t6700");

        assertThat(faults()).containsExactly("the deferred action Configure is outside of the transaction, at 6601");
    }

    @Test
    void findsThatARepairCouldSetTheSettingsAndThatAFailureWouldLeaveTheServiceStopped()
            throws IOException, ReflectiveOperationException {
        sequence(
                "InstallInitialize\t1500",
                "RemoveExistingProducts\t1501",
                "StopService\t1530",
                "InstallFiles\t4000",
                "Configure\t5850\tNOT REMOVE AND CONFIG",
                "InstallFinalize\t6600",
                "After\t6700");

        assertThat(faults())
                .containsExactly(
                        "settings would be taken at a repair, too, which Windows may let any user do",
                        "what fails would leave the service stopped: StartAgain has to stand before StopService");
    }

    @Test
    void findsATableThatWasLeftOut() throws IOException, ReflectiveOperationException {
        Files.delete(tables.resolve("MsiLockPermissionsEx.idt"));

        assertThat(faults()).containsExactly("the package has no MsiLockPermissionsEx");
    }

    @Test
    void findsAPropertyThatWouldNotReachTheInstallation() throws IOException, ReflectiveOperationException {
        table(
                "Property",
                "Property\tValue",
                "ALLUSERS\t1",
                "UpgradeCode\t{ECF1A289-1766-47EC-ABF8-B9CC1675FD2A}",
                "SecureCustomProperties\tNEWER;INSTALLDIR;NOTRAY;NATCAPACITY;REMOVEDATA");

        assertThat(faults()).containsExactly("CONFIG does not reach the installation: not in SecureCustomProperties");
    }

    private void components(String... rows) throws IOException {
        table("Component", "Component\tComponentId\tDirectory_\tAttributes\tKeyPath", rows);
    }

    private void actions(String... rows) throws IOException {
        table("CustomAction", "Action\tType\tSource", rows);
    }

    private void sequence(String... rows) throws IOException {
        table(
                "InstallExecuteSequence",
                "Action\tSequence\tCondition",
                Stream.of(rows)
                        .map(row -> row.split("\t").length < 3 ? row + "\t" : row)
                        .toArray(String[]::new));
    }

    private void table(String name, String columns, String... rows) throws IOException {
        Files.writeString(tables.resolve(name + ".idt"), columns + "\r\ntypes\r\nkeys\r\n" + String.join("\r\n", rows));
    }

    private List<String> faults() throws ReflectiveOperationException {
        return ((List<?>) faults.invoke(null, tables, list))
                .stream().map(String::valueOf).toList();
    }
}
