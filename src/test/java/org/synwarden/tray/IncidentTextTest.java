package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

class IncidentTextTest {
    private static final List<String> KINDS = List.of(
            "scan",
            "sweep",
            "udp-sweep",
            "mail-flood",
            "vertical-scan",
            "slow-scan",
            "volume",
            "nat-pressure",
            "spoofed-source",
            "a kind of tomorrow");

    private final IncidentText text = new IncidentText(new Texts(Locale.ENGLISH), ZoneOffset.UTC);

    @Test
    void theBalloonSaysWhoDoesWhatAndHowMuch() {
        Balloon balloon = text.balloon(Some.worm("1"));

        assertThat(balloon.title()).isEqualTo("dial.exe is scanning port 445");
        assertThat(balloon.body()).isEqualTo("412 computers tried in 20 s without success.");
    }

    @Test
    void whoeverTriesTheWholeNetworkIsSaidToDoSoWithoutASpaceTooManyInJapanese() {
        IncidentObject sweep =
                Some.incident("1", "red", "sweep", Optional.of(Some.process("dial.exe", 4312)), "matched", List.of());
        IncidentText japanese = new IncidentText(new Texts(Locale.JAPAN), ZoneOffset.UTC);

        assertThat(text.headline(sweep)).isEqualTo("dial.exe is sweeping the network");
        assertThat(japanese.headline(sweep)).isEqualTo("dial.exe がネットワークを広範囲に探索中");
        assertThat(japanese.headline(Some.worm("1"))).isEqualTo("dial.exe がポート 445 をスキャン中");
    }

    static Stream<IncidentObject> everyKindWithALongName() {
        List<List<Integer>> ports =
                List.of(List.of(), List.of(65_535), List.of(65_535, 65_534), List.of(65_535, 65_534, 65_533));
        return KINDS.stream()
                .flatMap(kind -> ports.stream()
                        .flatMap(tried -> Stream.of("reported", "recent", "unattributed")
                                .map(sure -> Some.incident(
                                        "1",
                                        "red",
                                        kind,
                                        Optional.of(Some.process("w" + "o".repeat(292) + "rm.exe", 2_147_483_647)),
                                        sure,
                                        tried))));
    }

    @Test
    void theTitleSaysWhoIsBack() {
        assertThat(text.balloon(Some.worm("1").asReturnOf("0", "it is back")).title())
                .isEqualTo("Back: dial.exe is scanning port 445");
    }

    @ParameterizedTest
    @MethodSource("everyKindWithALongName")
    void everyTitleOfAReturnFitsToo(IncidentObject incident) {
        assertThat(text.balloon(incident.asReturnOf("0", "it is back")).title().length())
                .isLessThanOrEqualTo(Balloon.TITLE_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("everyKindWithALongName")
    void everyBalloonFitsAndStillTellsProgramsApart(IncidentObject incident) {
        Balloon balloon = text.balloon(incident);

        assertThat(balloon.title().length()).isLessThanOrEqualTo(Balloon.TITLE_LIMIT);
        assertThat(balloon.body().length()).isLessThanOrEqualTo(Balloon.BODY_LIMIT);
        if (incident.attribution().equals("reported")) {
            assertThat(balloon.title()).startsWith("wooo").contains("\u2026").contains("rm.exe");
        }
    }

    @ParameterizedTest
    @MethodSource("everyKindWithALongName")
    void everyJapaneseBalloonFitsToo(IncidentObject incident) {
        IncidentText japanese = new IncidentText(new Texts(Locale.JAPAN), ZoneOffset.UTC);

        for (IncidentObject told : List.of(incident, incident.asReturnOf("0", "it is back"))) {
            Balloon balloon = japanese.balloon(told);
            assertThat(balloon.title()).hasSizeLessThanOrEqualTo(Balloon.TITLE_LIMIT);
            assertThat(balloon.body()).hasSizeLessThanOrEqualTo(Balloon.BODY_LIMIT);
        }
        assertThat(japanese.storm(Collections.nCopies(256, incident)).title())
                .hasSizeLessThanOrEqualTo(Balloon.TITLE_LIMIT);
    }

    @Test
    void aCulpritThatIsOnlyProbableIsNotNamedAsAFact() {
        IncidentObject probable =
                Some.incident("1", "red", "scan", Optional.of(Some.process("dial.exe", 4312)), "recent", List.of(445));

        assertThat(text.balloon(probable).title()).isEqualTo("Some program is scanning port 445");
        assertThat(text.balloon(probable).body()).startsWith("Probably dial.exe (pid 4312). 412 computers");
        assertThat(text.program(probable)).isEqualTo("Probably dial.exe (pid 4312)");
    }

    @Test
    void thoseWhoAskedTheKernelAreNamedAndTheRestCounted() {
        List<ProcessObject> asking = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> Some.process("dial.exe", 4_311 + number))
                .toList();
        IncidentObject incident = Some.worm("1");

        assertThat(text.requesters(incident)).isEmpty();
        assertThat(text.requesters(incident.withRequestedBy(asking.subList(0, 1))))
                .contains("dial.exe (pid 4312)");
        assertThat(text.requesters(incident.withRequestedBy(asking)))
                .contains("dial.exe (pid 4312), dial.exe (pid 4313), dial.exe (pid 4314) and 2 more");
    }

    @Test
    void anUnknownCulpritIsSaidToBeUnknown() {
        IncidentObject unknown = Some.incident("1", "red", "scan", Optional.empty(), "unattributed", List.of(445));

        assertThat(text.headline(unknown)).isEqualTo("An unknown program is scanning port 445");
        assertThat(text.program(unknown)).contains("192.168.20.52");
        assertThat(text.path(unknown)).isEmpty();
    }

    @Test
    void aNameThatLooksLikeAPatternOrADocumentIsShownLetterByLetter() {
        IncidentObject nasty = Some.incident(
                "1", "red", "scan", Optional.of(Some.process("<html>{0}'{1}", 7)), "reported", List.of(445));

        assertThat(text.headline(nasty)).isEqualTo("<html>{0}'{1} is scanning port 445");
    }

    @Test
    void portsAndProcessIdsAreNotGroupedLikeCounts() {
        IncidentObject incident = Some.incident(
                "1", "red", "slow-scan", Optional.of(Some.process("a.exe", 12_345)), "reported", List.of(37_215));

        assertThat(text.headline(incident)).endsWith("port 37215");
        assertThat(text.program(incident)).isEqualTo("a.exe (pid 12345)");
        assertThat(text.growth(Some.grown(incident, 12_345, "open"))).isEqualTo("12,345 attempts so far.");
    }

    @Test
    void aStormNamesAFewAndCountsTheRest() {
        List<IncidentObject> storm = IntStream.range(0, 7)
                .mapToObj(i -> Some.incident(
                        "" + i,
                        "red",
                        "scan",
                        Optional.of(Some.process("worm" + i + "x".repeat(200), 100 + i)),
                        "reported",
                        List.of(445)))
                .toList();

        Balloon balloon = text.storm(storm);

        assertThat(balloon.title()).isEqualTo("7 programs raise alarms");
        assertThat(balloon.body()).startsWith("worm0").contains("and 3 more");
        assertThat(balloon.body().length()).isLessThanOrEqualTo(Balloon.BODY_LIMIT);
    }

    @Test
    void severalAlarmsOfOneProgramAreOneProgram() {
        assertThat(text.storm(List.of(Some.worm("1"), Some.worm("2"))).title())
                .isEqualTo("One program raises 2 alarms");
    }

    @Test
    void addressesBeyondTheFirstThreeAreOthers() {
        assertThat(text.where(Some.worm("1"))).isEqualTo("port 445: 216.1.1.1, 216.1.1.2, 216.1.1.3 and others");
    }
}
