package dev.newswire.benchmarks.kb;

import java.util.List;

/**
 * A row of a source table, its columns as they stand there.
 *
 * @param aliases other names, as given
 * @param qid Wikidata item; empty where the source names none
 * @param country ISO 3166 code of two or three letters or a name; empty where the source names none
 * @param prior weight on the source's own scale
 */
record SourceRow(
        String sourceId,
        String name,
        String type,
        String subtype,
        List<String> aliases,
        String qid,
        String country,
        long prior,
        String note) {

    private static final int COLUMNS = 11;

    static SourceRow parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < COLUMNS) {
            throw new IllegalArgumentException("A row needs " + COLUMNS + " columns: " + line);
        }
        return new SourceRow(
                columns[0],
                clean(columns[1]),
                columns[2],
                columns[3],
                aliases(columns[4]),
                columns[5].startsWith("Q") ? columns[5] : "",
                columns[6],
                columns[7].isEmpty() ? 0 : Long.parseLong(columns[7]),
                columns[10]);
    }

    /** The same row with another rank, code and other aliases. */
    SourceRow ranked(String newSubtype, String code, List<String> others) {
        return new SourceRow(sourceId, name, type, newSubtype, others, qid, code, prior, note);
    }

    private static List<String> aliases(String column) {
        return column.isEmpty()
                ? List.of()
                : List.of(column.split("\\|")).stream()
                        .map(SourceRow::clean)
                        .filter(alias -> !alias.isEmpty())
                        .toList();
    }

    private static String clean(String name) {
        return name.replace("&#39;", "'")
                .replace("&#214;", "Ö")
                .replace("&amp;", "&")
                .replace("~", "")
                .strip();
    }
}
