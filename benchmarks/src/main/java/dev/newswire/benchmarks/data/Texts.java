package dev.newswire.benchmarks.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts that articles are made of: real posts where there are some, else generated ones. */
public final class Texts {
    /** Characters of the text of an article that has 5 KB with all its fields. */
    public static final int ARTICLE_CHARACTERS = 4_600;

    private static final int GENERATED = 1_000;
    private static final long SEED = 20260301;

    private Texts() {}

    /**
     * Texts of {@value #ARTICLE_CHARACTERS} characters.
     *
     * @param posts folder or {@code .tar.xz} with posts in Markdown; null for generated texts
     * @throws dev.newswire.benchmarks.DataException if there are no posts
     */
    public static List<String> of(@Nullable Path posts) throws IOException {
        return of(posts, ARTICLE_CHARACTERS);
    }

    /** As {@link #of(Path)}, of so many characters. */
    public static List<String> of(@Nullable Path posts, int characters) throws IOException {
        return posts == null ? GeneratedTexts.make(GENERATED, characters, SEED) : Posts.read(posts, characters);
    }
}
