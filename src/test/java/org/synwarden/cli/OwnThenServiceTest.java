package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;

class OwnThenServiceTest {
    private static final ProcessKey OWN = new ProcessKey(42, 7);
    private static final ProcessKey OTHERS = new ProcessKey(43, 7);

    private final List<String> done = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();
    private Optional<RequestException> refusal = Optional.empty();
    private final OwnThenService control = new OwnThenService(
            new OwnProcesses(), service(), (action, key) -> reported.add(action.word() + " " + key.pid()));

    @Test
    void doesWithItsOwnRightsWhatThoseReach() throws ResponseException {
        control.kill(OWN, "");
        control.suspend(OWN, "");
        control.resume(OWN, "");
        assertThat(done).containsExactly("own kill", "own suspend", "own resume");
        assertThat(reported).containsExactly("kill 42", "suspend 42", "resume 42");
    }

    @Test
    void asksTheServiceForTheRest() throws ResponseException {
        control.kill(OTHERS, "/bin/worm");
        control.suspend(OTHERS, "");
        control.resume(OTHERS, "");
        assertThat(done)
                .containsExactly(
                        "service kill process 43 started 7",
                        "service suspend process 43 started 7",
                        "service resume process 43 started 7");
        assertThat(reported).isEmpty();
    }

    @Test
    void tellsItsOwnRefusalWhereTheServiceDoesNotDoItForThisUser() {
        refusal = Optional.of(new RequestException(RequestException.Code.FORBIDDEN, "administrators only"));
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.suspend(OTHERS, ""))
                .withMessage("no right to touch 43");
    }

    @Test
    void tellsTheServicesRefusalWhereThatKnowsMore() {
        refusal = Optional.of(new RequestException(RequestException.Code.FAILED, "43 is a part of Windows"));
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> control.kill(OTHERS, ""))
                .withMessage("43 is a part of Windows");
    }

    @Test
    void doesNotAskTheServiceToEndItself() {
        ProcessKey self = new ProcessKey((int) ProcessHandle.current().pid(), 7);
        assertThatExceptionOfType(ResponseException.class).isThrownBy(() -> control.kill(self, ""));
        assertThat(done).isEmpty();
    }

    /** Only {@link Requests#act} is asked for. */
    private Requests service() {
        return (Requests) Proxy.newProxyInstance(
                Requests.class.getClassLoader(), new Class<?>[] {Requests.class}, (proxy, method, arguments) -> {
                    if (refusal.isPresent()) {
                        throw refusal.get();
                    }
                    ProcessOrder order = (ProcessOrder) arguments[0];
                    done.add("service " + order);
                    return List.of();
                });
    }

    private final class OwnProcesses implements ProcessControl {
        @Override
        public void kill(ProcessKey key, String expectedPath) throws ResponseException {
            act("own kill", key);
        }

        @Override
        public void suspend(ProcessKey key, String expectedPath) throws ResponseException {
            act("own suspend", key);
        }

        @Override
        public void resume(ProcessKey key, String expectedPath) throws ResponseException {
            act("own resume", key);
        }

        private void act(String what, ProcessKey key) throws ResponseException {
            if (!key.equals(OWN)) {
                throw new ResponseException("no right to touch " + key.pid());
            }
            done.add(what);
        }
    }
}
