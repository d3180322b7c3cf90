package org.synwarden.platform.windows.scm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synwarden.installation.ProgramFolder;
import org.synwarden.platform.windows.token.ObjectSecurity;
import org.synwarden.platform.windows.token.SecurityText;

/** Who else than SYSTEM, administrators and the installer of Windows can change files and folders: owner and access list. */
public final class AdministratorsOwn implements ProgramFolder.Rights {
    private static final Set<String> TRUSTED = trusted();

    private static Set<String> trusted() {
        Set<String> trusted = new HashSet<>(SecurityText.ADMINISTRATORS);
        trusted.add(SecurityText.TRUSTED_INSTALLER);
        return Set.copyOf(trusted);
    }

    @Override
    public Optional<String> changer(Path file) throws IOException {
        SecurityText rights = ObjectSecurity.ofFile(file);
        return others(rights, rights.changers(TRUSTED));
    }

    @Override
    public Optional<String> displacer(Path folder) throws IOException {
        return displacer(ObjectSecurity.ofFile(folder));
    }

    /** Who may only add to a folder above, as everybody may to the root of a drive, moves nothing away. */
    static Optional<String> displacer(SecurityText rights) {
        return others(rights, rights.displacers(TRUSTED));
    }

    private static Optional<String> others(SecurityText rights, List<String> may) {
        if (!may.isEmpty()) {
            return Optional.of(String.join(", ", may));
        }
        return rights.isForeign(TRUSTED) ? Optional.of("its owner") : Optional.empty();
    }
}
