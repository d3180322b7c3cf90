package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.platform.windows.token.SecurityText;

/** Folders above the program's, with the rights as Windows tells them, and whether others can move away what lies in them. */
class AdministratorsOwnTest {
    private static final String INSTALLER = "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "C:                | D:PAI(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;;FA;;;SY)(A;OICI;0x1200a9;;;BU)       | false",
                "C:\\Program Files | D:PAI(A;;0x1301bf;;;SY)(A;;0x1301bf;;;BA)(A;;0x1200a9;;;BU)(A;OICIIO;GA;;;CO)     | false",
                "C:\\ProgramData   | D:PAI(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)                   | false",
                "D:                | D:(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;AU)(A;OICI;0x1200a9;;;BU)                     | true",
                "delete child      | D:P(A;;FA;;;SY)(A;;DT;;;BU)                                                        | true",
                "no list           | D:NO_ACCESS_CONTROL                                                                | true"
            })
    void whoMayMoveAway(String story, String list, boolean others) {
        assertThat(AdministratorsOwn.displacer(SecurityText.parse(INSTALLER + list))
                        .isPresent())
                .as(story)
                .isEqualTo(others);
    }

    @ParameterizedTest
    @CsvSource({"O:S-1-5-21-1-2-3-1001, true", "O:BA, false", "O:SY, false"})
    void whoOwnsAFolderAboveCanGiveHimselfTheRight(String owner, boolean others) {
        assertThat(AdministratorsOwn.displacer(SecurityText.parse(owner + "D:P(A;;FA;;;SY)"))
                        .isPresent())
                .isEqualTo(others);
    }
}
