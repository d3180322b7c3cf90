package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.process.ModuleFile;

/** What a process has loaded, as the kernel lists it. */
class MapsTextTest {
    private static final String MAPS = """
            555c0a4de000-555c0a4e0000 r--p 00000000 fe:01 1835152                    /usr/bin/cat
            555c0a4e0000-555c0a4e4000 r-xp 00002000 fe:01 1835152                    /usr/bin/cat
            555c0b5c4000-555c0b5e5000 rw-p 00000000 00:00 0                          [heap]
            7f1c2a028000-7f1c2a1bd000 r-xp 00028000 fe:01 1843211                    /usr/lib/x86_64-linux-gnu/libc.so.6
            7f1c2a300000-7f1c2a301000 r-xp 00000000 fe:01 99                         /tmp/my lib.so (deleted)
            7f1c2a400000-7f1c2a401000 r-xp 00001000 fe:01 1843211                    /usr/lib/x86_64-linux-gnu/libc.so.6
            7ffd0d5f2000-7ffd0d5f4000 r-xp 00000000 00:00 0                          [vdso]
            7f1c2a500000-7f1c2a501000 r--p 00000000 fe:01 77                         /usr/share/locale/locale-archive
            nonsense
            """;

    @Test
    void eachFileWithCodeIsToldOnceInTheOrderOfTheMemory() {
        assertThat(MapsText.modules(MAPS))
                .isEqualTo(new ModuleFile.Listing(
                        java.util.List.of(
                                new ModuleFile("/usr/bin/cat", "1835152"),
                                new ModuleFile("/usr/lib/x86_64-linux-gnu/libc.so.6", "1843211"),
                                new ModuleFile("/tmp/my lib.so (deleted)", "99")),
                        false));
    }

    @Test
    void whoeverMapsManyFilesIsToldInPart() {
        String many = IntStream.rangeClosed(1, ModuleFile.MOST + 1)
                .mapToObj(i -> "00-01 r-xp 00000000 fe:01 " + i + " /tmp/lib" + i)
                .collect(Collectors.joining("\n"));

        ModuleFile.Listing listing = MapsText.modules(many);

        assertThat(listing.files()).hasSize(ModuleFile.MOST);
        assertThat(listing.cut()).isTrue();
    }
}
