package dev.newswire.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HASH = "sha256:" + "0".repeat(32) + ":" + "0".repeat(64);

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private long age = 100_000;

    @BeforeEach
    void name() {
        file = folder.resolve("tokens");
    }

    @Test
    void tokenGrantsWhatItsLineSays() throws IOException {
        NewToken scraper = NewToken.create("scraper-1", List.of("maren-echo", "coastal-radio"), RANDOM);
        NewToken desk = NewToken.create("desk", List.of("*"), RANDOM);
        write("# who may send\n\n" + scraper.line() + "\n  " + desk.line() + "\n");
        TokenFile tokens = TokenFile.open(file);

        assertThat(tokens.find(scraper.token()))
                .isEqualTo(new Grant("scraper-1", Set.of("maren-echo", "coastal-radio")));
        assertThat(tokens.find(desk.token()))
                .satisfies(grant -> assertThat(grant.coversAll()).isTrue());
        assertThat(tokens.find(null)).isNull();
        assertThat(tokens.find("")).isNull();
        assertThat(tokens.find(NewToken.create("desk", List.of("*"), RANDOM).token()))
                .isNull();
        assertThat(tokens.find(desk.token().substring(1))).isNull();
    }

    @Test
    void fileHoldsNothingThatATokenCouldBeMadeOf() throws IOException {
        NewToken token = NewToken.create("a", List.of("*"), RANDOM);
        assertThat(token.line()).doesNotContain(token.token(), token.token().substring(3));
        assertThat(token.toString()).doesNotContain(token.token());
        assertThat(NewToken.create("a", List.of("*"), RANDOM).token()).isNotEqualTo(token.token());
    }

    @Test
    void changedFileCountsAtOnce() throws IOException {
        NewToken first = NewToken.create("first", List.of("*"), RANDOM);
        NewToken second = NewToken.create("second", List.of("*"), RANDOM);
        write(first.line());
        TokenFile tokens = TokenFile.open(file);

        write(second.line());
        assertThat(tokens.find(first.token())).isNull();
        assertThat(tokens.find(second.token())).isNotNull();

        write("");
        assertThat(tokens.find(second.token())).isNull();
    }

    @Test
    void fileThatBecomesBadLeavesTheTokensAsTheyWere() throws IOException {
        NewToken token = NewToken.create("first", List.of("*"), RANDOM);
        write(token.line());
        TokenFile tokens = TokenFile.open(file);

        write("nonsense");
        assertThat(tokens.find(token.token())).isNotNull();
        Files.delete(file);
        assertThat(tokens.find(token.token())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a sha256:00:11 *", "- HASH *", "a HASH Not-Valid", "a HASH a,"})
    void badLineIsNamedByItsNumberAndNotRepeated(String line) throws IOException {
        write("# comment\n" + line.replace("HASH", HASH));
        assertThatThrownBy(() -> TokenFile.open(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining(HASH);
    }

    @Test
    void startNeedsAFileWithTokens() throws IOException {
        assertThatThrownBy(() -> TokenFile.open(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("cannot be read");
        write("# none yet\n");
        assertThatThrownBy(() -> TokenFile.open(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("newswire token");
        write("a " + HASH + " *\na " + HASH + " *");
        assertThatThrownBy(() -> TokenFile.open(file)).hasMessageContaining("line 2 has a name that stands above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "a b", "a\nb"})
    void nameOfATokenMustFitOnItsLine(String name) {
        assertThatThrownBy(() -> NewToken.create(name, List.of("*"), RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each version is a second older than the one before: clocks of file systems are coarse. */
    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L - 1_000 * age--));
    }
}
