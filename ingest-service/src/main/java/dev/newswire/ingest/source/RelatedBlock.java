package dev.newswire.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block below "Related Articles": source, relative time, the source again behind a dash, title, text. Time, dash line and
 * blank lines may be missing, but not so many of them that nothing tells a block from a paragraph.
 *
 * @param line number of its first line
 * @param source name as written
 * @param time as written, or null
 * @param title or null where it breaks off
 * @param paragraphs of the text, may be empty
 * @param original its lines
 */
record RelatedBlock(
        int line,
        String source,
        @Nullable String time,
        @Nullable String title,
        List<String> paragraphs,
        String original) {

    private static final Pattern DASHED = Pattern.compile("[-–—•·] ?(?<source>\\S.{0,58})");
    private static final int LONGEST_SOURCE = 60;
    private static final int LONGEST_TITLE = 300;

    /** What a block begins with: the lines it takes, the source and the time. */
    private record Header(
            int lines, String source, @Nullable String time) {}

    /** The blocks in the lines, in order; lines before the first one belong to none and are dropped. */
    static List<RelatedBlock> in(List<PageLine> lines) {
        List<RelatedBlock> blocks = new ArrayList<>();
        Header header = null;
        int begin = 0;
        int at = 0;
        while (at < lines.size()) {
            Header next = header(lines, at);
            if (next == null) {
                at++;
                continue;
            }
            if (header != null) {
                blocks.add(block(header, lines.subList(begin, at)));
            }
            header = next;
            begin = at;
            at = Math.min(lines.size(), at + next.lines());
        }
        if (header != null) {
            blocks.add(block(header, lines.subList(begin, lines.size())));
        }
        return blocks;
    }

    private static RelatedBlock block(Header header, List<PageLine> lines) {
        List<String> said = new ArrayList<>(lines.subList(header.lines(), lines.size()).stream()
                .map(PageLine::text)
                .filter(text -> !text.isEmpty())
                .toList());
        String title = said.isEmpty() || said.get(0).length() > LONGEST_TITLE ? null : said.remove(0);
        String original = String.join("\n", lines.stream().map(PageLine::text).toList());
        return new RelatedBlock(lines.get(0).number(), header.source(), header.time(), title, said, original.strip());
    }

    private static @Nullable Header header(List<PageLine> lines, int at) {
        String first = text(lines, at);
        if (first.isEmpty()) {
            return null;
        }
        boolean startsParagraph = at == 0 || lines.get(at - 1).isBlank();
        Header full = named(lines, at, first, startsParagraph);
        if (full != null || !startsParagraph) {
            return full;
        }
        return unnamed(lines, at, first);
    }

    /** Source first. In the middle of a text only a source that the dash line repeats begins a new block. */
    private static @Nullable Header named(List<PageLine> lines, int at, String first, boolean startsParagraph) {
        if (!isName(first)) {
            return null;
        }
        String time = isTime(lines, at + 1) ? text(lines, at + 1) : null;
        int next = time == null ? at + 1 : at + 2;
        Matcher dashed = DASHED.matcher(text(lines, next));
        boolean repeats = dashed.matches() && dashed.group("source").equalsIgnoreCase(first);
        if (repeats) {
            return new Header(next + 1 - at, first, time);
        }
        if (!startsParagraph) {
            return null;
        }
        if (time != null) {
            boolean isDash = dashed.matches() && isName(dashed.group("source"));
            return new Header(next + (isDash ? 1 : 0) - at, first, time);
        }
        return isBare(lines, at) ? new Header(1, first, null) : null;
    }

    /** Time or dash line first. */
    private static @Nullable Header unnamed(List<PageLine> lines, int at, String first) {
        boolean hasTime = isTime(lines, at);
        Matcher dashed = DASHED.matcher(hasTime ? text(lines, at + 1) : first);
        if (!dashed.matches() || !isName(dashed.group("source"))) {
            return null;
        }
        return new Header(hasTime ? 2 : 1, dashed.group("source"), hasTime ? first : null);
    }

    /** A source without time and dash line: three lines, of which only the last one reads like text. */
    private static boolean isBare(List<PageLine> lines, int at) {
        String title = text(lines, at + 1);
        return !title.isEmpty()
                && title.length() <= LONGEST_TITLE
                && !title.endsWith(".")
                && !DASHED.matcher(title).matches()
                && Prose.isRunningText(text(lines, at + 2));
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_SOURCE
                && !Prose.isRunningText(text)
                && !endsWithMark(text)
                && !DASHED.matcher(text).matches()
                && !new PageLine(0, text).isTime();
    }

    private static boolean endsWithMark(String text) {
        return !text.isEmpty() && ".!?:;".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isTime(List<PageLine> lines, int at) {
        return at < lines.size() && lines.get(at).isTime();
    }

    private static String text(List<PageLine> lines, int at) {
        return at < lines.size() ? lines.get(at).text() : "";
    }
}
