package org.synwarden.platform.windows.desktop;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.GDI32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HBITMAP;
import com.sun.jna.platform.win32.WinDef.HDC;
import com.sun.jna.platform.win32.WinDef.HICON;
import com.sun.jna.platform.win32.WinGDI;
import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The icon in a program's file, small and large, taken out by the system. Only the file's resources are read: no
 * shortcut is followed and no extension of the shell is asked, as SHGetFileInfo would do by the file's name. Pages
 * "ExtractIconExW function", "GetIconInfo function", "GetDIBits function".
 */
final class ProgramIcon {
    private static final int MOST_PIXELS = 256;
    private static final int BITS = 32;

    private ProgramIcon() {}

    /** The first icon in the file; empty where it has none. */
    static Optional<Image> of(String path) {
        HICON[] large = new HICON[1];
        HICON[] small = new HICON[1];
        Shell32.INSTANCE.ExtractIconEx(path, 0, large, small, 1);
        try {
            Image[] images = Stream.of(small[0], large[0])
                    .flatMap(icon -> Optional.ofNullable(icon).flatMap(ProgramIcon::image).stream())
                    .toArray(Image[]::new);
            return images.length == 0 ? Optional.empty() : Optional.of(new BaseMultiResolutionImage(images));
        } finally {
            Stream.of(small[0], large[0])
                    .flatMap(icon -> Optional.ofNullable(icon).stream())
                    .forEach(User32.INSTANCE::DestroyIcon);
        }
    }

    private static Optional<Image> image(HICON icon) {
        WinGDI.ICONINFO info = new WinGDI.ICONINFO();
        if (!User32.INSTANCE.GetIconInfo(icon, info)) {
            return Optional.empty();
        }
        try {
            return info.hbmColor == null || info.hbmMask == null ? Optional.empty() : image(info);
        } finally {
            Stream.of(info.hbmColor, info.hbmMask)
                    .flatMap(bitmap -> Optional.ofNullable(bitmap).stream())
                    .forEach(GDI32.INSTANCE::DeleteObject);
        }
    }

    private static Optional<Image> image(WinGDI.ICONINFO info) {
        WinGDI.BITMAP size = new WinGDI.BITMAP();
        boolean known = GDI32.INSTANCE.GetObject(info.hbmColor, size.size(), size.getPointer()) != 0;
        size.read();
        int width = size.bmWidth.intValue();
        int height = size.bmHeight.intValue();
        if (!known || width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS) {
            return Optional.empty();
        }
        HDC context = GDI32.INSTANCE.CreateCompatibleDC(null);
        try {
            Optional<int[]> colours = pixels(context, info.hbmColor, width, height);
            Optional<int[]> mask = pixels(context, info.hbmMask, width, height);
            return colours.flatMap(colour -> mask.map(one -> IconPixels.image(width, height, colour, one)));
        } finally {
            GDI32.INSTANCE.DeleteDC(context);
        }
    }

    private static Optional<int[]> pixels(HDC context, HBITMAP bitmap, int width, int height) {
        WinGDI.BITMAPINFO wanted = new WinGDI.BITMAPINFO();
        wanted.bmiHeader.biWidth = width;
        wanted.bmiHeader.biHeight = -height; // the first line first
        wanted.bmiHeader.biPlanes = 1;
        wanted.bmiHeader.biBitCount = BITS;
        wanted.bmiHeader.biCompression = WinGDI.BI_RGB;
        Memory pixels = new Memory((long) width * height * Integer.BYTES);
        Pointer lines = pixels.share(0);
        int copied = GDI32.INSTANCE.GetDIBits(context, bitmap, 0, height, lines, wanted, WinGDI.DIB_RGB_COLORS);
        return copied == height ? Optional.of(pixels.getIntArray(0, width * height)) : Optional.empty();
    }
}
