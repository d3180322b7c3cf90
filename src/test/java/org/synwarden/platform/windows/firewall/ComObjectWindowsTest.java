package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.platform.win32.COM.COMException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Late binding, tried on objects that every Windows and Wine have: the file system of Windows Script. */
@EnabledOnOs(OS.WINDOWS)
class ComObjectWindowsTest {
    @Test
    void walksACollectionAndReadsPropertiesOfItsObjects(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("eins"));
        Files.createDirectory(folder.resolve("zwei"));
        List<String> names = new ArrayList<>();
        int count = ComApartment.with(() -> {
            try (ComObject system = ComObject.create("Scripting.FileSystemObject");
                    ComObject opened = system.objectFrom("GetFolder", folder.toString());
                    ComObject folders = opened.object("SubFolders")) {
                folders.forEach(item -> names.add(item.text("Name")));
                return folders.number("Count");
            }
        });
        assertThat(count).isEqualTo(2);
        assertThat(names).containsExactlyInAnyOrder("eins", "zwei");
    }

    @Test
    void findsTheCodeOfAFailure() {
        ComApartment.with(() -> {
            try (ComObject system = ComObject.create("Scripting.FileSystemObject")) {
                assertThatExceptionOfType(COMException.class)
                        .isThrownBy(() -> system.text("NoSuchProperty"))
                        .satisfies(
                                failure -> assertThat(ComObject.code(failure)).isEqualTo(0x8002_0006));
                assertThatExceptionOfType(COMException.class)
                        .isThrownBy(() -> system.objectFrom("GetFolder", "Z:\\no\\such\\folder"))
                        .satisfies(
                                failure -> assertThat(ComObject.code(failure)).isEqualTo(0x800A_004C));
                return true;
            }
        });
        assertThatExceptionOfType(COMException.class)
                .isThrownBy(() -> ComApartment.with(() -> ComObject.create("SynWarden.NoSuchClass")))
                .satisfies(failure -> assertThat(ComObject.code(failure)).isEqualTo(0x8004_01F3));
    }
}
