package org.synwarden.watchdog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.Script;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

class ImageHashesTest {
    /** FIPS 180-4's example: SHA-256 of "abc". */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Map<String, ImageFile.Version> versions = new HashMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final List<Optional<String>> hashes = new ArrayList<>();
    private final List<Optional<String>> signers = new ArrayList<>();
    private final List<Optional<Script>> scripts = new ArrayList<>();
    private int rests;
    private int signaturesChecked;
    private final ImageHashes hashing = new ImageHashes(new Disk(), nanos -> rests++, process -> {
        hashes.add(process.sha256());
        signers.add(process.particulars().signer());
        scripts.add(process.script());
    });

    @Test
    void anImageIsReadOnceHoweverManyProcessesRunIt() throws Exception {
        file("/bin/worm", "abc".getBytes(UTF_8), 1);
        hashing.want(process(1, "/bin/worm"));
        hashing.want(process(2, "/bin/worm"));
        hashing.hashWaiting();
        assertThat(hashes).containsExactly(Optional.of(OF_ABC), Optional.of(OF_ABC));
        assertThat(read).containsExactly("/bin/worm");
    }

    @Test
    void itsSignerIsAskedForOnceAndToldTogetherWithTheHash() throws Exception {
        file("/bin/worm", "abc".getBytes(UTF_8), 1);
        hashing.want(process(1, "/bin/worm"));
        hashing.want(process(2, "/bin/worm"));
        hashing.hashWaiting();
        assertThat(signers).containsExactly(Optional.of("Worm Inc."), Optional.of("Worm Inc."));
        assertThat(signaturesChecked).isEqualTo(1);
    }

    @Test
    void aFileThatHasChangedIsReadAgain() throws Exception {
        file("/bin/worm", "other".getBytes(UTF_8), 1);
        hashing.want(process(1, "/bin/worm"));
        hashing.hashWaiting();
        file("/bin/worm", "abc".getBytes(UTF_8), 2);
        hashing.want(process(2, "/bin/worm"));
        hashing.hashWaiting();
        assertThat(hashes).last().isEqualTo(Optional.of(OF_ABC));
    }

    @Test
    void aLargeImageIsReadInSlicesWithARestAfterEach() throws Exception {
        file("/bin/game", new byte[1_000_000], 1);
        hashing.want(process(1, "/bin/game"));
        hashing.hashWaiting();
        assertThat(rests).isGreaterThanOrEqualTo(1_000_000 / (256 * 1024));
        assertThat(hashes)
                .containsExactly(Optional.of("d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025"));
    }

    @Test
    void anImageThatCannotBeReadConcernsNoOther() throws Exception {
        file("/bin/worm", "abc".getBytes(UTF_8), 1);
        hashing.want(process(1, "/gone"));
        hashing.want(process(2, "/bin/worm"));
        hashing.hashWaiting();
        assertThat(hashes).containsExactly(Optional.of(OF_ABC));
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        for (int pid = 1; pid <= ImageHashes.WAITING + 3; pid++) {
            hashing.want(process(pid, "/bin/worm"));
        }
        assertThat(hashing.leftOut()).isEqualTo(3);
    }

    @Test
    void theImageUnusedForLongestIsForgotten() throws Exception {
        for (int i = 0; i <= ImageHashes.REMEMBERED; i++) {
            file("/bin/" + i, "abc".getBytes(UTF_8), 1);
            hashing.want(process(i + 1, "/bin/" + i));
            hashing.hashWaiting();
        }
        hashing.want(process(1, "/bin/0"));
        hashing.want(process(3, "/bin/2"));
        hashing.hashWaiting();
        assertThat(read).hasSize(ImageHashes.REMEMBERED + 2);
        assertThat(opened).hasSize(ImageHashes.REMEMBERED + 3);
    }

    @Test
    void theScriptOfAnInterpreterIsHashedWithItAndReadOnce() throws Exception {
        file("/bin/perl", "perl".getBytes(UTF_8), 1);
        file("/opt/scan.pl", "abc".getBytes(UTF_8), 1);
        hashing.want(process(1, "/bin/perl"));
        hashing.want(process(2, "/bin/perl"));
        hashing.hashWaiting();
        Optional<Script> scan = Optional.of(new Script("/opt/scan.pl", OF_ABC));
        assertThat(scripts).containsExactly(scan, scan);
        assertThat(read).containsExactly("/bin/perl", "/opt/scan.pl");
    }

    @Test
    void anInterpreterWhoseScriptCannotBeToldIsToldWithoutOne() throws Exception {
        file("/bin/perl", "abc".getBytes(UTF_8), 1);
        hashing.want(process(1, "/bin/perl"));
        hashing.hashWaiting();
        assertThat(hashes).containsExactly(Optional.of(OF_ABC));
        assertThat(scripts).containsExactly(Optional.empty());
    }

    @Test
    void theScriptUnusedForLongestIsForgotten() throws Exception {
        file("/bin/perl", "perl".getBytes(UTF_8), 1);
        for (int i = 0; i <= ImageHashes.REMEMBERED; i++) {
            file("/opt/scan.pl", "abc".getBytes(UTF_8), i);
            hashing.want(process(1, "/bin/perl"));
            hashing.hashWaiting();
        }
        file("/opt/scan.pl", "abc".getBytes(UTF_8), 0);
        hashing.want(process(1, "/bin/perl"));
        hashing.hashWaiting();
        assertThat(read).hasSize(1 + ImageHashes.REMEMBERED + 2);
    }

    private void file(String path, byte[] content, long changed) {
        contents.put(path, content);
        versions.put(path, new ImageFile.Version(path, content.length, changed));
    }

    private static ProcessInstance process(int pid, String path) {
        return ProcessInstance.ofImage(new ProcessKey(pid, 1), "worm", Optional.of(path));
    }

    private final class Disk implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return Optional.empty();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<ImageFile> openImage(ProcessInstance process) throws IOException {
            return Optional.of(open(process.path().orElseThrow()));
        }

        @Override
        public Optional<ScriptFile> openScript(ProcessInstance process) throws IOException {
            if (!process.path().equals(Optional.of("/bin/perl"))) {
                return Optional.empty();
            }
            if (!contents.containsKey("/opt/scan.pl")) {
                throw new UnknownScriptException("runs code that was given to it in its arguments");
            }
            return Optional.of(new ScriptFile("/opt/scan.pl", open("/opt/scan.pl")));
        }

        private ImageFile open(String path) throws IOException {
            if (!contents.containsKey(path)) {
                throw new IOException(path + " is gone");
            }
            opened.add(path);
            ByteArrayInputStream content = new ByteArrayInputStream(contents.get(path)) {
                @Override
                public synchronized int read(byte[] into, int from, int most) {
                    int count = super.read(into, from, most);
                    if (count < 0) {
                        read.add(path);
                    }
                    return count;
                }
            };
            return new ImageFile(versions.get(path), Channels.newChannel(content), () -> {
                signaturesChecked++;
                return Optional.of("Worm Inc.");
            });
        }
    }
}
