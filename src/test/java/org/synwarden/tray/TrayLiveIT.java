package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.lab.Scene;
import org.synwarden.lab.ScreenTier;
import org.synwarden.lab.Seen;
import org.synwarden.lab.TrayStage;
import org.synwarden.lab.VirtualScreen;
import org.synwarden.lab.WatchedClient;

/**
 * The real client on a screen, with the real service and a real worm, driven by mouse and keyboard: things are found by the
 * words on them, and what was done is looked up in the kernel. A picture of the screen at the end of each story is left in
 * {@code target/tray-live}.
 */
@ExtendWith(ScreenTier.class)
class TrayLiveIT {
    private static final String BUTTON = "push button";
    private static final String ITEM = "menu item";
    private static final String WORM = TrayStage.WORM;

    @TempDir
    private Path folder;

    private final Texts english = new Texts(Locale.ENGLISH);
    private TrayStage stage;
    private VirtualScreen screen;
    private WatchedClient client;

    @BeforeEach
    void startServiceAndClient() throws IOException {
        stage = TrayStage.open(folder);
        screen = stage.screen();
        client = stage.startClient();
    }

    @AfterEach
    void endAll(TestInfo story) throws IOException {
        screen.photograph(Path.of(
                "target", "tray-live", story.getTestMethod().orElseThrow().getName() + ".png"));
        stage.close();
    }

    private String english(String key, Object... arguments) {
        return english.of(key, arguments);
    }

    private boolean isBlocked(int port) {
        try {
            String rules = stage.pc().run("0", List.of("nft", "list", "ruleset"));
            return rules.contains("tcp dport " + port) && rules.contains("drop");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Seen awaitRow(String words) {
        return client.await("a row with '" + words + "'", seen -> seen.is("cell", words));
    }

    private Seen awaitText(String words) {
        return client.await(
                "'" + words + "'",
                seen -> seen.value().contains(words) || seen.name().contains(words));
    }

    private void awaitAlarm() {
        String told = english("behaviour.scan", WORM, english("ports.one", "445"));
        client.await("the balloon", seen -> seen.is("label", told));
    }

    @Test
    void aWormIsBlockedInThreeClicksFromItsPopupAndLetGoAgain() throws Exception {
        stage.startWorm();
        awaitAlarm();
        client.clickAway(BUTTON, english("choice.block"));
        client.clickAway(BUTTON, english("choice.block.port", "445"));
        assertThat(isBlocked(445))
                .as("nothing is blocked before the user agrees")
                .isFalse();
        client.clickAway(BUTTON, english("block.port.consent", "445"));
        awaitText(english("block.port.done", "445"));
        assertThat(isBlocked(445)).isTrue();
        client.click(BUTTON, english("undo.consent"));
        awaitText(english("undo.done"));
        assertThat(isBlocked(445)).isFalse();
    }

    @Test
    void aRowsMenuSaysWhatLinuxCannotBlockBlocksThePortAndEndsTheWorm() throws Exception {
        Process worm = stage.startWorm();
        awaitAlarm();
        client.clickIcon(1);
        client.click("page tab", english("tab.connections"));
        client.click(3, awaitRow(WORM));
        client.click(ITEM, english("menu.block.program"));
        client.clickAway(BUTTON, english("block.program.consent"));
        awaitText("nftables cannot block one program: block the port for all programs");
        client.click(BUTTON, english("choice.close"));

        client.click(3, awaitRow(WORM));
        client.click(ITEM, english("menu.block.port"));
        client.clickAway(BUTTON, english("block.port.consent", "445"));
        awaitText(english("block.port.done", "445"));
        client.click(BUTTON, english("choice.close"));
        assertThat(isBlocked(445)).isTrue();
        client.click("page tab", english("tab.rules"));
        client.await(
                "the rule", seen -> seen.role().equals("cell") && seen.name().contains("445"));
        client.click(BUTTON, english("choice.undo.ask"));
        client.clickAway(BUTTON, english("undo.consent"));
        Scene.await("the port is free again", () -> !isBlocked(445));

        client.click("page tab", english("tab.connections"));
        client.click(3, awaitRow(WORM));
        client.click(ITEM, english("menu.kill"));
        client.await(BUTTON, english("kill.consent"));
        assertThat(worm.isAlive()).as("nothing is ended before the user agrees").isTrue();
        client.clickAway(BUTTON, english("kill.consent"));
        Scene.await("the worm has ended", () -> !worm.isAlive());
    }

    @Test
    void onceTheWindowIsOpenTheKeyboardAloneBlocksUndoesAndEnds() throws Exception {
        Process worm = stage.startWorm();
        awaitAlarm();
        client.clickIcon(1);
        client.await("page tab", english("tab.connections"));
        client.pressUntil("Tab", "the tabs", seen -> seen.role().equals("page tab list") && seen.has("focused"));
        client.pressUntil(
                "Right",
                "the connections",
                seen -> seen.is("page tab", english("tab.connections")) && seen.has("selected"));
        client.moveTo("Tab", "table", english("tab.connections"));
        client.pressUntil("Down", "a row of the worm", seen -> seen.is("cell", WORM) && seen.has("selected"));

        screen.press("Menu");
        client.pressUntil(
                "Down", "the port's entry", seen -> seen.is(ITEM, english("menu.block.port")) && seen.has("armed"));
        screen.press("Return");
        client.moveTo("shift+Tab", BUTTON, english("block.port.consent", "445"));
        screen.press("Return");
        awaitText(english("block.port.done", "445"));
        assertThat(isBlocked(445)).isTrue();
        client.moveTo("shift+Tab", BUTTON, english("undo.consent"));
        screen.press("Return");
        awaitText(english("undo.done"));
        assertThat(isBlocked(445)).isFalse();
        client.moveTo("Tab", BUTTON, english("choice.close"));
        screen.press("Return");

        client.await("the table", seen -> seen.is("table", english("tab.connections")) && seen.has("focused"));
        screen.press("ctrl+b");
        client.await(BUTTON, english("block.program.consent"));
        screen.press("Escape");
        client.awaitNone("question", seen -> seen.is(BUTTON, english("block.program.consent")));
        screen.press("ctrl+k");
        client.moveTo("shift+Tab", BUTTON, english("kill.consent"));
        screen.press("Return");
        Scene.await("the worm has ended", () -> !worm.isAlive());
    }

    @Test
    void themeAndLanguageFollowTheOptionsAndAreRemembered() throws Exception {
        client.clickIcon(1);
        Seen light = client.await("the window", seen -> seen.is("frame", english("product")) && isBright(seen));
        client.clickIcon(3);
        client.click(ITEM, english("tray.options"));
        choose(english("options.theme"), english("options.theme.dark"));
        client.await("the dark window", seen -> seen.is("frame", english("product")) && !isBright(seen));
        assertThat(light.name()).isEqualTo(english("product"));
        Texts japanese = new Texts(Locale.JAPAN);
        client.click("combo box", english("options.language"));
        client.click("list item", english("options.language.japanese"));
        client.await("page tab", japanese.of("tab.connections"));
        client.click(BUTTON, japanese.of("choice.close"));
        client.clickIcon(3);
        client.click(ITEM, japanese.of("tray.exit"));
        Scene.await("the client has ended", client::hasEnded);
        Scene.await("its icon is gone", () -> screen.icon().isEmpty());

        client = stage.startClient();
        client.clickIcon(1);
        client.await("page tab", japanese.of("tab.connections"));
        client.await("the dark window", seen -> seen.is("frame", japanese.of("product")) && !isBright(seen));
    }

    private void choose(String box, String entry) {
        client.click("combo box", box);
        client.click("list item", entry);
        client.await(
                box + ": " + entry,
                seen -> seen.is("combo box", box) && seen.value().equals(entry));
    }

    private static boolean isBright(Seen window) {
        Color behind = Color.decode(window.value());
        return behind.getRed() + behind.getGreen() + behind.getBlue() > 3 * 128;
    }
}
