package org.synwarden.platform.windows.firewall;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.COMInvokeException;
import com.sun.jna.platform.win32.COM.COMLateBindingObject;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.COM.EnumVariant;
import com.sun.jna.platform.win32.COM.IDispatch;
import com.sun.jna.platform.win32.COM.IUnknown;
import com.sun.jna.platform.win32.OaIdl.DISPID;
import com.sun.jna.platform.win32.OleAuto;
import com.sun.jna.platform.win32.Variant.VARIANT;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.Consumer;

/**
 * A COM object that is asked by name (IDispatch). Failures are {@link COMException}s, whose HRESULT {@link #code} finds.
 * Used inside one {@link ComApartment}. Page "IDispatch interface".
 */
final class ComObject extends COMLateBindingObject implements AutoCloseable {
    private static final DISPID NEW_ENUM = new DISPID(-4);
    private static final int DISP_E_EXCEPTION = 0x8002_0009;
    private static final int E_FAIL = 0x8000_4005;
    private static final int E_NOINTERFACE = 0x8000_4002;

    private ComObject(String progId) {
        super(progId, false);
    }

    private ComObject(IDispatch dispatch) {
        super(dispatch);
    }

    /** A new object of that class. */
    static ComObject create(String progId) {
        return new ComObject(progId);
    }

    /** A property that is text; empty where COM has none. */
    String text(String property) {
        String text = getStringProperty(property);
        return text == null ? "" : text;
    }

    int number(String property) {
        return getIntProperty(property);
    }

    boolean flag(String property) {
        return getBooleanProperty(property);
    }

    /** A property that takes an argument. */
    boolean flag(String property, VARIANT argument) {
        VARIANT.ByReference result = new VARIANT.ByReference();
        COMUtils.checkRC(oleMethod(OleAuto.DISPATCH_PROPERTYGET, result, property, argument));
        return result.booleanValue();
    }

    /** A property that is an object, to be closed. */
    ComObject object(String property) {
        return owned(getAutomationProperty(property));
    }

    /** What a method that takes text returns as an object, to be closed. */
    ComObject objectFrom(String method, String argument) {
        VARIANT text = new VARIANT(argument);
        try {
            return owned((IDispatch) invoke(method, text).getValue());
        } finally {
            OleAuto.INSTANCE.VariantClear(text);
        }
    }

    void set(String property, String value) {
        setProperty(property, value);
    }

    void set(String property, int value) {
        setProperty(property, value);
    }

    void set(String property, boolean value) {
        setProperty(property, value);
    }

    void call(String method, VARIANT argument) {
        invokeNoReply(method, argument);
    }

    void call(String method, String argument) {
        VARIANT text = new VARIANT(argument);
        try {
            invokeNoReply(method, text);
        } finally {
            OleAuto.INSTANCE.VariantClear(text);
        }
    }

    /** The objects of a collection, one after the other; each is closed after its turn. */
    void forEach(Consumer<ComObject> visitor) {
        EnumVariant items = enumerate();
        try {
            for (VARIANT[] next = items.Next(1); next.length > 0; next = items.Next(1)) {
                try (ComObject item = owned((IDispatch) next[0].getValue())) {
                    visitor.accept(item);
                }
            }
        } finally {
            items.Release();
        }
    }

    /** The HRESULT behind a failure. */
    static int code(COMException failure) {
        if (failure instanceof COMInvokeException thrown
                && failure.matchesErrorCode(DISP_E_EXCEPTION)
                && thrown.getScode() != null
                && thrown.getScode() != 0) {
            return thrown.getScode();
        }
        HRESULT result = failure.getHresult();
        return result == null ? E_FAIL : result.intValue();
    }

    @Override
    public void close() {
        release();
    }

    private EnumVariant enumerate() {
        VARIANT.ByReference result = new VARIANT.ByReference();
        COMUtils.checkRC(oleMethod(OleAuto.DISPATCH_PROPERTYGET, result, NEW_ENUM));
        try {
            PointerByReference items = new PointerByReference();
            COMUtils.checkRC(((IUnknown) result.getValue()).QueryInterface(EnumVariant.REFIID, items));
            return new EnumVariant(items.getValue());
        } finally {
            OleAuto.INSTANCE.VariantClear(result);
        }
    }

    private static ComObject owned(IDispatch dispatch) {
        if (dispatch == null) {
            throw new COMException("an object was expected and none came", new HRESULT(E_NOINTERFACE));
        }
        return new ComObject(dispatch);
    }
}
