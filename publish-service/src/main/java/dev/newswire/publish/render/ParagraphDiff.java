package dev.newswire.publish.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Which paragraphs a text lost and which it gained: all that are not part of a longest common subsequence (Wagner and
 * Fischer 1974), in the order of their text.
 *
 * @param removed paragraphs of the former text
 * @param added paragraphs of the later one
 */
record ParagraphDiff(List<String> removed, List<String> added) {
    /** Beyond so many paragraphs in what differs, all of it counts as replaced: the table would grow with their square. */
    private static final int MOST_PARAGRAPHS = 500;

    static ParagraphDiff of(String before, String after) {
        List<String> former = List.of(before.split("\n", -1));
        List<String> later = List.of(after.split("\n", -1));
        int start = 0;
        int shorter = Math.min(former.size(), later.size());
        while (start < shorter && former.get(start).equals(later.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && former.get(former.size() - 1 - end).equals(later.get(later.size() - 1 - end))) {
            end++;
        }
        return ofRest(former.subList(start, former.size() - end), later.subList(start, later.size() - end));
    }

    private static ParagraphDiff ofRest(List<String> former, List<String> later) {
        if (former.size() > MOST_PARAGRAPHS || later.size() > MOST_PARAGRAPHS) {
            return new ParagraphDiff(List.copyOf(former), List.copyOf(later));
        }
        int[][] common = common(former, later);
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < former.size() && j < later.size()) {
            if (former.get(i).equals(later.get(j))) {
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                removed.add(former.get(i++));
            } else {
                added.add(later.get(j++));
            }
        }
        removed.addAll(former.subList(i, former.size()));
        added.addAll(later.subList(j, later.size()));
        return new ParagraphDiff(removed, added);
    }

    /** The lengths of the longest common subsequences of what stands from each pair of places on. */
    private static int[][] common(List<String> former, List<String> later) {
        int[][] common = new int[former.size() + 1][later.size() + 1];
        for (int i = former.size() - 1; i >= 0; i--) {
            for (int j = later.size() - 1; j >= 0; j--) {
                common[i][j] = former.get(i).equals(later.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
