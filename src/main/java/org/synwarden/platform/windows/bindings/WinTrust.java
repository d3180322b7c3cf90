package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/**
 * Signatures of files: wintrust.dll (wintrust.h, softpub.h, mscat.h). Structures are memory written by offset; the
 * offsets are those of 64-bit Windows. Any thread.
 */
@SuppressWarnings("MemberName")
public interface WinTrust extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    WinTrust INSTANCE = Native.load("wintrust", WinTrust.class, W32APIOptions.UNICODE_OPTIONS);

    /** WINTRUST_DATA: cbStruct 0, UI 24, revocation 28, union choice 32, union 40, action 48, state 56, flags 72. */
    int DATA_SIZE = 88;

    /** WINTRUST_FILE_INFO: cbStruct 0, path 8, handle 16, known subject 24. */
    int FILE_INFO_SIZE = 32;

    /** WINTRUST_CATALOG_INFO: cbStruct 0, catalogue 8, tag 16, member's path 24, its handle 32, hash 40, its length 48. */
    int CATALOG_INFO_SIZE = 72;

    /** CATALOG_INFO: cbStruct 0, then the catalogue's path, MAX_PATH characters. */
    int CATALOG_PATH_SIZE = 524;

    /** CRYPT_PROVIDER_CERT: cbStruct 0, then the certificate's context. */
    int PROVIDER_CERT_CONTEXT = 8;

    /** Page "WinVerifyTrust function". 0 when the subject is trusted. */
    int WinVerifyTrust(HANDLE window, GUID action, Pointer data);

    /** Page "WTHelperProvDataFromStateData function". */
    Pointer WTHelperProvDataFromStateData(Pointer state);

    /** Page "WTHelperGetProvSignerFromChain function". */
    Pointer WTHelperGetProvSignerFromChain(Pointer data, int signer, boolean counterSigner, int counterSignerIndex);

    /** Page "WTHelperGetProvCertFromChain function". */
    Pointer WTHelperGetProvCertFromChain(Pointer signer, int certificate);

    /** Page "CryptCATAdminAcquireContext2 function". Since Windows 8. */
    boolean CryptCATAdminAcquireContext2(
            PointerByReference administrator, Pointer subsystem, String hashAlgorithm, Pointer policy, int flags);

    /** Page "CryptCATAdminCalcHashFromFileHandle2 function". Since Windows 8. */
    boolean CryptCATAdminCalcHashFromFileHandle2(
            Pointer administrator, HANDLE file, IntByReference length, Pointer hash, int flags);

    /** Page "CryptCATAdminEnumCatalogFromHash function". Null when no catalogue lists the hash. */
    Pointer CryptCATAdminEnumCatalogFromHash(
            Pointer administrator, Pointer hash, int length, int flags, PointerByReference previous);

    /** Page "CryptCATCatalogInfoFromContext function". */
    boolean CryptCATCatalogInfoFromContext(Pointer catalogue, Pointer information, int flags);

    /** Page "CryptCATAdminReleaseCatalogContext function". */
    boolean CryptCATAdminReleaseCatalogContext(Pointer administrator, Pointer catalogue, int flags);

    /** Page "CryptCATAdminReleaseContext function". */
    boolean CryptCATAdminReleaseContext(Pointer administrator, int flags);
}
