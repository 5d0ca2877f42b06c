package org.zhiping.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printing: nothing from outside gets onto a page, and many print at once with the same fonts. */
class PapersTest {

    private final Papers papers = new Papers();

    @Test
    void aPageShowsOnlyThePicturesThatComeWithIt(@TempDir Path folder) throws IOException {
        Path secret = Files.write(folder.resolve("secret.png"), QrCode.png(URI.create("https://secret.example")));
        for (String address : List.of(secret.toUri().toString(), "http://localhost:1/a.png", "data:image/png;base64,iVBORw0KGgo=",
                "picture:../secret.png")) {
            PageReading page = new PageReading(papers.render(paper("文字", address)));
            assertThat(page.text()).isEqualTo("文字");
            assertThat(page.images(0)).as(address).hasSize(1);
        }
    }

    @Test
    void manyPrintAtOnceWithTheSameFonts() {
        List<String> texts = IntStream.range(0, 48).mapToObj(i -> "第" + i + "页𠮷䶮Ł" + "甲乙丙丁戊己庚辛壬癸".charAt(i % 10)).toList();
        List<String> read = texts.parallelStream().map(text -> new PageReading(papers.render(paper(text, "about:nothing"))).text()).toList();
        assertThat(read).isEqualTo(texts);
    }

    private static Paper paper(String text, String address) {
        return new Paper("reaching-out.ftlh", Map.of("text", text, "picture", address), Map.of("given", TestPapers.portrait()));
    }
}
