package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void blocksAndBreaksAreParagraphs() {
        assertThat(HtmlText.of("<p>One <b>two</b>\nthree</p><ul><li>four<li>five</ul>six<br>seven<h2>eight</h2>"))
                .isEqualTo("One two three\nfour\nfive\nsix\nseven\neight");
    }

    @Test
    void scriptsAndStylesAreSilent() {
        assertThat(HtmlText.of("a<script>alert('b')</script><style>c{}</style><noscript>d</noscript>e"))
                .isEqualTo("ae");
    }

    @Test
    void entitiesAreDecodedOnce() {
        assertThat(HtmlText.of("<p>A &amp; B &ndash; &amp;lt;c&amp;gt;</p>")).isEqualTo("A & B – &lt;c&gt;");
        assertThat(HtmlText.oneLine("Tom &amp; <i>Jerry</i>")).isEqualTo("Tom & Jerry");
        assertThat(HtmlText.oneLine("No markup, 3 > 2")).isEqualTo("No markup, 3 > 2");
    }

    @Test
    void preformattedLinesStayApart() {
        assertThat(HtmlText.of("<pre>one\ntwo</pre>three\nfour")).isEqualTo("one\ntwo\nthree four");
    }

    @Test
    void brokenMarkupIsStillText() {
        assertThat(HtmlText.of("<p>one<div>two</p></span>three<")).isEqualTo("one\ntwo\nthree<");
    }
}
