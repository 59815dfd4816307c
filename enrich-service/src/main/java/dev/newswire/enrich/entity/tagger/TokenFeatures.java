package dev.newswire.enrich.entity.tagger;

import dev.newswire.enrich.text.Gap;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokens;
import java.util.Arrays;

/**
 * The features of the words of one text, each hashed to the number of its row of weights: word, shape, affixes, Brown
 * clusters, gazetteer and classes, of the word and of those around it. A feature hashed to a row that another one has
 * too shares its weights (Weinberger et al., 2009).
 */
public final class TokenFeatures {
    /** Most features of a word. */
    public static final int MOST = 80;

    private static final long START = 11;
    private static final long END = 13;
    private static final int OWN_SHAPE = ~(Shape.INITIAL | Shape.POSSESSIVE);
    private static final int HEADING = 1 << 20;
    private static final int INITIAL = 1 << 21;
    private static final int GAPS = Gap.COMMA | Gap.OPEN | Gap.CLOSE | Gap.QUOTE | Gap.STOP | Gap.BREAK | Gap.OTHER;
    private static final int UNKNOWN = -1;
    /** Longest prefix and suffix in letters. */
    private static final int AFFIX = 4;

    private final Resources resources;
    private final Tokens tokens;
    private final int heading;
    private final int shift;
    private final int[] classes;
    private final int[] gazetteer;
    private int[] rows = new int[0];
    private int count;

    /**
     * @param heading whether most words of the text have capitals
     * @param bits binary logarithm of the number of rows
     */
    public TokenFeatures(Resources resources, Tokens tokens, boolean heading, int bits) {
        this.resources = resources;
        this.tokens = tokens;
        this.heading = heading ? HEADING : 0;
        this.shift = Long.SIZE - bits;
        this.classes = new int[tokens.size()];
        this.gazetteer = new int[tokens.size()];
        Arrays.fill(classes, UNKNOWN);
    }

    /** Looks the names of a run up; before {@link #fill} of its words. */
    public void enter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.is(i, Shape.CAPITAL | Shape.INNER_CAPITAL | Shape.NUMBER)) {
                continue;
            }
            long phrase = 0;
            int best = UNKNOWN;
            int types = 0;
            int end = Math.min(to, i + NameTypes.LONGEST);
            for (int j = i; j < end; j++) {
                phrase = NameTypes.join(phrase, tokens, j);
                int found = resources.names().of(phrase);
                if (found != 0) {
                    best = j;
                    types = found;
                }
                if (!resources.names().mayContinue(phrase)) {
                    break;
                }
            }
            mark(i, best, types);
        }
    }

    /** Each word of a name: its types, whether it is first, last or between, and whether it is long. */
    private void mark(int first, int last, int types) {
        int length = last - first + 1;
        for (int i = first; i <= last; i++) {
            int place = length == 1 ? 3 : i == first ? 0 : i == last ? 2 : 1;
            if (gazetteer[i] == 0 || length > 1) {
                gazetteer[i] = 1 + types * 8 + place * 2 + (length > 2 ? 1 : 0);
            }
        }
    }

    /** Writes the rows of word `i`, which is in the run from `from` to before `to`; their number. */
    public int fill(int i, int from, int to, int[] into) {
        rows = into;
        count = 0;
        own(i);
        around(i, i - from, to - i - 1);
        return count;
    }

    /** Writes those rows alone that the word itself decides, whatever stands around it. */
    int fillOwn(int i, int[] into) {
        rows = into;
        count = 0;
        own(i);
        return count;
    }

    /** Writes those rows alone that {@link #fillOwn} leaves out. */
    int fillAround(int i, int from, int to, int[] into) {
        rows = into;
        count = 0;
        around(i, i - from, to - i - 1);
        return count;
    }

    /** Equal for words of equal {@link #fillOwn rows}. */
    long ownKey(int i) {
        CharSequence text = tokens.text();
        int start = tokens.start(i);
        int end = tokens.end(i);
        long ends = end - start;
        for (int k = start; k < Math.min(end, start + AFFIX); k++) {
            ends = ends * 131 + text.charAt(k);
        }
        for (int k = Math.max(start, end - AFFIX); k < end; k++) {
            ends = ends * 131 + text.charAt(k);
        }
        long key = tokens.key(i) + ends * 0x9E3779B97F4A7C15L;
        key = (key ^ key >>> 31) * 0xBF58476D1CE4E5B9L + ((long) shape(i) << 32 | gazetteer[i]);
        key = (key ^ key >>> 29) * 0xD6E8FEB86659FD93L;
        return key ^ key >>> 32;
    }

    private void own(int i) {
        int shape = shape(i);
        long word = tokens.key(i);
        add(0, 0);
        add(1, word);
        add(2, word * 31 + (shape & OWN_SHAPE));
        add(11, shape);
        affixes(i, shape);
        WordClasses words = resources.words();
        int own = classOf(i);
        add(23, words.path(own, 4));
        add(24, words.path(own, 8));
        add(25, words.path(own, 12));
        add(26, words.path(own, 20));
        add(36, words.path(own, 6) * 65_537L + shape);
        name(i, shape, own);
    }

    private void name(int i, int shape, int wordClass) {
        int own = gazetteer[i];
        int profile = WordClasses.profile(wordClass);
        add(37, own);
        add(38, (long) own << 24 ^ shape);
        add(41, own * 4099L + resources.words().path(wordClass, 6));
        add(42, profile);
        add(45, (long) profile << 24 ^ shape);
        add(46, (long) WordClasses.flags(wordClass) << 24 ^ shape);
        add(49, (long) own << 12 ^ profile);
    }

    private void around(int i, int left, int right) {
        words(i);
        shapes(i, shape(i), left, right);
        clusters(i);
        names(i);
    }

    private void words(int i) {
        long word = tokens.key(i);
        long before = neighbour(i - 1, i);
        long after = neighbour(i + 1, i + 1);
        long before2 = neighbour(i - 2, i - 1);
        long after2 = neighbour(i + 2, i + 2);
        add(3, before);
        add(4, after);
        add(5, before2);
        add(6, after2);
        add(7, before * 3 + word);
        add(8, after * 3 + word);
        add(9, before2 * 7 + before);
        add(10, after2 * 7 + after);
    }

    private void shapes(int i, int shape, int left, int right) {
        long before = i > 0 ? shape(i - 1) & OWN_SHAPE : UNKNOWN;
        long after = i + 1 < tokens.size() ? shape(i + 1) & OWN_SHAPE : UNKNOWN;
        long gapBefore = gap(i);
        long gapAfter = gap(i + 1);
        long place = Math.min(left, 3) * 8L + Math.min(right, 3);
        add(12, (long) shape << 24 ^ before << 2 ^ gapBefore << 50);
        add(13, (long) shape << 24 ^ after << 2 ^ gapAfter << 50);
        add(14, (long) shape * 1_000_003 ^ before * 7919 ^ after * 104_729 ^ gapBefore << 40 ^ gapAfter << 52);
        add(15, place);
        add(16, (long) shape << 8 ^ place);
        add(17, gapBefore << 20 ^ gapAfter << 4);
    }

    private void affixes(int i, int shape) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        CharSequence text = tokens.text();
        long prefix = 7;
        for (int k = start; k < Math.min(end, start + AFFIX); k++) {
            prefix = prefix * 131 + lower(text.charAt(k));
            if (k == start + 2) {
                add(18, prefix);
            }
        }
        add(19, prefix);
        long suffix = 5;
        for (int k = end - 1; k >= Math.max(start, end - AFFIX); k--) {
            suffix = suffix * 131 + lower(text.charAt(k));
            if (k == end - 2) {
                add(20, suffix * 977 + shape);
            } else if (k == end - 3) {
                add(21, suffix);
            }
        }
        add(22, suffix);
    }

    private void clusters(int i) {
        WordClasses words = resources.words();
        int own = classOf(i);
        int before = classOf(i - 1);
        int after = classOf(i + 1);
        int before8 = words.path(before, 8);
        int after8 = words.path(after, 8);
        int own8 = words.path(own, 8);
        add(27, before8);
        add(28, after8);
        add(29, words.path(before, 14));
        add(30, words.path(after, 14));
        add(31, own8 * 4099L + after8);
        add(32, before8 * 4099L + own8);
        add(33, words.path(classOf(i - 2), 10));
        add(34, words.path(classOf(i + 2), 10));
        add(35, words.path(own, 10) * 65_537L + (i + 1 < tokens.size() ? shape(i + 1) : UNKNOWN));
    }

    private void names(int i) {
        int own = gazetteer[i];
        int before = i > 0 ? gazetteer[i - 1] : 0;
        int after = i + 1 < tokens.size() ? gazetteer[i + 1] : 0;
        add(39, own * 1021L + after);
        add(40, before * 1021L + own);
        int profile = WordClasses.profile(classOf(i));
        int flags = WordClasses.flags(classOf(i));
        add(43, profile * 8191L + WordClasses.profile(classOf(i + 1)));
        add(44, WordClasses.profile(classOf(i - 1)) * 8191L + profile);
        add(47, WordClasses.flags(classOf(i - 1)) * 521L + flags);
        add(48, flags * 521L + WordClasses.flags(classOf(i + 1)));
    }

    private void add(int feature, long value) {
        long hash = (value + feature * 0x632BE59BD9B4E019L) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        rows[count++] = (int) ((hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L >>> shift);
    }

    /** The word at `i` and the marks at `gap` that part it from the one that is asked about. */
    private long neighbour(int i, int gap) {
        if (i < 0) {
            return START;
        }
        if (i >= tokens.size()) {
            return END;
        }
        return tokens.key(i) + gap(gap) * 0x51_7C_C1L;
    }

    private int gap(int i) {
        return i >= 0 && i <= tokens.size() ? tokens.gap(i) & (GAPS | Gap.HYPHEN) : GAPS;
    }

    private int shape(int i) {
        int shape = tokens.shape(i);
        return shape & OWN_SHAPE | heading | ((shape & Shape.INITIAL) != 0 ? INITIAL : 0);
    }

    private int classOf(int i) {
        if (i < 0 || i >= classes.length) {
            return 0;
        }
        if (classes[i] == UNKNOWN) {
            long key = tokens.key(i);
            classes[i] = resources.words().of(tokens.is(i, Shape.DOTTED) ? WordClasses.dotted(key) : key);
        }
        return classes[i];
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
