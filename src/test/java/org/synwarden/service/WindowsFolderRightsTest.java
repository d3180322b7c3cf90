package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.platform.windows.token.SecurityText;

/** What is decided about a folder whose rights Windows tells like this. */
class WindowsFolderRightsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as the installer sets them  | O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)                    | KEEP",
                "SYSTEM as the owner         | O:SYG:SYD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)                      | KEEP",
                "inherited, administrators'  | O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)                 | TIGHTEN",
                "users may read              | O:BAG:SYD:P(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)              | TIGHTEN",
                "users may add files         | O:BAG:SYD:AI(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)           | SET_ASIDE",
                "a user owns it              | O:S-1-5-21-1-2-3-1001D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)     | SET_ASIDE",
                "a user may take it          | O:BAD:P(A;OICI;FA;;;BA)(A;;WO;;;S-1-5-21-1-2-3-1001)           | SET_ASIDE",
                "everybody may do everything | O:BAD:NO_ACCESS_CONTROL                                        | SET_ASIDE"
            })
    void decidesByOwnerAndList(String story, String rights, FolderFacts.Verdict verdict) {
        assertThat(WindowsFolderSecurity.facts(
                                FolderFacts.Kind.FOLDER, SecurityText.parse(rights), SecurityText.ADMINISTRATORS)
                        .verdict())
                .as(story)
                .isEqualTo(verdict);
    }

    @Test
    void itsOwnRightsAreThoseOfThePackage() throws IOException {
        String table = Files.readString(Path.of("wix/tables/MsiLockPermissionsEx.idt"));
        String list = WindowsFolderSecurity.RIGHTS.substring(WindowsFolderSecurity.RIGHTS.indexOf("D:"));
        assertThat(table).contains("Data\tDATA\tCreateFolder\t" + list + "\t");
    }
}
