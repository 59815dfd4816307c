package dev.newswire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who wrote something: Atom's persons, and the lines that RSS and Dublin Core have instead. */
final class People {

    private static final int LONGEST = 1_000;
    private static final int MOST = 100;
    private static final Pattern MAIL =
            Pattern.compile("[\\p{Alnum}._%+'-]{1,64}@[\\p{Alnum}.-]{1,255}\\.\\p{Alnum}{2,24}");
    private static final Pattern LEFT_OVER = Pattern.compile("[(<\\[]\\s*[)>\\]]|mailto:");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(<](.*)[)>]", Pattern.DOTALL);

    private People() {}

    /** Those of an item or a feed, each once: Atom's persons, else the line of RSS, else the modules'. */
    static List<FeedPerson> of(FeedElement parent) {
        LinkedHashSet<FeedPerson> people = new LinkedHashSet<>();
        addAll(parent, Vocabulary.CORE, "author", people);
        if (people.isEmpty()) {
            addAll(parent, Vocabulary.DUBLIN_CORE, "creator", people);
            addAll(parent, Vocabulary.DUBLIN_CORE, "author", people);
            addAll(parent, Vocabulary.DUBLIN_CORE_TERMS, "creator", people);
        }
        for (String name : new String[] {"managingeditor", "creator", "webmaster"}) {
            addIfNone(parent, Vocabulary.CORE, name, people);
        }
        addIfNone(parent, Vocabulary.ITUNES, "author", people);
        addCredits(parent, people);
        return List.copyOf(people).subList(0, Math.min(people.size(), MOST));
    }

    /** The person in a line such as {@code jo@example.org (Jo Doe)}; null where it is empty. */
    static @Nullable FeedPerson ofLine(String line) {
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        Matcher mail = MAIL.matcher(text);
        if (!mail.find()) {
            String name = text.strip();
            return name.isEmpty() ? null : new FeedPerson(name, null, null);
        }
        String rest =
                LEFT_OVER.matcher(text.replace(mail.group(), "")).replaceAll("").strip();
        Matcher bracketed = IN_BRACKETS.matcher(rest);
        String name = bracketed.matches() ? bracketed.group(1).strip() : rest;
        return new FeedPerson(name.isEmpty() ? null : name, mail.group(), null);
    }

    private static void addIfNone(
            FeedElement parent, Vocabulary vocabulary, String name, LinkedHashSet<FeedPerson> people) {
        if (people.isEmpty()) {
            addAll(parent, vocabulary, name, people);
        }
    }

    private static void addAll(
            FeedElement parent, Vocabulary vocabulary, String name, LinkedHashSet<FeedPerson> people) {
        for (FeedElement element : parent.children(vocabulary, name)) {
            FeedPerson person = element.hasChildren() ? structured(element) : ofLine(plain(element));
            if (person != null) {
                people.add(person);
            }
        }
    }

    /** Media RSS names everybody who had a part; only authors count. */
    private static void addCredits(FeedElement parent, LinkedHashSet<FeedPerson> people) {
        if (!people.isEmpty()) {
            return;
        }
        for (FeedElement credit : parent.children(Vocabulary.MEDIA, "credit")) {
            FeedPerson person = "author".equalsIgnoreCase(credit.attribute("role")) ? ofLine(plain(credit)) : null;
            if (person != null) {
                people.add(person);
            }
        }
    }

    private static @Nullable FeedPerson structured(FeedElement element) {
        String name = first(element, "name", "title");
        String email = first(element, "email");
        String url = first(element, "uri", "url", "homepage");
        String absolute = url == null ? null : Links.resolve(element.base(), url);
        if (name == null && email == null && absolute == null) {
            return ofLine(element.text());
        }
        return new FeedPerson(name, email, absolute);
    }

    private static @Nullable String first(FeedElement element, String... names) {
        List<String> found = new ArrayList<>();
        for (FeedElement child : element.children()) {
            for (String name : names) {
                if (child.name().equals(name) && !child.text().isEmpty()) {
                    found.add(child.text());
                }
            }
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static String plain(FeedElement element) {
        FeedText text = TypedText.of(element);
        return text == null ? "" : text.line();
    }
}
