package org.synwarden.platform.windows.process;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.HexFormat;
import java.util.Optional;
import org.synwarden.platform.windows.bindings.KernelFiles;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.process.ImageFile;

/**
 * An image, open for reading by one handle, through which its version, its content and its signature are read: whatever
 * its path leads to meanwhile, all three are of one file, and nobody can open that for writing. Pages "CreateFileW
 * function", "FILE_ID_INFO structure", "FILE_BASIC_INFO structure". One thread.
 */
final class WindowsImage implements ReadableByteChannel {
    private static final int SLICE = 256 * 1_024;

    private final String path;
    private final OwnedHandle file;
    private final byte[] slice = new byte[SLICE];
    private boolean open = true;

    private WindowsImage(String path, OwnedHandle file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the file at that path.
     *
     * @throws IOException when it cannot be read
     */
    static ImageFile open(String path) throws IOException {
        HANDLE opened = Kernel32.INSTANCE.CreateFile(
                WindowsPath.ofAnyLength(path),
                WinNT.GENERIC_READ,
                WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_DELETE,
                null,
                WinNT.OPEN_EXISTING,
                WinNT.FILE_ATTRIBUTE_NORMAL,
                null);
        if (opened == null || WinBase.INVALID_HANDLE_VALUE.equals(opened)) {
            throw new IOException("CreateFile " + path + ": error " + Native.getLastError());
        }
        WindowsImage image = new WindowsImage(path, new OwnedHandle(opened));
        try {
            return new ImageFile(image.version(), image, image::signer);
        } catch (IOException e) {
            image.close();
            throw e;
        }
    }

    private ImageFile.Version version() throws IOException {
        try (Memory basic = new Memory(KernelFiles.BASIC_INFO_SIZE);
                Memory standard = new Memory(KernelFiles.STANDARD_INFO_SIZE);
                Memory id = new Memory(KernelFiles.ID_INFO_SIZE)) {
            if (!asks(KernelFiles.FILE_BASIC_INFO, basic) || !asks(KernelFiles.FILE_STANDARD_INFO, standard)) {
                throw new IOException("GetFileInformationByHandleEx " + path + ": error " + Native.getLastError());
            }
            String file = asks(KernelFiles.FILE_ID_INFO, id)
                    ? HexFormat.of().formatHex(id.getByteArray(0, KernelFiles.ID_INFO_SIZE))
                    : path; // FAT numbers no files
            return new ImageFile.Version(
                    file,
                    standard.getLong(KernelFiles.STANDARD_INFO_END_OF_FILE),
                    basic.getLong(KernelFiles.BASIC_INFO_CHANGE_TIME));
        }
    }

    private boolean asks(int informationClass, Memory answer) {
        return KernelFiles.INSTANCE.GetFileInformationByHandleEx(
                file.get(), informationClass, answer, (int) answer.size());
    }

    private Optional<String> signer() {
        return open ? FileSignature.signer(path, file.get()) : Optional.empty();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        IntByReference count = new IntByReference();
        int most = Math.min(slice.length, into.remaining());
        if (!Kernel32.INSTANCE.ReadFile(file.get(), slice, most, count, null)) {
            throw new IOException("ReadFile " + path + ": error " + Native.getLastError());
        }
        into.put(slice, 0, count.getValue());
        return count.getValue() == 0 && most > 0 ? -1 : count.getValue();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            file.close();
        }
    }
}
