package org.synwarden.platform.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.synwarden.platform.windows.bindings.KernelFiles;
import org.synwarden.platform.windows.bindings.WinTrust;

/**
 * Who signed a file: by a signature in the file itself, or, as for most files of Windows, in a catalogue that lists the
 * file's hash. Pages "WINTRUST_FILE_INFO structure", "WINTRUST_CATALOG_INFO structure",
 * "CryptCATAdminAcquireContext2 function". Reads the whole file once or twice; any thread but no hot one.
 */
final class FileSignature {
    private static final int A_FILE = 1;
    private static final int A_CATALOGUE = 2;

    private static final int LONGEST_HASH = 64;
    private static final int MAX_PATH = 260;

    private FileSignature() {}

    /**
     * The name in the certificate of whoever signed it, when Windows trusts the signature; else empty.
     *
     * @param path only for what Windows writes in its own texts
     * @param file the file, open for reading; it is read from its beginning, wherever it was read before
     */
    static Optional<String> signer(String path, HANDLE file) {
        Optional<String> embedded = rewound(file) ? embedded(path, file) : Optional.empty();
        return embedded.isEmpty() && rewound(file) ? catalogued(path, file) : embedded;
    }

    private static boolean rewound(HANDLE file) {
        return KernelFiles.INSTANCE.SetFilePointerEx(file, 0, Pointer.NULL, KernelFiles.FILE_BEGIN);
    }

    private static Optional<String> embedded(String path, HANDLE file) {
        try (Memory name = SignatureCheck.text(path);
                Memory info = new Memory(WinTrust.FILE_INFO_SIZE)) {
            info.clear();
            info.setInt(0, WinTrust.FILE_INFO_SIZE);
            info.setPointer(8, name);
            info.setPointer(16, file.getPointer());
            return trustedSigner(A_FILE, info);
        }
    }

    private static Optional<String> catalogued(String path, HANDLE file) {
        PointerByReference administrator = new PointerByReference();
        if (!WinTrust.INSTANCE.CryptCATAdminAcquireContext2(administrator, Pointer.NULL, "SHA256", Pointer.NULL, 0)) {
            return Optional.empty();
        }
        try (Memory hash = new Memory(LONGEST_HASH)) {
            IntByReference length = new IntByReference(LONGEST_HASH);
            Pointer context = administrator.getValue();
            return WinTrust.INSTANCE.CryptCATAdminCalcHashFromFileHandle2(context, file, length, hash, 0)
                    ? catalogued(path, file, context, hash, length.getValue())
                    : Optional.empty();
        } finally {
            WinTrust.INSTANCE.CryptCATAdminReleaseContext(administrator.getValue(), 0);
        }
    }

    private static Optional<String> catalogued(String path, HANDLE file, Pointer context, Memory hash, int length) {
        Pointer catalogue =
                WinTrust.INSTANCE.CryptCATAdminEnumCatalogFromHash(context, hash, length, 0, new PointerByReference());
        if (catalogue == null) {
            return Optional.empty();
        }
        try (Memory information = new Memory(WinTrust.CATALOG_PATH_SIZE)) {
            information.clear();
            information.setInt(0, WinTrust.CATALOG_PATH_SIZE);
            return WinTrust.INSTANCE.CryptCATCatalogInfoFromContext(catalogue, information, 0)
                    ? listed(path, file, context, hash, length, information)
                    : Optional.empty();
        } finally {
            WinTrust.INSTANCE.CryptCATAdminReleaseCatalogContext(context, catalogue, 0);
        }
    }

    private static Optional<String> listed(
            String path, HANDLE file, Pointer context, Memory hash, int length, Memory catalogue) {
        try (Memory name = SignatureCheck.text(path);
                Memory tag = SignatureCheck.text(tag(hash.getByteArray(0, length)));
                Memory info = new Memory(WinTrust.CATALOG_INFO_SIZE)) {
            info.clear();
            info.setInt(0, WinTrust.CATALOG_INFO_SIZE);
            info.setPointer(8, catalogue.share(Integer.BYTES, (long) MAX_PATH * Character.BYTES));
            info.setPointer(16, tag);
            info.setPointer(24, name);
            info.setPointer(32, file.getPointer());
            info.setPointer(40, hash);
            info.setInt(48, length);
            info.setPointer(64, context);
            return trustedSigner(A_CATALOGUE, info);
        }
    }

    /** Under which name a catalogue lists a file: its hash in upper-case hexadecimal digits. */
    static String tag(byte[] hash) {
        return HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
    }

    private static Optional<String> trustedSigner(int choice, Pointer subject) {
        try (SignatureCheck check = new SignatureCheck(choice, subject)) {
            return check.status() == 0 ? check.signerName() : Optional.empty();
        }
    }
}
