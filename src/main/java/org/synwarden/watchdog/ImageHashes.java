package org.synwarden.watchdog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.Script;
import org.synwarden.process.ScriptFile;

/**
 * Computes the SHA-256 (FIPS 180-4) of what processes run, and of the script where that is an interpreter, and asks who
 * signed it, on the thread {@code identity}: every
 * image once, in slices of 256 KiB, each followed by a rest four times as long as it took (so is the signature, which the
 * system checks at one go), so that it takes no more than a fifth of one core. Bounds: {@value #WAITING} processes wait, what finds no room is left out and counted; {@value #REMEMBERED}
 * images and as many scripts are remembered, those unused for longest make room.
 */
final class ImageHashes implements Runnable {
    static final int WAITING = 1_024;
    static final int REMEMBERED = 1_024;

    private static final int SLICE = 256 * 1_024;
    private static final int REST_PER_COST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(ImageHashes.class);

    /** What a file is known by. */
    record Known(String sha256, Optional<String> signer) {}

    /** Hashes files on the thread that runs this, with its rests. */
    interface Hasher {
        /** The hash and signer of that file; of one that has not changed, without reading it again. */
        Known hash(ImageFile file) throws IOException, InterruptedException;
    }

    /** Something else that needs hashes. */
    interface FileWork {
        void work(Hasher hasher) throws InterruptedException;
    }

    /** How the thread rests; interrupted when it is to end. */
    interface Rest {
        void nanos(long nanos) throws InterruptedException;
    }

    private final ProcessCatalog catalog;
    private final Rest rest;
    private final Consumer<ProcessInstance> done;
    private final PatientWork<FileWork> work = new PatientWork<>(WAITING, one -> one.work(this::knownOf));
    private final Map<ImageFile.Version, Known> known = new LeastRecentMap<>(REMEMBERED);
    private final Map<ImageFile.Version, String> scripts = new LeastRecentMap<>(REMEMBERED);
    private final ByteBuffer slice = ByteBuffer.allocate(SLICE);

    /**
     * Hashes that nobody has asked for yet.
     *
     * @param catalog opens the images
     * @param done is told the process with its hash, on the thread that runs this
     */
    ImageHashes(ProcessCatalog catalog, Rest rest, Consumer<ProcessInstance> done) {
        this.catalog = catalog;
        this.rest = rest;
        this.done = done;
    }

    /** Asks for the hash of what the process runs; never waits. Any thread. */
    void want(ProcessInstance process) {
        want(hasher -> hash(process));
    }

    /** Asks for something else, done after what waits; never waits. Any thread. */
    void want(FileWork files) {
        work.want(files);
    }

    /** How many processes found no room. */
    long leftOut() {
        return work.leftOut();
    }

    @Override
    public void run() {
        work.run();
    }

    /** Hashes what waits, and returns. */
    void hashWaiting() throws InterruptedException {
        work.doWaiting();
    }

    private void hash(ProcessInstance process) throws InterruptedException {
        try {
            Optional<ImageFile> opened = catalog.openImage(process);
            if (opened.isPresent()) {
                try (ImageFile file = opened.get()) {
                    Known image = knownOf(file);
                    done.accept(process.withImage(image.sha256, image.signer).withScript(scriptOf(process)));
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("The image of {} cannot be hashed", process, e);
        }
    }

    /** What an interpreter runs; empty where that cannot be told. */
    private Optional<Script> scriptOf(ProcessInstance process) throws InterruptedException {
        try {
            Optional<ScriptFile> opened = catalog.openScript(process);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            try (ScriptFile script = opened.get()) {
                String hash = scripts.get(script.file().version());
                if (hash == null) {
                    hash = digest(script.file().content());
                    scripts.put(script.file().version(), hash);
                }
                return Optional.of(new Script(script.path(), hash));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("What {} runs cannot be told", process, e);
            return Optional.empty();
        }
    }

    private Known knownOf(ImageFile file) throws IOException, InterruptedException {
        Known image = known.get(file.version());
        if (image == null) {
            String hash = digest(file.content());
            image = new Known(hash, signerOf(file));
            known.put(file.version(), image);
        }
        return image;
    }

    private Optional<String> signerOf(ImageFile file) throws InterruptedException {
        long began = System.nanoTime();
        Optional<String> signer = file.signature().signer();
        rest.nanos(REST_PER_COST * (System.nanoTime() - began));
        return signer;
    }

    private String digest(ReadableByteChannel content) throws IOException, InterruptedException {
        MessageDigest digest = sha256();
        while (true) {
            long began = System.nanoTime();
            slice.clear();
            if (content.read(slice) < 0) {
                return HexFormat.of().formatHex(digest.digest());
            }
            digest.update(slice.flip());
            rest.nanos(REST_PER_COST * (System.nanoTime() - began));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
