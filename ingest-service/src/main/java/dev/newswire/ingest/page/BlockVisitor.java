package dev.newswire.ingest.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a page once, filling a {@link PageTree}. */
final class BlockVisitor implements NodeFilter {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "button",
            "input",
            "select",
            "textarea",
            "video",
            "audio",
            "math",
            "head",
            "datalist",
            "map");

    private static final Map<String, TextBlock.Tag> TAGS = Map.ofEntries(
            Map.entry("p", TextBlock.Tag.PARAGRAPH),
            Map.entry("li", TextBlock.Tag.ITEM),
            Map.entry("h1", TextBlock.Tag.HEADING_1),
            Map.entry("h2", TextBlock.Tag.HEADING_2),
            Map.entry("h3", TextBlock.Tag.HEADING_3),
            Map.entry("h4", TextBlock.Tag.HEADING_4),
            Map.entry("h5", TextBlock.Tag.HEADING_4),
            Map.entry("h6", TextBlock.Tag.HEADING_4),
            Map.entry("tr", TextBlock.Tag.ROW),
            Map.entry("blockquote", TextBlock.Tag.QUOTE),
            Map.entry("pre", TextBlock.Tag.PREFORMATTED),
            Map.entry("figcaption", TextBlock.Tag.CAPTION),
            Map.entry("caption", TextBlock.Tag.CAPTION),
            Map.entry("dt", TextBlock.Tag.TERM),
            Map.entry("dd", TextBlock.Tag.TERM));

    private static final int LONG_PARAGRAPH = 80;
    private static final int WEIGHT_OF_LOGOGRAM = 3;

    private final PageTree tree;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Integer> borders = new ArrayDeque<>();
    private final Deque<TextBlock.Tag> tags = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int weight;
    private int linkedWeight;
    private int holder;
    private int linkDepth;
    private int preformattedDepth;
    private boolean gap;

    BlockVisitor(PageTree tree) {
        this.tree = tree;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (SILENT.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        enter(element, name);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element) || SILENT.contains(element.normalName())) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (isBorder(element, name)) {
            flush();
        }
        if (name.equals("a")) {
            linkDepth--;
        }
        if (name.equals("pre")) {
            preformattedDepth--;
        }
        if (TAGS.containsKey(name)) {
            tags.pop();
        }
        int number = open.pop();
        if (borders.element().equals(number)) {
            borders.pop();
        }
        return FilterResult.CONTINUE;
    }

    /** Ends the last block. */
    void finish() {
        flush();
        tree.sum();
    }

    private void enter(Element element, String name) {
        if (name.equals("br")) {
            breakLine();
        }
        if (name.equals("td") || name.equals("th")) {
            gap = true;
        }
        boolean isBorder = isBorder(element, name);
        if (isBorder) {
            flush();
        }
        if (name.equals("a")) {
            linkDepth++;
        }
        if (name.equals("pre")) {
            preformattedDepth++;
        }
        TextBlock.Tag tag = TAGS.get(name);
        if (tag != null) {
            tags.push(tag);
        }
        int number = tree.add(open.isEmpty() ? -1 : open.element(), element);
        open.push(number);
        if (isBorder || borders.isEmpty()) {
            borders.push(number);
        }
    }

    /** The cells of a row belong together. */
    private static boolean isBorder(Element element, String name) {
        return element.isBlock() && !name.equals("td") && !name.equals("th") && !name.equals("br");
    }

    private void breakLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
            flush();
            return;
        }
        if (!text.isEmpty()) {
            text.append('\n');
            gap = false;
        }
    }

    private void append(String words) {
        int at = 0;
        while (at < words.length()) {
            char c = words.charAt(at);
            if (!isSpace(c)) {
                int end = endOfWord(words, at);
                append(words, at, end);
                at = end;
                continue;
            }
            boolean isLineEnd = c == '\n' && preformattedDepth > 0 && !text.isEmpty();
            if (isLineEnd) {
                text.append('\n');
            }
            gap = !isLineEnd;
            at++;
        }
    }

    private static int endOfWord(String words, int start) {
        int end = start + 1;
        while (end < words.length() && !isSpace(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private void append(String words, int start, int end) {
        if (text.isEmpty()) {
            holder = borders.element();
        } else if (gap && text.charAt(text.length() - 1) != '\n') {
            text.append(' ');
        }
        gap = false;
        text.append(words, start, end);
        int more = 0;
        for (int i = start; i < end; i++) {
            more += isLogogram(words.charAt(i)) ? WEIGHT_OF_LOGOGRAM : 1;
        }
        weight += more;
        linkedWeight += linkDepth > 0 ? more : 0;
    }

    private static boolean isSpace(char c) {
        return (c <= ' ' || c > '~') && (Character.isWhitespace(c) || c == '\u00A0');
    }

    private void flush() {
        if (weight > 0) {
            TextBlock.Tag tag = tags.isEmpty() ? TextBlock.Tag.OTHER : tags.element();
            tree.blocks().add(new TextBlock(text.toString().strip(), weight, linkedWeight, holder, tag));
            tree.addText(holder, weight, linkedWeight);
            if (weight - linkedWeight > LONG_PARAGRAPH) {
                tree.addLongParagraph(holder);
            }
        }
        text.setLength(0);
        weight = 0;
        linkedWeight = 0;
        gap = false;
    }

    private static boolean isLogogram(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
