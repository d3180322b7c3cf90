package org.synwarden.platform.linux.tracefs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a page of the ring buffer as a 64-bit kernel does. */
final class TracePage {
    static final PageLayout LAYOUT = new PageLayout(8, 8, 16, 4_080);

    private final ByteBuffer page;

    TracePage(ByteOrder order, long at) {
        this.page = ByteBuffer.allocate(LAYOUT.pageSize()).order(order).putLong(0, at);
        page.position(LAYOUT.dataOffset());
    }

    static TracePage at(long at) {
        return new TracePage(ByteOrder.LITTLE_ENDIAN, at);
    }

    /** A record of whole words, as the kernel rounds them up. */
    TracePage event(int delta, byte... record) {
        header(record.length / Integer.BYTES, delta).put(record);
        return this;
    }

    /** A record that carries its length. */
    TracePage longEvent(int delta, byte... record) {
        header(0, delta).putInt(record.length + Integer.BYTES).put(record);
        return this;
    }

    TracePage padding(int delta, int bytes) {
        ByteBuffer padding = header(29, delta).putInt(bytes);
        padding.position(padding.position() + bytes - Integer.BYTES);
        return this;
    }

    TracePage endOfPage() {
        header(29, 0).putInt(0);
        return this;
    }

    TracePage timeExtended(long delta) {
        header(30, (int) (delta & (1 << 27) - 1)).putInt((int) (delta >>> 27));
        return this;
    }

    TracePage timeStamped(long at) {
        header(31, (int) (at & (1 << 27) - 1)).putInt((int) (at >>> 27));
        return this;
    }

    /** As it is read, with flags above its length. */
    ByteBuffer read(long flags) {
        page.putLong(8, page.position() - LAYOUT.dataOffset() | flags);
        return page.duplicate().order(page.order()).rewind().limit(LAYOUT.pageSize());
    }

    ByteBuffer read() {
        return read(0);
    }

    private ByteBuffer header(int type, int delta) {
        return page.putInt(page.order() == ByteOrder.LITTLE_ENDIAN ? delta << 5 | type : type << 27 | delta);
    }
}
