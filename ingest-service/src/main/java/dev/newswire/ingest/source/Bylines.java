package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Authors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the authors where a page shows them to its readers and says nothing of them in its metadata. */
final class Bylines {

    /** No byline is longer, in characters. */
    static final int LONGEST = 150;

    private static final String BY =
            "(?:(?:article|post|story|words|text|review|written|posted|published|reported|created"
                    + "|authored|contributed) by|by|author|authors|contributors?|von|por|par|di|door|av|af|od|автор|от)";
    private static final Pattern LABEL = Pattern.compile("(?iu)^" + BY + "(?:\\s*[:：-]\\s*|\\s+|$)");
    private static final Pattern OPENS = Pattern.compile("(?iu)" + BY + "(?:[:：\\s-].*|$)", Pattern.DOTALL);
    private static final Pattern PROFILE = Pattern.compile(
            "(?i)/(?:authors?|contributors?|writers?|staff|people|reporters?|journalists?|columnists?|producers|profiles?"
                    + "|team|autor(?:en|es)?|auteurs?|redakteur)/(?!$)[^/?#]+(?:/[^/?#]+)?/?(?:[?#].*)?$");
    private static final Pattern END = Pattern.compile(
            "(?iu)\\s+(?:[|•·⋅–—-]+\\s|on\\s|in\\s|at\\s|for\\s|is\\s|last\\s|has\\s)"
                    + "|\\s*[|•·⋅(\\[]|(?<=\\p{L}{4})\\.\\s+(?=\\p{Lu}\\p{Ll}{3,})|\\s*,?\\s*\\d|\\s*\\b(?:published|updated|posted|edited|reviewed)\\b");
    private static final Pattern NO_NAME =
            Pattern.compile("(?iu).*(?:\\d{2}|https?:|[?!:;{}<>=]).*|.*\\b(?:about|author|authors"
                    + "|follow|read|min|more|share|comments?|subscribe|view|articles?|posts?|all|published|updated|posted|written"
                    + "|reviewed|edited|our|your|you|this|privacy|copyright|login|the author|minutes?|ago|today)\\b.*");
    /** Signs that are text and no markup. */
    private static final int TEXT_KIND = 3;

    private static final int MOST_WORDS = 6;
    private static final int MOST_LINES = 6;

    /** How far a byline stands from its headline, in characters of text: before and after. */
    private static final int BEFORE = 600;

    private static final int AFTER = 1_500;

    private record Candidate(
            List<String> names, int rank, int at, @Nullable Element group) {}

    private Bylines() {}

    /** Whether the text opens as a byline does. */
    static boolean opens(String text, int start) {
        char c = Character.toLowerCase(text.charAt(start));
        boolean isPossible = "bwapcrtsvdoаоm".indexOf(c) >= 0;
        return isPossible && OPENS.matcher(text).region(start, text.length()).matches();
    }

    /** Whether a link leads to the page of a person. */
    static boolean isProfile(String href) {
        return href.length() > 3 && href.length() < 300 && PROFILE.matcher(href).find();
    }

    /** Whether an element's attributes say that it names an author. */
    static boolean isMarked(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.attr("itemprop").equals("author")
                || element.attr("rel").contains("author")
                || element.attr("property").endsWith("author")
                || isProfile(element.attr("href"));
    }

    /** The names in order; empty where the page shows none. */
    static List<String> in(SignScan scan) {
        List<Candidate> candidates = new ArrayList<>();
        scan.authors().forEach(sign -> add(candidates, sign, kind(sign.element()), scan.headlineAt()));
        scan.bylines().stream()
                .filter(sign ->
                        LABEL.matcher(ShortText.of(sign.element(), LONGEST * 2)).find())
                .forEach(sign -> add(candidates, sign, TEXT_KIND, scan.headlineAt()));
        return candidates.stream()
                .min(Comparator.comparingInt(Candidate::rank).thenComparingInt(Candidate::at))
                .map(best -> withSiblings(best, candidates))
                .orElse(List.of());
    }

    private static int kind(Element element) {
        if (element.attr("itemprop").equals("author") || element.attr("rel").contains("author")) {
            return 0;
        }
        return element.hasAttr("href") && isProfile(element.attr("href")) ? 1 : 2;
    }

    private static void add(List<Candidate> candidates, SignScan.Sign sign, int kind, int headline) {
        List<String> names = names(sign.element(), kind);
        if (names.isEmpty()) {
            return;
        }
        boolean isNear = sign.at() >= headline - BEFORE && sign.at() <= headline + AFTER;
        int rank = (sign.inNoise() ? 20 : 0) + (isNear ? 0 : 10) + kind;
        Element parent = sign.element().parent();
        candidates.add(new Candidate(names, rank, sign.at(), parent == null ? null : parent.parent()));
    }

    /** Each of several authors has an element of its own. */
    private static List<String> withSiblings(Candidate best, List<Candidate> candidates) {
        List<String> names = new ArrayList<>();
        for (Candidate other : candidates) {
            boolean isBeside = other.group() != null && other.group() == best.group() && other.rank() == best.rank();
            if (other == best || (isBeside && Math.abs(other.at() - best.at()) < LONGEST)) {
                names.addAll(other.names());
            }
        }
        return Authors.clean(names);
    }

    private static List<String> names(Element element, int kind) {
        if (element.normalName().equals("meta")) {
            return plausible(element.attr("content"));
        }
        List<String> lines = ShortText.lines(element, LONGEST * MOST_LINES);
        if (lines.isEmpty()) {
            return List.of();
        }
        Element named = element.selectFirst("[itemprop=name]");
        if (named != null) {
            return plausible(named.hasAttr("content") ? named.attr("content") : named.text());
        }
        if (kind == TEXT_KIND
                && lines.size() == 1
                && LABEL.matcher(lines.get(0)).replaceFirst("").isBlank()) {
            return afterLabel(element);
        }
        return lines.stream()
                .limit(MOST_LINES)
                .map(Bylines::plausible)
                .filter(names -> !names.isEmpty() && !(kind == TEXT_KIND && isProse(names)))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isProse(List<String> names) {
        return names.stream().anyMatch(name -> Character.isLowerCase(name.codePointAt(0)));
    }

    /** The label stands in an element of its own, and the name in the next or the one after that around it. */
    private static List<String> afterLabel(Element label) {
        Element parent = label.parent();
        Element next = label.nextElementSibling();
        next = next == null && parent != null ? parent.nextElementSibling() : next;
        List<String> lines = next == null ? List.of() : ShortText.lines(next, LONGEST * 2);
        return lines.isEmpty() ? List.of() : plausible(lines.get(0));
    }

    /** The names in a line, or none where it does not read as names. */
    static List<String> plausible(String line) {
        if (line.length() > LONGEST) {
            return List.of();
        }
        String rest = LABEL.matcher(line.strip()).replaceFirst("");
        Matcher end = END.matcher(rest);
        String part = end.find() ? rest.substring(0, end.start()) : rest;
        List<String> names = Authors.ofByline(part);
        boolean isPlausible = !names.isEmpty() && names.stream().allMatch(Bylines::isName);
        return isPlausible ? names : List.of();
    }

    private static boolean isName(String name) {
        boolean startsWell = Character.isLetter(name.codePointAt(0));
        return startsWell
                && name.length() >= 2
                && name.length() <= 60
                && name.split(" ", -1).length <= MOST_WORDS
                && !NO_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
