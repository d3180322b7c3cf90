package org.synwarden.platform.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.util.Optional;
import org.synwarden.platform.windows.bindings.Certificates;
import org.synwarden.platform.windows.bindings.WinTrust;

/**
 * One question to WinVerifyTrust, and the name in the signer's certificate. Nothing is shown, and nothing is fetched from
 * the network: no revocation lists, no missing certificates. Pages "WinVerifyTrust function", "WINTRUST_DATA structure".
 * Must be closed, which frees what Windows keeps for it.
 */
final class SignatureCheck implements AutoCloseable {
    private static final GUID GENERIC_VERIFY_V2 = GUID.fromString("{00AAC56B-CD44-11D0-8CC2-00C04FC295EE}");
    private static final HANDLE NO_WINDOW = WinBase.INVALID_HANDLE_VALUE;

    private static final int UI_CHOICE = 24;
    private static final int REVOCATION = 28;
    private static final int UNION_CHOICE = 32;
    private static final int UNION = 40;
    private static final int STATE_ACTION = 48;
    private static final int STATE = 56;
    private static final int FLAGS = 72;

    private static final int NO_UI = 2;
    private static final int NO_REVOCATION = 0;
    private static final int VERIFY = 1;
    private static final int CLOSE = 2;
    private static final int REVOCATION_CHECK_NONE = 0x10;
    private static final int CACHE_ONLY_URL_RETRIEVAL = 0x1000;
    private static final int LONGEST_NAME = 256;

    private final Memory data = new Memory(WinTrust.DATA_SIZE);
    private final int status;

    /**
     * Asks.
     *
     * @param choice which member of the union is given: 1 a file, 2 a catalogue
     * @param subject that structure; has to live as long as this
     */
    SignatureCheck(int choice, Pointer subject) {
        data.clear();
        data.setInt(0, WinTrust.DATA_SIZE);
        data.setInt(UI_CHOICE, NO_UI);
        data.setInt(REVOCATION, NO_REVOCATION);
        data.setInt(UNION_CHOICE, choice);
        data.setPointer(UNION, subject);
        data.setInt(STATE_ACTION, VERIFY);
        data.setInt(FLAGS, REVOCATION_CHECK_NONE | CACHE_ONLY_URL_RETRIEVAL);
        status = WinTrust.INSTANCE.WinVerifyTrust(NO_WINDOW, GENERIC_VERIFY_V2, data);
    }

    /** What Windows found: 0 a valid signature that it trusts, else why not. */
    int status() {
        return status;
    }

    /** The name in the signer's certificate, whether trusted or not; empty when there is no signature. */
    Optional<String> signerName() {
        Pointer provider = WinTrust.INSTANCE.WTHelperProvDataFromStateData(data.getPointer(STATE));
        if (provider == null) {
            return Optional.empty();
        }
        Pointer signer = WinTrust.INSTANCE.WTHelperGetProvSignerFromChain(provider, 0, false, 0);
        if (signer == null) {
            return Optional.empty();
        }
        Pointer certificate = WinTrust.INSTANCE.WTHelperGetProvCertFromChain(signer, 0);
        return certificate == null ? Optional.empty() : name(certificate.getPointer(WinTrust.PROVIDER_CERT_CONTEXT));
    }

    private static Optional<String> name(Pointer certificate) {
        char[] name = new char[LONGEST_NAME];
        int length = Certificates.INSTANCE.CertGetNameString(
                certificate, Certificates.CERT_NAME_SIMPLE_DISPLAY_TYPE, 0, Pointer.NULL, name, name.length);
        return length > 1 ? Optional.of(new String(name, 0, length - 1)) : Optional.empty();
    }

    /** A text in memory that a structure can point at. */
    static Memory text(String text) {
        Memory memory = new Memory((text.length() + 1L) * Character.BYTES);
        memory.setWideString(0, text);
        return memory;
    }

    @Override
    public void close() {
        data.setInt(STATE_ACTION, CLOSE);
        WinTrust.INSTANCE.WinVerifyTrust(NO_WINDOW, GENERIC_VERIFY_V2, data);
        data.close();
    }
}
