package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Certificate functions of crypt32.dll (wincrypt.h). Any thread. */
@SuppressWarnings("MemberName")
public interface Certificates extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    Certificates INSTANCE = Native.load("crypt32", Certificates.class, W32APIOptions.UNICODE_OPTIONS);

    /** CERT_NAME_SIMPLE_DISPLAY_TYPE: the name of the subject as Windows shows it. */
    int CERT_NAME_SIMPLE_DISPLAY_TYPE = 4;

    /** Page "CertGetNameStringW function". Returns the length with the final NUL; 1 when there is no name. */
    int CertGetNameString(Pointer certificate, int type, int flags, Pointer typeParameter, char[] name, int size);
}
