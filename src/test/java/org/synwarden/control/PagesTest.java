package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.DegradationObject;

class PagesTest {
    private static List<Pages.Page> all(Pages pages) {
        List<Pages.Page> all = new ArrayList<>();
        pages.forEachRemaining(all::add);
        return all;
    }

    private static DegradationObject saying(String id, String message) {
        return new DegradationObject(id, message, "none", FakeWatchdog.START);
    }

    @Test
    void aPageHasAtMostAThousandRows() {
        List<Pages.Page> pages = all(new Pages(
                FakeWatchdog.sockets(1_500),
                FakeWatchdog.sockets(700),
                IntStream.range(0, 300).mapToObj(Integer::toString).toList()));

        assertThat(pages)
                .extracting(
                        page -> page.added().size(),
                        page -> page.changed().size(),
                        page -> page.removed().size(),
                        Pages.Page::first,
                        Pages.Page::last)
                .containsExactly(
                        tuple(1_000, 0, 0, true, false),
                        tuple(500, 500, 0, false, false),
                        tuple(0, 200, 300, false, true));
    }

    @Test
    void nothingIsOneEmptyPage() {
        assertThat(all(Pages.of(List.of())))
                .containsExactly(new Pages.Page(List.of(), List.of(), List.of(), true, true));
    }

    @Test
    void pathsOfTheLargestKindStillFitTheirFrames() {
        DegradationObject large = saying("large", "\u0000".repeat(32_767));
        Pages pages = Pages.of(Collections.nCopies(50, large));

        List<Integer> sizes = new ArrayList<>();
        pages.frames(page -> ServiceMessages.done(1, !page.last(), page.added()))
                .forEachRemaining(frame -> sizes.add(frame.length));

        assertThat(sizes).hasSize(50).allMatch(size -> size < FrameCodec.MAX_BYTES);
    }

    @Test
    void aRowThatFitsNoFrameIsLeftOutAndTheRestIsTold() {
        List<Pages.Page> pages =
                all(Pages.of(List.of(saying("first", ""), saying("absurd", "x".repeat(400_000)), saying("last", ""))));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0).added()).hasSize(2).noneMatch(line -> line.contains("absurd"));
    }
}
