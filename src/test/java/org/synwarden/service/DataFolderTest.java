package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isBelievedWhileNobodyElseMayWriteIntoIt() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(DataFolder.isOurs(folder)).isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(DataFolder.isOurs(folder)).isFalse();
        assertThat(DataFolder.isOurs(folder.resolve("nothing"))).isFalse();
    }
}
