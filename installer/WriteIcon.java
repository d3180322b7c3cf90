package org.synwarden.tray;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Writes the client's own icon as a Windows icon file, for the package: {@code java … WriteIcon FILE.ico}. */
final class WriteIcon {
    private static final int[] SIZES = {16, 20, 24, 32, 40, 48, 64, 256};
    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    private static final int BITMAP_HEADER = 40;

    private WriteIcon() {}

    public static void main(String[] arguments) throws IOException {
        List<BufferedImage> images = IntStream.of(SIZES)
                .mapToObj(size -> IconArt.draw(size, TrayState.WATCHING, false))
                .toList();
        Files.write(Path.of(arguments[0]), iconFile(images));
    }

    private static byte[] iconFile(List<BufferedImage> images) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer directory = littleEndian(HEADER + ENTRY * images.size());
        directory.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (BufferedImage image : images) {
            byte[] picture = image.getWidth() < 256 ? bitmap(image) : png(image);
            directory.put((byte) image.getWidth()).put((byte) image.getHeight()).putShort((short) 0);
            directory.putShort((short) 1).putShort((short) 32).putInt(picture.length);
            directory.putInt(directory.capacity() + pictures.size());
            pictures.write(picture);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(directory.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    /** Rows of BGRA from bottom to top, and after them a mask of one bit a pixel that nobody needs. */
    private static byte[] bitmap(BufferedImage image) {
        int size = image.getWidth();
        int maskBytes = (size + 31) / 32 * 4 * size;
        ByteBuffer bitmap = littleEndian(BITMAP_HEADER + 4 * size * size + maskBytes);
        bitmap.putInt(BITMAP_HEADER).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
        bitmap.position(BITMAP_HEADER);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                bitmap.putInt(image.getRGB(x, y));
            }
        }
        return bitmap.array();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
