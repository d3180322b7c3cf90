package org.synwarden.watchdog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.synwarden.contract.ModuleObject;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessKey;

/**
 * What a process has loaded, each file with its hash and signer, found out on the thread {@code identity} within
 * {@value #SECONDS} s and {@value #MOST_MEBIBYTES} MiB: what is left then is told without. The files are those that the
 * system names, never ones that a client did. Any thread but that one; waits at most {@value #PATIENCE_SECONDS} s.
 */
final class LoadedModules {
    static final int SECONDS = 5;
    static final int PATIENCE_SECONDS = 7;
    static final int MOST_MEBIBYTES = 256;

    private static final long MOST_BYTES = (long) MOST_MEBIBYTES << 20;

    /**
     * What was found.
     *
     * @param cut whether there are more
     */
    record Found(List<ModuleObject> modules, boolean cut) {}

    private final ProcessCatalog catalog;
    private final ImageHashes hashes;
    private final LongSupplier nanoTime;

    /**
     * Of processes of that catalog.
     *
     * @param nanoTime monotonic
     */
    LoadedModules(ProcessCatalog catalog, ImageHashes hashes, LongSupplier nanoTime) {
        this.catalog = catalog;
        this.hashes = hashes;
        this.nanoTime = nanoTime;
    }

    /**
     * Those of that process, at most {@value ModuleFile#MOST}.
     *
     * @throws IOException when they cannot be told; the message says why
     */
    Found of(ProcessKey key) throws IOException {
        ModuleFile.Listing listing = catalog.modules(key);
        List<ModuleFile> files = listing.files();
        return new Found(files.isEmpty() ? List.of() : hashed(key, files), listing.cut());
    }

    private List<ModuleObject> hashed(ProcessKey key, List<ModuleFile> files) {
        CompletableFuture<List<ModuleObject>> answer = new CompletableFuture<>();
        hashes.want(hasher -> {
            try {
                answer.complete(new Budget().hash(key, files, hasher));
            } finally {
                answer.complete(unread(files)); // where that failed
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException busy) {
            return unread(files);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unread(files);
        }
    }

    private static List<ModuleObject> unread(List<ModuleFile> files) {
        return files.stream()
                .map(file -> ModuleObject.unread(file.path(), "other files were hashed meanwhile; try again"))
                .toList();
    }

    /** The time and the bytes that one answer may take. */
    private final class Budget {
        private final long until = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(SECONDS);
        private long bytes = MOST_BYTES;

        private List<ModuleObject> hash(ProcessKey key, List<ModuleFile> files, ImageHashes.Hasher hasher)
                throws InterruptedException {
            List<ModuleObject> told = new ArrayList<>();
            for (ModuleFile file : files) {
                told.add(one(key, file, hasher));
            }
            return told;
        }

        private ModuleObject one(ProcessKey key, ModuleFile file, ImageHashes.Hasher hasher)
                throws InterruptedException {
            if (nanoTime.getAsLong() - until >= 0) {
                return ModuleObject.unread(file.path(), "no time was left to hash it; try again");
            }
            try (ImageFile opened = catalog.openModule(key, file)) {
                long size = opened.version().size();
                if (size > bytes) {
                    return ModuleObject.unread(
                            file.path(), "more than " + MOST_MEBIBYTES + " MiB are not hashed for one answer");
                }
                bytes -= size;
                ImageHashes.Known known = hasher.hash(opened);
                return new ModuleObject(
                        file.path(), Optional.of(size), Optional.of(known.sha256()), known.signer(), Optional.empty());
            } catch (IOException | RuntimeException e) {
                return ModuleObject.unread(file.path(), String.valueOf(e.getMessage()));
            }
        }
    }
}
