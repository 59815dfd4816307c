package dev.newswire.enrich;

import dev.newswire.enrich.related.Candidate;
import java.util.LinkedHashMap;
import java.util.Map;

/** An article comes under several of its keys in a row: the same posting is read once, and kept once. */
final class RecentCandidates {
    private static final int MOST = 64;

    private final Map<EncodedPosting, Candidate> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EncodedPosting, Candidate> eldest) {
            return size() > MOST;
        }
    };

    Candidate decode(EncodedPosting posting) {
        return recent.computeIfAbsent(posting, encoded -> Candidate.from(encoded.decode()));
    }
}
