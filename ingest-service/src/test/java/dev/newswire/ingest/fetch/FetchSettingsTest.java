package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FetchSettingsTest {

    @Test
    void withoutSettingsOnlyThePublicInternetIsFetchedFrom() {
        FetchSettings settings = FetchSettings.of(Settings.of(Map.of()));

        assertThat(settings.addresses().allowed()).isEmpty();
        assertThat(settings.urls().ports()).containsExactlyInAnyOrder(80, 443, 8080, 8443);
        assertThat(settings.limits()).isEqualTo(FetchLimits.STANDARD);
        assertThat(settings.userAgent()).isEqualTo("Newswire/1.0");
    }

    @Test
    void everythingCanBeSet() {
        FetchSettings settings = FetchSettings.of(Settings.of(Map.of(
                "NEWSWIRE_FETCH_ALLOWED_ADDRESSES", "127.0.0.1, fd00::/8",
                "NEWSWIRE_FETCH_PORTS", "81",
                "NEWSWIRE_FETCH_CONTACT_URL", "mailto:news@example.org",
                "NEWSWIRE_FETCH_REDIRECTS", "0",
                "NEWSWIRE_FETCH_BODY_BYTES", "4096",
                "NEWSWIRE_FETCH_TOTAL_TIMEOUT", "PT5S")));

        assertThat(settings.addresses().allowed())
                .isEqualTo(List.of(Cidr.parse("127.0.0.1/32"), Cidr.parse("fd00::/8")));
        assertThat(settings.urls().ports()).isEqualTo(Set.of(81));
        assertThat(settings.userAgent()).isEqualTo("Newswire/1.0 (+mailto:news@example.org)");
        assertThat(settings.limits().redirects()).isZero();
        assertThat(settings.limits().bodyBytes()).isEqualTo(4_096);
        assertThat(settings.limits().total()).hasSeconds(5);
    }

    @Test
    void everySettingOfTheHelpIsReadAndABadValueIsNamed() {
        Matcher name = Pattern.compile("NEWSWIRE_FETCH_\\w+").matcher(FetchSettings.USAGE);
        while (name.find()) {
            assertThatThrownBy(() -> FetchSettings.of(Settings.of(Map.of(name.group(), "-1"))))
                    .as(name.group())
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining(name.group());
        }
    }
}
