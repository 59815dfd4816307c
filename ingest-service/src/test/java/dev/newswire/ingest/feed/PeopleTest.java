package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ida@river.example (Ida Holm)|Ida Holm|ida@river.example",
                "Ida Holm (ida@river.example)|Ida Holm|ida@river.example",
                "Ida Holm <ida@river.example>|Ida Holm|ida@river.example",
                "mailto:ida@river.example|'' |ida@river.example",
                "Ida Holm|Ida Holm|''",
                "Ida (the elder) Holm|Ida (the elder) Holm|''"
            })
    void lineNamesAPerson(String line, String name, String email) {
        FeedPerson person = People.ofLine(line);
        assertThat(person).isNotNull();
        assertThat(person)
                .isEqualTo(new FeedPerson(name.isBlank() ? null : name, email.isBlank() ? null : email, null));
    }

    @Test
    void authorOfTheFormatWinsOverThoseOfModules() throws FeedException {
        FeedItem both = Feeds.rssItem("<author>ida@river.example (Ida Holm)</author><dc:creator>The Desk</dc:creator>");
        assertThat(both.authors()).extracting(FeedPerson::name).containsExactly("Ida Holm");
        FeedItem two = Feeds.rssItem("<dc:creator>Ida Holm</dc:creator><dc:creator>Jens Lund</dc:creator>");
        assertThat(two.authors()).extracting(FeedPerson::name).containsExactly("Ida Holm", "Jens Lund");
    }

    @Test
    void personOfAtomHasAnAddress() throws FeedException {
        assertThat(Feeds.atomEntry("<author><name>Ida</name><uri>/ida</uri></author>")
                        .authors())
                .containsExactly(new FeedPerson("Ida", null, "https://river.example/ida"));
    }
}
