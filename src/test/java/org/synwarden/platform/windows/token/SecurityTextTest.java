package org.synwarden.platform.windows.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTextTest {
    private static final Set<String> TRUSTED = SecurityText.ADMINISTRATORS;
    private static final String SOMEBODY = "S-1-5-21-1-2-3-1001";

    @Test
    void theFolderOfTheInstallerIsClosedToAllButAdministrators() {
        SecurityText ours = SecurityText.parse("O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)");
        assertThat(ours.isForeign(TRUSTED)).isFalse();
        assertThat(ours.changers(TRUSTED)).isEmpty();
        assertThat(ours.isOpen(TRUSTED)).isFalse();
    }

    /** What Windows gives a folder that an administrator makes in %ProgramData%: CI;DCLCRPCR lets users add files. */
    @Test
    void aFolderWithTheRightsOfProgramDataCanBeWrittenByUsers() {
        SecurityText made = SecurityText.parse("O:BAG:DUD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)"
                + "(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)");
        assertThat(made.changers(TRUSTED)).containsExactly("BU");
    }

    @Test
    void aFolderOfAUserIsForeignWhateverItsListSays() {
        assertThat(SecurityText.parse("O:" + SOMEBODY + "D:PAI(A;OICI;FA;;;SY)").isForeign(TRUSTED))
                .isTrue();
    }

    @Test
    void theOwnerEndsWhereTheListBegins() {
        assertThat(SecurityText.parse("O:" + SOMEBODY + "D:P(A;;FA;;;SY)").owner())
                .isEqualTo(SOMEBODY);
        assertThat(SecurityText.parse("O:" + SOMEBODY + "G:DUD:P(A;;FA;;;SY)").owner())
                .isEqualTo(SOMEBODY);
        assertThat(SecurityText.parse("O:WDD:P(A;;FA;;;SY)").isOpen(TRUSTED)).isFalse();
    }

    @Test
    void whoMayOnlyReadChangesNothingButLeavesItOpen() {
        SecurityText readable = SecurityText.parse("O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)");
        assertThat(readable.changers(TRUSTED)).isEmpty();
        assertThat(readable.isOpen(TRUSTED)).isTrue();
    }

    @Test
    void aListThatInheritsIsOpen() {
        assertThat(SecurityText.parse("O:BAD:AI(A;OICIID;FA;;;SY)").isOpen(TRUSTED))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GA",
                "GW",
                "FA",
                "FW",
                "WD",
                "WO",
                "SD",
                "DC",
                "LC",
                "DT",
                "0x2",
                "0x40000000",
                "0x10000000",
                "ZZ",
                "FAX",
                "0xno"
            })
    void eachRightThatChangesCountsAndSoDoesOneThatIsNotKnown(String rights) {
        assertThat(SecurityText.parse("O:SYD:P(A;;" + rights + ";;;" + SOMEBODY + ")")
                        .changers(TRUSTED))
                .containsExactly(SOMEBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(D;;FA;;;BU)", "(A;OICIIO;FA;;;CO)", "(A;;FR;;;BU)", "(A;;0x1200a9;;;WD)", "(A;;GRGX;;;AU)"})
    void denialsEntriesForWhatIsMadeInsideAndReadingChangeNothing(String entry) {
        assertThat(SecurityText.parse("O:SYD:P" + entry).changers(TRUSTED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "O:SY", "O:SYG:SY", "O:SYD:NO_ACCESS_CONTROL", "rubbish", "D:((("})
    void whereThereIsNoListOrNoTextEverybodyMayDoEverything(String text) {
        SecurityText open = SecurityText.parse(text);
        assertThat(open.changers(TRUSTED).isEmpty() && !open.isOpen(TRUSTED)).isFalse();
    }

    @Test
    void aNullListIsNotAnEmptyOne() {
        assertThat(SecurityText.parse("O:SYD:NO_ACCESS_CONTROL").changers(TRUSTED))
                .containsExactly("everybody");
        assertThat(SecurityText.parse("O:SYD:P").changers(TRUSTED)).isEmpty();
    }

    @Test
    void whatFollowsTheListIsNoPartOfIt() {
        SecurityText labelled = SecurityText.parse("O:SYD:P(A;;FA;;;SY)S:(ML;;NW;;;ME)");
        assertThat(labelled.isOpen(TRUSTED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(XA;;FA;;;WD;(Member_of {SID(BU)}))",
                "(XA;;FA;;;WD;((Member_of {SID(BU)}) && (@User.Title == \"a)b((\")))",
                "(D;;FA;;;AN)(XA;;FA;;;WD;(Exists Local))",
                "(XD;;FA;;;BU;(Member_of {SID(BU)}))(A;;FA;;;WD)",
                "(ZA;;FA;;;WD)",
                "(NEW;;FA;;;WD)"
            })
    void anEntryWithAConditionAndThoseBehindItCount(String entries) {
        SecurityText conditional =
                SecurityText.parse("O:BAG:SYD:PAI(A;;FA;;;SY)" + entries + "(A;;FA;;;BA)S:(ML;;NW;;;ME)");
        assertThat(conditional.changers(TRUSTED)).containsExactly("WD");
        assertThat(conditional.isOpen(TRUSTED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(A;;FA",
                "(XA;;FA;;;SY;(Member_of {SID(BA)})",
                "(XA;;FA;;;SY;(@User.Title == \"))",
                "A;;FA;;;SY)",
                "(A;;FA;;;)",
                "(A;;FA)",
                "()",
                "rubbish",
                " S:(ML;;NW;;;ME)",
                "D:P(A;;FA;;;SY)"
            })
    void whatCannotBeReadCountsAgainstTheObject(String rest) {
        SecurityText unread = SecurityText.parse("O:BAG:SYD:PAI(A;;FA;;;SY)" + rest);
        assertThat(unread.changers(TRUSTED)).containsExactly("an entry that cannot be read");
        assertThat(unread.displacers(TRUSTED)).isNotEmpty();
        assertThat(unread.isOpen(TRUSTED)).isTrue();
    }

    @Test
    void aListWithinAConditionIsNoList() {
        assertThat(SecurityText.parse("O:BAS:(XU;;FA;;;WD;(@User.Title == \"D:P\"))")
                        .changers(TRUSTED))
                .containsExactly("everybody");
    }

    /** What Windows gives the root of its drive: whoever is logged on may make folders there, and move none. */
    @Test
    void whoMayOnlyMakeFoldersMovesNothingAway() {
        SecurityText root = SecurityText.parse("O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:PAI"
                + "(A;;LC;;;AU)(A;OICIIO;SDGXGWGR;;;AU)(A;;FA;;;SY)(A;OICIIO;GA;;;SY)(A;OICI;0x1200a9;;;BU)");
        assertThat(root.displacers(TRUSTED)).isEmpty();
        assertThat(root.changers(TRUSTED)).containsExactly("AU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DT", "SD", "WD", "WO", "GA", "FA", "0x1301bf", "ZZ"})
    void whoMayDeleteOrTakeRightsCanMoveItAway(String rights) {
        assertThat(SecurityText.parse("O:SYD:P(A;;" + rights + ";;;BU)").displacers(TRUSTED))
                .containsExactly("BU");
    }
}
