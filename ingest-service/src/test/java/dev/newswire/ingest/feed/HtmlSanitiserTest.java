package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSanitiserTest {

    private static final List<String> PARTS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "=",
            " ",
            "\n",
            "&lt;",
            "&#106;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "script",
            "img",
            "svg",
            "math",
            "style",
            "noscript",
            "template",
            "textarea",
            "title",
            "a",
            "p",
            "href",
            "src",
            "onerror",
            "javascript:",
            "alert(1)",
            "\u0000",
            "\uD800",
            "table",
            "select",
            "mtext",
            "mglyph",
            "foreignobject",
            "iframe");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=x\nonerror\n=\nalert(1)>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=' java&#10;script:alert(1)'>x</a>",
                "<a href='&#1;javascript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href=vbscript:x>x</a>",
                "<p style='background:url(javascript:alert(1))'>x</p>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
                "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=javascript:alert(1)><embed src=javascript:alert(1)>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'><base href=javascript:alert(1)//>",
                "<template><script>alert(1)</script></template>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<!--><script>alert(1)</script>-->",
                "<plaintext><script>alert(1)</script>",
                "<title/><img src=x onerror=alert(1)>",
                "<video><source onerror=alert(1) src=x></video>",
                "<body onload=alert(1)><details open ontoggle=alert(1)>x</details>"
            })
    void nothingActiveIsLeft(String html) {
        assertHarmless(HtmlSanitiser.clean(html, ""));
    }

    @Test
    void nothingActiveIsLeftOfRandomMarkup() {
        long seed = 20250730L;
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = 0; i < 25; i++) {
                html.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String clean = HtmlSanitiser.clean(html.toString(), "https://river.example/");
            assertThat(clean).as("seed %d, round %d", seed, round).isNotNull();
            assertHarmless(clean);
        }
    }

    @Test
    void textStructureLinksAndMediaStay() {
        String html = "<h2>Lock</h2><p>Five <em>boats</em> <a href=\"/lock\">today</a>.</p>"
                + "<ul><li>one</li></ul><img src=\"a.png\" alt=\"A\">";
        assertThat(HtmlSanitiser.clean(html, "https://river.example/news/"))
                .isEqualTo(html.replace("\"/lock\"", "\"https://river.example/lock\"")
                        .replace("\"a.png\"", "\"https://river.example/news/a.png\""));
    }

    @Test
    void textBehindElementsThatXhtmlClosesAtOnceStays() {
        assertThat(HtmlSanitiser.clean("Before <iframe src='https://video.example/1'/> and after", ""))
                .isEqualTo("Before  and after");
    }

    @Test
    void whatIsWideOrDeepIsAnsweredInTime() {
        for (String unit :
                List.of("<x>", "<script/>", "<p>a</p>", "<div>", "<b><i>", "<a href=x>", "&amp;", "<x a=b>y</x>")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> HtmlSanitiser.clean(unit.repeat(400_000 / unit.length()), ""), unit);
        }
    }

    private static void assertHarmless(String clean) {
        for (Element element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
            assertThat(element.normalName())
                    .as(clean)
                    .isNotIn(
                            "script",
                            "style",
                            "iframe",
                            "object",
                            "embed",
                            "svg",
                            "math",
                            "form",
                            "input",
                            "meta",
                            "base",
                            "template",
                            "noscript",
                            "textarea");
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(clean).doesNotStartWith("on").isNotIn("style", "srcdoc", "action");
                assertThat(attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\x00-\\x20]", ""))
                        .as(clean)
                        .doesNotStartWith("javascript:")
                        .doesNotStartWith("vbscript:")
                        .doesNotStartWith("data:");
            }
        }
    }
}
