package org.synwarden.platform.windows.scm;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.synwarden.platform.windows.bindings.OwnedServiceHandle;
import org.synwarden.platform.windows.bindings.ServiceManagement;

/**
 * The service, open at the service manager. Pages "OpenServiceW function", "CreateServiceW function", "QueryServiceStatusEx
 * function", "ControlService function", "StartServiceW function", "DeleteService function", "ChangeServiceConfig2W
 * function", "QueryServiceConfig2W function". A refusal is a {@link ScmException}. One thread.
 */
final class OpenedService implements AutoCloseable, ServiceUpkeep.Choices {
    private static final int SC_STATUS_PROCESS_INFO = 0;
    private static final int LARGEST_CONFIG = 8 * 1024;
    private static final String LOCAL_SYSTEM = "LocalSystem";

    private final OwnedServiceHandle service;

    private OpenedService(OwnedServiceHandle service) {
        this.service = service;
    }

    /** Opens it with those rights ({@link Winsvc}); empty where it is not installed. */
    static Optional<OpenedService> open(int rights) throws ScmException {
        try (OwnedServiceHandle manager = manager(Winsvc.SC_MANAGER_CONNECT)) {
            SC_HANDLE opened = Advapi32.INSTANCE.OpenService(manager.get(), WindowsService.NAME, rights);
            if (opened == null && Native.getLastError() == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
                return Optional.empty();
            }
            return Optional.of(new OpenedService(owned(opened)));
        }
    }

    /** Makes it: LocalSystem's, started with Windows. */
    static OpenedService create(String commandLine) throws ScmException {
        try (OwnedServiceHandle manager = manager(Winsvc.SC_MANAGER_CONNECT | Winsvc.SC_MANAGER_CREATE_SERVICE)) {
            return new OpenedService(owned(Advapi32.INSTANCE.CreateService(
                    manager.get(),
                    WindowsService.NAME,
                    WindowsService.NAME,
                    Winsvc.SERVICE_ALL_ACCESS,
                    WinNT.SERVICE_WIN32_OWN_PROCESS,
                    WinNT.SERVICE_AUTO_START,
                    WinNT.SERVICE_ERROR_NORMAL,
                    commandLine,
                    null,
                    null,
                    null,
                    LOCAL_SYSTEM,
                    null)));
        }
    }

    private static OwnedServiceHandle manager(int rights) throws ScmException {
        return owned(Advapi32.INSTANCE.OpenSCManager(null, null, rights));
    }

    private static OwnedServiceHandle owned(SC_HANDLE handle) throws ScmException {
        if (handle == null) {
            throw new ScmException(Native.getLastError());
        }
        return new OwnedServiceHandle(handle);
    }

    /** Makes one that was there what {@link #create} makes. */
    void change(String commandLine) throws ScmException {
        check(ServiceManagement.INSTANCE.ChangeServiceConfig(
                service.get(),
                WinNT.SERVICE_WIN32_OWN_PROCESS,
                WinNT.SERVICE_AUTO_START,
                WinNT.SERVICE_ERROR_NORMAL,
                commandLine,
                null,
                null,
                null,
                LOCAL_SYSTEM,
                null,
                WindowsService.NAME));
    }

    void describe(String text) throws ScmException {
        try (Memory words = new Memory(((long) text.length() + 1) * Character.BYTES);
                Memory description = new Memory(Native.POINTER_SIZE)) {
            words.setWideString(0, text);
            description.setPointer(0, words);
            set(Winsvc.SERVICE_CONFIG_DESCRIPTION, description);
        }
    }

    @Override
    public Optional<RecoveryActions> recovery() throws ScmException {
        return config(Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, RecoveryActions::read);
    }

    @Override
    public Optional<List<String>> privileges() throws ScmException {
        return config(Winsvc.SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO, RequiredPrivilege::read);
    }

    private <T> Optional<T> config(int level, Function<Pointer, T> reader) throws ScmException {
        try (Memory answer = new Memory(LARGEST_CONFIG)) {
            if (Advapi32.INSTANCE.QueryServiceConfig2(
                    service.get(), level, answer, LARGEST_CONFIG, new IntByReference())) {
                return Optional.of(reader.apply(answer));
            }
            int code = Native.getLastError();
            if (code != WinError.ERROR_INVALID_LEVEL) {
                throw new ScmException(code);
            }
            return Optional.empty(); // Wine
        }
    }

    /** Sets what happens when it fails, also when its process ends by itself with an error. */
    @Override
    public void recoverBy(RecoveryActions actions) throws ScmException {
        try (Memory memory = actions.toMemory();
                Memory flag = new Memory(Integer.BYTES)) {
            set(Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, memory);
            flag.setInt(0, 1);
            setWhereKnown(Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, flag);
        }
    }

    /** Lets it keep these privileges only, from its next start on. */
    @Override
    public void keepPrivileges(RequiredPrivilege... privileges) throws ScmException {
        String list = Arrays.stream(privileges).map(RequiredPrivilege::text).collect(Collectors.joining("\0")) + "\0";
        try (Memory names = new Memory(((long) list.length() + 1) * Character.BYTES);
                Memory information = new Memory(Native.POINTER_SIZE)) {
            names.setWideString(0, list);
            information.setPointer(0, names);
            setWhereKnown(Winsvc.SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO, information);
        }
    }

    /** A level that this Windows does not know (Wine) is none that it would heed. */
    private void setWhereKnown(int level, Pointer information) throws ScmException {
        try {
            set(level, information);
        } catch (ScmException e) {
            if (e.code() != WinError.ERROR_INVALID_LEVEL) {
                throw e;
            }
        }
    }

    private void set(int level, Pointer information) throws ScmException {
        check(ServiceManagement.INSTANCE.ChangeServiceConfig2(service.get(), level, information));
    }

    SERVICE_STATUS_PROCESS status() throws ScmException {
        SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
        check(Advapi32.INSTANCE.QueryServiceStatusEx(
                service.get(), SC_STATUS_PROCESS_INFO, status, status.size(), new IntByReference()));
        return status;
    }

    void start() throws ScmException {
        check(Advapi32.INSTANCE.StartService(service.get(), 0, null));
    }

    void stop() throws ScmException {
        check(Advapi32.INSTANCE.ControlService(service.get(), Winsvc.SERVICE_CONTROL_STOP, new SERVICE_STATUS()));
    }

    void delete() throws ScmException {
        check(Advapi32.INSTANCE.DeleteService(service.get()));
    }

    private static void check(boolean done) throws ScmException {
        if (!done) {
            throw new ScmException(Native.getLastError());
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
