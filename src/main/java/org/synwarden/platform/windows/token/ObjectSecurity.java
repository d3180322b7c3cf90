package org.synwarden.platform.windows.token;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.synwarden.platform.windows.bindings.Security;

/**
 * Reads and sets who may do what to folders and kernel objects, in the security descriptor language. Pages
 * "GetNamedSecurityInfoW function", "SetNamedSecurityInfoW function", "CreateDirectoryW function", "GetSecurityInfo
 * function", "SetSecurityInfo function". Any thread.
 */
public final class ObjectSecurity {
    private ObjectSecurity() {}

    /** Owner and access list of a file or folder; of a link's target. */
    public static SecurityText ofFile(Path file) throws IOException {
        PointerByReference descriptor = new PointerByReference();
        check(
                Advapi32.INSTANCE.GetNamedSecurityInfo(
                        file.toString(),
                        Security.FILE_OBJECT,
                        Security.OWNER | Security.DACL,
                        null,
                        null,
                        null,
                        null,
                        descriptor),
                "the rights on " + file + " cannot be read");
        return text(descriptor.getValue());
    }

    /** Owner and access list of an open kernel object (right: READ_CONTROL). */
    public static SecurityText ofHandle(HANDLE handle) throws IOException {
        PointerByReference descriptor = new PointerByReference();
        check(
                Advapi32.INSTANCE.GetSecurityInfo(
                        handle,
                        Security.KERNEL_OBJECT,
                        Security.OWNER | Security.DACL,
                        null,
                        null,
                        null,
                        null,
                        descriptor),
                "the rights on an object cannot be read");
        return text(descriptor.getValue());
    }

    /**
     * Makes a folder with these rights from its first moment on.
     *
     * @throws FileAlreadyExistsException when something is there
     */
    public static void makeFolder(Path folder, String descriptor) throws IOException {
        Pointer made = descriptor(descriptor);
        try {
            SECURITY_ATTRIBUTES attributes = new SECURITY_ATTRIBUTES();
            attributes.lpSecurityDescriptor = made;
            attributes.bInheritHandle = false;
            if (!Kernel32.INSTANCE.CreateDirectory(folder.toString(), attributes)) {
                int code = Native.getLastError();
                if (code == WinError.ERROR_ALREADY_EXISTS) {
                    throw new FileAlreadyExistsException(folder.toString());
                }
                throw new IOException("the folder " + folder + " cannot be made: error " + code);
            }
        } finally {
            Kernel32Util.freeLocalMemory(made);
        }
    }

    /** Sets the access list of a folder, and of all in it that inherits; nothing is inherited from above. */
    public static void setAccess(Path folder, String descriptor) throws IOException {
        set(folder, descriptor, Security.DACL | Security.PROTECTED_DACL);
    }

    /** Sets the owner, too; needs the privilege to take ownership, or to restore. */
    public static void setOwnerAndAccess(Path folder, String descriptor) throws IOException {
        set(folder, descriptor, Security.OWNER);
        set(folder, descriptor, Security.DACL | Security.PROTECTED_DACL);
    }

    private static void set(Path folder, String descriptor, int information) throws IOException {
        Pointer made = descriptor(descriptor);
        try {
            check(
                    Advapi32.INSTANCE.SetNamedSecurityInfo(
                            folder.toString(),
                            Security.FILE_OBJECT,
                            information,
                            part(made, Security.DESCRIPTOR_OWNER),
                            Pointer.NULL,
                            part(made, Security.DESCRIPTOR_DACL),
                            Pointer.NULL),
                    "the rights on " + folder + " cannot be set");
        } finally {
            Kernel32Util.freeLocalMemory(made);
        }
    }

    /** Sets the access list of an open kernel object (right: WRITE_DAC). */
    public static void setAccess(HANDLE handle, String descriptor) throws IOException {
        Pointer made = descriptor(descriptor);
        try {
            check(
                    Advapi32.INSTANCE.SetSecurityInfo(
                            handle,
                            Security.KERNEL_OBJECT,
                            Security.DACL | Security.PROTECTED_DACL,
                            Pointer.NULL,
                            Pointer.NULL,
                            part(made, Security.DESCRIPTOR_DACL),
                            Pointer.NULL),
                    "the rights on an object cannot be set");
        } finally {
            Kernel32Util.freeLocalMemory(made);
        }
    }

    private static Pointer descriptor(String text) throws IOException {
        PointerByReference made = new PointerByReference();
        if (!Security.INSTANCE.ConvertStringSecurityDescriptorToSecurityDescriptor(
                text, Security.SDDL_REVISION_1, made, new IntByReference())) {
            throw new IOException("Windows does not take the rights " + text + ": error " + Native.getLastError());
        }
        return made.getValue();
    }

    /** What the offset at that place of a self-relative descriptor leads to. */
    private static Pointer part(Pointer descriptor, int at) {
        int offset = descriptor.getInt(at);
        return offset == 0 ? Pointer.NULL : descriptor.share(offset);
    }

    private static SecurityText text(Pointer descriptor) throws IOException {
        PointerByReference text = new PointerByReference();
        try {
            if (!Security.INSTANCE.ConvertSecurityDescriptorToStringSecurityDescriptor(
                    descriptor, Security.SDDL_REVISION_1, Security.OWNER | Security.DACL, text, new IntByReference())) {
                throw new IOException("rights cannot be written as text: error " + Native.getLastError());
            }
        } finally {
            Kernel32Util.freeLocalMemory(descriptor);
        }
        try {
            return SecurityText.parse(text.getValue().getWideString(0));
        } finally {
            Kernel32Util.freeLocalMemory(text.getValue());
        }
    }

    private static void check(int code, String failed) throws IOException {
        if (code != WinError.ERROR_SUCCESS) {
            throw new IOException(failed + ": error " + code);
        }
    }
}
