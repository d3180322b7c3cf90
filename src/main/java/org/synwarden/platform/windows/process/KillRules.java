package org.synwarden.platform.windows.process;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.synwarden.platform.windows.token.TokenFacts;

/**
 * What is never ended or suspended, because Windows or SynWarden would end with it. Programs that only borrow the name of a Windows
 * component, as malware likes to do, are not spared: the name counts only in the system's folder and in the name of a
 * system account.
 */
final class KillRules {
    private static final Set<String> COMPONENTS =
            Set.of("csrss.exe", "smss.exe", "wininit.exe", "winlogon.exe", "services.exe", "lsass.exe", "svchost.exe");
    private static final int IDLE = 0;
    private static final String INSTEAD_OF_KERNEL =
            "; nothing was done. Block the port instead: 'synwarden block --port 445'";
    private static final String INSTEAD = "; nothing was done. Block its port or program instead.";

    private final int ownPid;
    private final String systemFolder;
    private final Optional<String> ownFolder;

    /**
     * @param ownPid this process
     * @param ownFolder where SynWarden is installed, without a final separator; empty when it is not
     * @param systemFolder what GetSystemDirectory says, without a final separator
     */
    KillRules(int ownPid, String systemFolder, Optional<String> ownFolder) {
        this.ownPid = ownPid;
        this.systemFolder = systemFolder;
        this.ownFolder = ownFolder;
    }

    /** Why a process with this pid may not be touched whatever it is, in one line; empty when it has to be looked at. */
    Optional<String> refusal(int pid) {
        if (pid == IDLE) {
            return Optional.of("pid 0 is no program but the idle processor" + INSTEAD_OF_KERNEL);
        }
        if (pid == WindowsProcessCatalog.KERNEL) {
            return Optional.of(
                    "pid 4 is the Windows kernel, which connects for programs that use file shares, and is left"
                            + " alone" + INSTEAD_OF_KERNEL);
        }
        return pid == ownPid
                ? Optional.of("pid " + pid + " is SynWarden itself; nothing was done. Use 'net stop SynWarden'.")
                : Optional.empty();
    }

    /** Why this one may not be touched, in one line; empty when it may. */
    Optional<String> refusal(KillCandidate candidate) {
        Optional<String> byPid = refusal(candidate.pid());
        if (byPid.isPresent()) {
            return byPid;
        }
        if (candidate.path().filter(this::isOurs).isPresent()) {
            return Optional.of(candidate.label() + " is SynWarden itself; nothing was done. Use 'net stop SynWarden'.");
        }
        if (candidate.critical() || isComponent(candidate)) {
            return Optional.of(candidate.label() + " is a part of Windows that the PC needs to run" + INSTEAD);
        }
        return candidate.guarded()
                ? Optional.of(candidate.label() + " is protected by Windows, nobody may touch it" + INSTEAD)
                : Optional.empty();
    }

    /** A token that cannot be read counts as a system one: of what sits in the system's folder it nearly always is. */
    private boolean isComponent(KillCandidate candidate) {
        return candidate.path().filter(this::hasComponentPath).isPresent()
                && candidate.token().map(TokenFacts::isSystemAccount).orElse(true);
    }

    private boolean isOurs(String path) {
        return ownFolder.filter(folder -> WindowsPath.isUnder(path, folder)).isPresent();
    }

    private boolean hasComponentPath(String path) {
        return COMPONENTS.contains(WindowsPath.fileName(path).toLowerCase(Locale.ROOT))
                && WindowsPath.isUnder(path, systemFolder);
    }
}
