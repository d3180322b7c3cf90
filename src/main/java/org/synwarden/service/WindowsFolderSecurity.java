package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.synwarden.platform.windows.token.ObjectSecurity;
import org.synwarden.platform.windows.token.Privileges;
import org.synwarden.platform.windows.token.SecurityText;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;

/** Owner and access list of folders: SYSTEM's and the administrators', and nothing from the folder above. */
final class WindowsFolderSecurity implements FolderSecurity {
    /** What the Windows package writes, too ({@code wix/tables/MsiLockPermissionsEx.idt}), and the owner. */
    static final String RIGHTS = "O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

    private final Set<String> trusted = new HashSet<>(SecurityText.ADMINISTRATORS);

    WindowsFolderSecurity() {
        TokenReader.ofThisProcess().map(TokenFacts::userSid).ifPresent(trusted::add);
    }

    @Override
    public Optional<FolderFacts> look(Path path) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        // Java calls a junction, and any other reparse point that is no symbolic link, "other".
        if (found.isSymbolicLink() || found.isOther()) {
            return Optional.of(FolderFacts.link());
        }
        FolderFacts.Kind kind = found.isDirectory() ? FolderFacts.Kind.FOLDER : FolderFacts.Kind.FILE;
        return Optional.of(facts(kind, ObjectSecurity.ofFile(path), trusted));
    }

    /** What those rights make of it. */
    static FolderFacts facts(FolderFacts.Kind kind, SecurityText rights, Set<String> trusted) {
        return new FolderFacts(
                kind, rights.isForeign(trusted), !rights.changers(trusted).isEmpty(), rights.isOpen(trusted));
    }

    @Override
    public void make(Path folder) throws IOException {
        Privileges.enable("SeRestorePrivilege");
        ObjectSecurity.makeFolder(folder, RIGHTS);
    }

    @Override
    public void tighten(Path folder) throws IOException {
        ObjectSecurity.setAccess(folder, RIGHTS);
    }

    @Override
    public void takeOver(Path folder) throws IOException {
        Privileges.enable("SeTakeOwnershipPrivilege");
        Privileges.enable("SeRestorePrivilege");
        ObjectSecurity.setOwnerAndAccess(folder, RIGHTS);
    }
}
