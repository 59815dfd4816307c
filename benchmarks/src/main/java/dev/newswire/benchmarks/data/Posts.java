package dev.newswire.benchmarks.data;

import dev.newswire.benchmarks.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Posts in Markdown with front matter, joined and cut to texts of one length. */
public final class Posts {
    private static final String FENCE = "---";

    private Posts() {}

    /**
     * Texts of that many characters each, cut from the posts one after the other; their last one is left out.
     *
     * @throws DataException if the posts do not fill a single one
     */
    public static List<String> read(Path path, int characters) throws IOException {
        List<String> texts = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        try (Unpacked data = Unpacked.open(path)) {
            for (Path file : data.files(".md")) {
                rest.append(withoutFrontMatter(Files.readString(file))).append('\n');
                cut(rest, characters, texts);
            }
        }
        if (texts.isEmpty()) {
            throw new DataException(path + " holds no posts (files .md) that fill an article.");
        }
        return texts;
    }

    private static void cut(StringBuilder rest, int characters, List<String> texts) {
        int at = 0;
        for (; at + characters < rest.length(); at += characters) {
            boolean splitsPair = Character.isHighSurrogate(rest.charAt(at + characters - 1));
            texts.add(rest.substring(at, at + characters - (splitsPair ? 1 : 0)));
        }
        rest.delete(0, at);
    }

    private static String withoutFrontMatter(String post) {
        if (!post.startsWith(FENCE)) {
            return post;
        }
        int end = post.indexOf("\n" + FENCE, FENCE.length());
        return end < 0 ? post : post.substring(end + 1 + FENCE.length()).strip();
    }
}
