package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/** What the page of an incident offers, by what the service says that this user may do. */
class UserStandingTest {
    private static final CallerObject EVA = new CallerObject(CallerObject.OWN, "PC\\eva", "S-1-5-21-7");

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ScriptedService service = new ScriptedService();
    private IncidentPresenter presenter = about(Some.worm("1"));

    private final class Runner implements DeedRunner {
        private final AtOnce atOnce = new AtOnce(service, texts);

        @Override
        public void run(Deed deed, Consumer<Outcome> finished) {
            atOnce.run(deed, finished);
        }

        @Override
        public Optional<CallerObject> caller() {
            return service.caller();
        }
    }

    private IncidentPresenter about(IncidentObject incident) {
        Wording words = Wording.of(texts, ZoneOffset.UTC);
        Dossiers dossiers = new Dossiers(new AtOnce(service, texts), () -> 0, () -> {});
        return new IncidentPresenter(
                incident, words, new IncidentPages(words, new Rules(), dossiers), new Runner(), new NobodyIgnores());
    }

    private Prompt prompt() {
        return presenter.page().prompt();
    }

    private List<String> labels() {
        return prompt().choices().stream().map(Prompt.Choice::label).toList();
    }

    private void chooseBlock(IncidentObject incident) {
        presenter = about(incident);
        presenter.choose(Answer.BLOCK);
    }

    @Test
    void aUserIsFirstOfferedWhatNeedsNoAdministrator() {
        service.takeFor(EVA);
        chooseBlock(Some.worm("1"));

        assertThat(labels())
                .containsExactly(
                        "Block port 445 of this program for an hour",
                        "Block this program (as administrator)",
                        "Block port 445 for every program (as administrator)",
                        "Cancel");
    }

    @Test
    void anHoursBlockSaysWhatItStopsAndCanBeUndone() {
        service.takeFor(EVA);
        chooseBlock(Some.worm("1"));
        presenter.choose(Answer.BLOCK_HOUR);
        assertThat(prompt().text())
                .isEqualTo(
                        "Stops dial.exe from connecting to TCP port 445 of other computers for one hour, where you run"
                                + " it. Everything else goes on, and no administrator is needed. Its file:"
                                + " C:\\Users\\eva\\AppData\\Roaming\\dial.exe");
        presenter.choose(Answer.CONFIRM);

        assertThat(service.asked()).containsExactly("block C:\\Users\\eva\\AppData\\Roaming\\dial.exe 445");
        assertThat(service.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.madeBy()).contains("S-1-5-21-7");
            assertThat(rule.expiresAt()).contains(Some.NOON.plusSeconds(3_600));
            assertThat(rule.incident()).contains("1");
        });
        assertThat(labels()).containsExactly("Undo", "Close");
        presenter.choose(Answer.UNDO);
        assertThat(service.standing()).isEmpty();
    }

    @Test
    void whereTheFirewallKnowsAccountsTheWordsSaySo() {
        service.takeFor(new CallerObject(CallerObject.OWN, "zoe", "1000"));
        ProcessObject worm = new ProcessObject(4242, "77", "worm", Optional.of("/tmp/worm"), Optional.of("zoe"));
        chooseBlock(Some.incident("1", "red", "scan", Optional.of(worm), "reported", List.of(445)));
        assertThat(labels()).first().isEqualTo("Block port 445 of your account for an hour");
        presenter.choose(Answer.BLOCK_HOUR);

        assertThat(prompt().text())
                .startsWith("Stops everything that runs as zoe from connecting to TCP port 445")
                .endsWith("Shared folders and printers of Windows use this port and cannot be reached either.");
    }

    @Test
    void whatAUserMayNotHaveBlockedIsSaidWithWhatCanBeDoneInstead() {
        service.takeFor(EVA);
        chooseBlock(Some.worm("1").asShared(Optional.of("windows")));
        assertThat(prompt().text())
                .contains("no part of Windows can be blocked")
                .contains("You can end this one");
        assertThat(labels()).doesNotContain("Block port 445 of this program for an hour");
        chooseBlock(Some.worm("1").asShared(Optional.of("interpreter")));
        assertThat(prompt().text()).contains("runs other programs");
        chooseBlock(Some.worm("1").inState("closed"));
        assertThat(prompt().text()).contains("this has stopped");
        ProcessObject anothers = Some.process("dial.exe", 4312).forOthers();
        chooseBlock(Some.incident("1", "red", "scan", Optional.of(anothers), "reported", List.of(445)));
        assertThat(prompt().text()).contains("known to run as you");
    }

    @Test
    void anAdministratorIsOfferedAllAsItIs() {
        service.takeFor(new CallerObject(CallerObject.ALL, "PC\\eva", "S-1-5-21-7"));
        chooseBlock(Some.worm("1"));
        assertThat(labels()).containsExactly("Block this program", "Block port 445 for every program", "Cancel");
        assertThat(prompt().text()).isEqualTo("What shall be blocked?");
    }

    @Test
    void aServiceThatDoesNotSayWhoAsksIsAskedAsEver() {
        chooseBlock(Some.worm("1"));
        assertThat(labels()).containsExactly("Block this program", "Block port 445 for every program", "Cancel");
    }
}
