package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The harbour board of Port Maren meets on Thursday to hear captains and company.",
                "de|Der Hafenrat von Port Maren tagt am Donnerstag, um Kapitäne und Reederei anzuhören.",
                "fr|Le conseil du port se réunit jeudi pour entendre les capitaines et la compagnie.",
                "nl|De kapiteins van de veerboten hebben het werk neergelegd omdat ze te weinig slaap krijgen.",
                "es|La junta del puerto se reúne el jueves para escuchar a los capitanes y a la empresa.",
                "ja|東海の港で水位が過去最高を記録した。気象台は高潮に警戒するよう呼びかけている。",
                "ko|항구 수위가 사상 최고치를 기록했다고 기상청이 화요일 밝혔다.",
                "ar|يجتمع مجلس الميناء يوم الخميس للاستماع إلى القباطنة والشركة.",
                "ku|ئەنجوومەنی بەندەر ڕۆژی پێنجشەممە کۆدەبێتەوە بۆ گوێگرتن لە کاپتنەکان و کۆمپانیاکە.",
                "fa|شورای بندر روز پنجشنبه برای شنیدن سخنان ناخداها و شرکت تشکیل جلسه می‌دهد.",
                "ur|بندرگاہ کی کونسل جمعرات کو کپتانوں اور کمپنی کا مؤقف سننے کے لیے اجلاس کرے گی۔",
                "ru|Совет порта соберётся в четверг, чтобы выслушать капитанов и компанию.",
            })
    void languageIsToldFromASentence(String language, String sentence) {
        assertThat(Languages.detect("", sentence)).isEqualTo(language);
    }

    @Test
    void longTextThatBeginsInAnotherLanguageIsToldByMostOfIt() {
        String headline = "The council of the port meets captains on Thursday";
        String body = "Der Hafenrat von Port Maren tagt am Donnerstag, um Kapitäne und Reederei anzuhören. ".repeat(12);
        assertThat(Languages.detect(headline, body)).isEqualTo("de");
    }

    @Test
    void longEnglishTextIsToldByItsCommonWords() {
        String body =
                "The harbour board said that the captains and the company have met with those who are against it. ";
        assertThat(EnglishWords.aboundIn(body.repeat(6))).isTrue();
        assertThat(Languages.detect("", body.repeat(6))).isEqualTo("en");
    }

    @Test
    void textThatOnlyQuotesEnglishIsNotToldByItsCommonWords() {
        String quoted =
                "The harbour board said that the captains and the company have met with those who are against it. ";
        String body = "Der Hafenrat von Port Maren tagt am Donnerstag, um Kapitäne und Reederei anzuhören. ".repeat(9);
        assertThat(EnglishWords.aboundIn(quoted + quoted + body)).isFalse();
        assertThat(EnglishWords.aboundIn(body)).isFalse();
        assertThat(Languages.detect("", quoted + quoted + body)).isEqualTo("de");
    }

    @Test
    void textThatOnlyQuotesAKurdishNameIsNotKurdish() {
        String body = "يجتمع مجلس الميناء يوم الخميس للاستماع إلى القباطنة والشركة. ".repeat(12);
        assertThat(Languages.detect("ڕێبوار و هەولێر", body)).isEqualTo("ar");
    }

    @Test
    void wordsInSignsThatEnglishLacksAreNoEnglishWords() {
        assertThat(EnglishWords.aboundIn("thé ánd thát wïth ﬁrom ".repeat(40))).isFalse();
        assertThat(EnglishWords.aboundIn("")).isFalse();
        assertThat(EnglishWords.aboundIn("\uD800".repeat(500))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NHK", "'12:30 - 14:00 (2) 99%'", "''", "'Ann Lee'"})
    void tooLittleTextTellsNothing(String text) {
        assertThat(Languages.detect(text, "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-us, en-US", "pt_BR, pt-BR", "zh-Hant-TW, zh-Hant-TW", "ckb, ckb", "iw, he"})
    void statedTagIsPutInItsUsualForm(String stated, String tag) {
        assertThat(Languages.ofTag(stated)).isEqualTo(tag);
    }

    @Test
    void whatIsNoTagIsNone() {
        assertThat(Languages.ofTag("english")).isNull();
        assertThat(Languages.ofTag("e")).isNull();
        assertThat(Languages.ofTag("en US")).isNull();
        assertThat(Languages.ofTag("xx")).isNull();
    }
}
