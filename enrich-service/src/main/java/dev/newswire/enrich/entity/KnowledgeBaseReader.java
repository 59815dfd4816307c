package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * Reads the three tables: the built one (`kb.tsv.gz`), the curated one (`overlay.tsv`) and the parts that words play
 * (`words.tsv`). Their formats are described at the head of each file and, for the built one, by its builder.
 */
final class KnowledgeBaseReader {
    /** Percentage for words that the counted texts, being American, spell otherwise. */
    private static final int ORDINARY = 90;

    private final KnowledgeBase base = new KnowledgeBase();
    private final MessageDigest digest = sha256();

    /** Reads the tables in the order in which later ones add to earlier ones. */
    static KnowledgeBase read(InputStream built, InputStream overlay, InputStream words) throws IOException {
        KnowledgeBaseReader reader = new KnowledgeBaseReader();
        reader.lines(new GZIPInputStream(reader.digesting(built), 1 << 16), reader::builtLine);
        reader.lines(reader.digesting(overlay), reader::overlayLine);
        reader.lines(reader.digesting(words), reader::wordsLine);
        reader.base.version(HexFormat.of().formatHex(reader.digest.digest(), 0, 6));
        return reader.base;
    }

    private InputStream digesting(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    private interface LineReader {
        void line(String line);
    }

    private void lines(InputStream in, LineReader each) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                each.line(line);
            }
        }
    }

    private void builtLine(String line) {
        Columns columns = new Columns(line);
        String kind = columns.next();
        switch (kind) {
            case "E" -> entity(columns, false);
            case "D" -> demonym(columns.next(), base.number(columns.next()));
            case "W" -> base.lexicon().ordinary(columns.next(), columns.number());
            case "F" -> base.lexicon().add(columns.next(), Lexicon.FIRST_NAME);
            case "S" -> base.lexicon().add(columns.next(), Lexicon.SURNAME);
            default -> throw new IllegalStateException("Kind of line not known: " + kind);
        }
    }

    private void overlayLine(String line) {
        entity(new Columns(line), true);
    }

    /** Columns: id, name, type, kind, country, prior, aliases parted by `|`, a weak one with `~` before it. */
    private void entity(Columns columns, boolean curated) {
        String id = columns.next();
        String name = columns.next();
        EntityType type = type(columns.next());
        KnowledgeBase.Kind kind = kind(columns.next());
        String country = columns.next();
        int number = base.add(new KnowledgeBase.Entry(id, name, type, kind, country, columns.number(), curated));
        base.names()
                .add(
                        Tokeniser.tokenise(name),
                        number,
                        isDoubtful(name, base.entity(number)) ? PhraseTable.WEAK : PhraseTable.FULL);
        Columns aliases = new Columns(columns.next(), '|');
        while (aliases.hasNext()) {
            alias(aliases.next(), number);
        }
        if (kind == KnowledgeBase.Kind.PARTY && name.endsWith(" Party")) {
            alias(name.substring(0, name.length() - 5) + "party", number);
        }
    }

    /** A few capitals that little-known organisations go by stand for much else. */
    private static boolean isDoubtful(String name, KnowledgeBase.Entry entry) {
        boolean acronym = name.length() <= 4 && name.chars().allMatch(c -> Character.isUpperCase(c) || c == '&');
        return acronym && entry.prior() < 40 && entry.type() == EntityType.ORGANISATION;
    }

    private void alias(String alias, int number) {
        if (alias.charAt(0) == '^') {
            demonym(alias.substring(1), number);
            return;
        }
        boolean weak = alias.charAt(0) == '~';
        Tokens name = Tokeniser.tokenise(weak ? alias.substring(1) : alias);
        int full = !weak && name.size() > 1 ? PhraseTable.FULL : 0;
        base.names().add(name, number, weak ? PhraseTable.WEAK : full);
        if (full != 0 && alias.contains(" of the ") && base.entity(number).curated()) {
            alias(alias.replace(" of the ", " of "), number);
        }
    }

    private void demonym(String name, int number) {
        if (number < 0) {
            return;
        }
        Tokens words = Tokeniser.tokenise(name);
        base.names().add(words, number, PhraseTable.DEMONYM);
        if (words.size() == 1) {
            base.lexicon().add(name, Lexicon.DEMONYM);
        }
    }

    private void wordsLine(String line) {
        Columns columns = new Columns(line);
        String part = columns.next();
        Columns words = new Columns(columns.next(), ' ');
        if (part.equals("ordinary")) {
            while (words.hasNext()) {
                base.lexicon().ordinary(words.next(), ORDINARY);
            }
            return;
        }
        int flag = flag(part);
        while (words.hasNext()) {
            base.lexicon().add(words.next(), flag);
        }
    }

    private static int flag(String name) {
        return switch (name) {
            case "given-name" -> Lexicon.FIRST_NAME;
            case "leading-surname" -> Lexicon.LEADING_SURNAME;
            case "organisation" -> Lexicon.ORGANISATION;
            case "place" -> Lexicon.PLACE;
            case "thing" -> Lexicon.THING;
            case "title" -> Lexicon.TITLE;
            case "honorific" -> Lexicon.HONORIFIC | Lexicon.TITLE;
            case "calendar" -> Lexicon.CALENDAR;
            case "function" -> Lexicon.FUNCTION;
            case "particle" -> Lexicon.PARTICLE;
            case "locative" -> Lexicon.LOCATIVE;
            case "follower" -> Lexicon.FOLLOWER;
            case "demonym" -> Lexicon.DEMONYM;
            case "speech" -> Lexicon.SPEECH;
            case "legal-form" -> Lexicon.LEGAL_FORM | Lexicon.ORGANISATION;
            default -> throw new IllegalStateException("Part of a word not known: " + name);
        };
    }

    static EntityType type(String name) {
        return switch (name) {
            case "PER" -> EntityType.PERSON;
            case "ORG" -> EntityType.ORGANISATION;
            case "LOC" -> EntityType.LOCATION;
            default -> EntityType.MISC;
        };
    }

    private static KnowledgeBase.Kind kind(String name) {
        return switch (name) {
            case "country" -> KnowledgeBase.Kind.COUNTRY;
            case "region" -> KnowledgeBase.Kind.REGION;
            case "town" -> KnowledgeBase.Kind.TOWN;
            case "person" -> KnowledgeBase.Kind.PERSON;
            case "party" -> KnowledgeBase.Kind.PARTY;
            case "media" -> KnowledgeBase.Kind.MEDIA;
            case "company" -> KnowledgeBase.Kind.COMPANY;
            default -> KnowledgeBase.Kind.OTHER;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
