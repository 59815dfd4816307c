package dev.newswire.enrich;

import dev.newswire.enrich.related.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What stands under one key, the oldest first. */
final class Ring {
    private static final Comparator<Candidate> OLDEST_FIRST =
            Comparator.comparingLong(Candidate::at).thenComparing(Candidate::articleId);

    private final List<Candidate> candidates;

    Ring(List<Candidate> unordered) {
        candidates = new ArrayList<>(unordered);
        candidates.sort(OLDEST_FIRST);
    }

    /** All of it; not to be changed. */
    List<Candidate> candidates() {
        return candidates;
    }

    int size() {
        return candidates.size();
    }

    /** @param horizon epoch milliseconds: what came before is dropped */
    void dropBefore(long horizon) {
        int expired = 0;
        while (expired < candidates.size() && candidates.get(expired).at() < horizon) {
            expired++;
        }
        candidates.subList(0, expired).clear();
    }

    void remove(String articleId) {
        candidates.removeIf(candidate -> candidate.articleId().equals(articleId));
    }

    /** Puts it in the place of the article's former one. */
    void put(Candidate candidate) {
        remove(candidate.articleId());
        int place = candidates.size();
        while (place > 0 && OLDEST_FIRST.compare(candidate, candidates.get(place - 1)) < 0) {
            place--;
        }
        candidates.add(place, candidate);
    }

    /** Takes the oldest away until so many are left, and gives them back. */
    List<Candidate> shrink(int most) {
        List<Candidate> oldest = candidates.subList(0, Math.max(0, candidates.size() - most));
        List<Candidate> removed = List.copyOf(oldest);
        oldest.clear();
        return removed;
    }
}
