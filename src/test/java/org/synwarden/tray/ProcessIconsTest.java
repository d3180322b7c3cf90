package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.Icon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ProcessObject;

/** The icons of programs, brought from another thread. */
class ProcessIconsTest {
    private static final String DIAL = "C:\\dial.exe";

    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();
    private final ProcessIcons icons = new ProcessIcons(desktop, arrivals::add);

    @AfterEach
    void end() {
        icons.close();
    }

    private Icon arrived(String path) throws InterruptedException {
        icons.ofProgram(path);
        arrivals.take().run();
        return icons.ofProgram(path);
    }

    @Test
    void aProgramHasTheSymbolOfAllUntilItsIconArrivesAndThenAllIsDrawnAnew() throws InterruptedException {
        desktop.drawIcons();
        AtomicInteger drawn = new AtomicInteger();
        icons.watch(drawn::incrementAndGet);

        assertThat(icons.ofProgram(DIAL)).isSameAs(ProgramSymbol.ANY);
        assertThat(icons.ofProgram(DIAL)).isSameAs(ProgramSymbol.ANY);
        arrivals.take().run();

        assertThat(icons.ofProgram(DIAL)).isNotSameAs(ProgramSymbol.ANY);
        assertThat(icons.ofProgram(DIAL).getIconWidth()).isEqualTo(ProgramSymbol.SIZE);
        assertThat(drawn).hasValue(1);
        assertThat(desktop.asked()).as("asked once").containsExactly("icon of " + DIAL);
    }

    @Test
    void tablesOfAnEarlierScreenAreDrawnNoMore() throws InterruptedException {
        desktop.drawIcons();
        AtomicInteger drawn = new AtomicInteger();
        icons.watch(drawn::incrementAndGet);
        icons.watchNoMore();
        arrived(DIAL);

        assertThat(drawn).hasValue(0);
    }

    @Test
    void aProgramWithoutAnIconIsNotAskedAboutAgain() throws InterruptedException {
        assertThat(arrived(DIAL)).isSameAs(ProgramSymbol.ANY);
        icons.ofProgram(DIAL);

        assertThat(desktop.asked()).hasSize(1);
    }

    @Test
    void theProgramUnusedForLongestMakesRoom() throws InterruptedException {
        desktop.drawIcons();
        arrived(DIAL);
        for (int number = 0; number < ProcessIcons.BOUND - 1; number++) {
            arrived("C:\\" + number + ".exe");
        }
        icons.ofProgram(DIAL);
        arrived("C:\\one more.exe");

        assertThat(icons.ofProgram(DIAL)).isNotSameAs(ProgramSymbol.ANY);
        assertThat(icons.ofProgram("C:\\0.exe")).isSameAs(ProgramSymbol.ANY);
    }

    @Test
    void whatFindsNoRoomIsAskedAgainLater() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        desktop.beforeIcons(() -> {
            busy.countDown();
            stuck.await();
        });
        icons.ofProgram("C:\\first.exe");
        busy.await();
        for (int number = 0; number < ProcessIcons.WAITING; number++) {
            icons.ofProgram("C:\\" + number + ".exe");
        }
        icons.ofProgram(DIAL);
        stuck.countDown();
        for (int number = 0; number <= ProcessIcons.WAITING; number++) {
            arrivals.take().run();
        }
        assertThat(desktop.asked()).doesNotContain("icon of " + DIAL);

        arrived(DIAL);
        assertThat(desktop.asked()).endsWith("icon of " + DIAL);
    }

    @Test
    void whereThereIsNoPathThereIsNoQuestion() {
        ProcessObject kernel = new ProcessObject(4, "17", "System", Optional.empty(), Optional.empty());

        assertThat(List.of(icons.of(Optional.of(kernel)), icons.of(Optional.empty())))
                .containsExactly(ProgramSymbol.ANY, ProgramSymbol.NONE);
        assertThat(desktop.asked()).isEmpty();
    }
}
