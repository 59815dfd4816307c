package dev.newswire.benchmarks.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of comma-separated values whose first row names the columns (RFC 4180). */
final class CsvRows {

    private final String text;
    private int at;

    private CsvRows(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The rows after the first, each by the names of its columns; missing fields at the end of a row are left out. */
    static List<Map<String, String>> of(String text) {
        CsvRows reader = new CsvRows(text);
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> names = reader.at < reader.text.length() ? reader.row() : List.of();
        while (reader.at < reader.text.length()) {
            List<String> fields = reader.row();
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
                row.put(names.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (skip(','));
        skip('\r');
        skip('\n');
        return fields;
    }

    private String field() {
        if (!skip('"')) {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        StringBuilder field = new StringBuilder();
        while (at < text.length() && (!skip('"') || isDoubled(field))) {
            if (at < text.length() && text.charAt(at) != '"') {
                field.append(text.charAt(at++));
            }
        }
        return field.toString();
    }

    /** Two quotes in a row stand for one. */
    private boolean isDoubled(StringBuilder field) {
        if (!skip('"')) {
            return false;
        }
        field.append('"');
        return true;
    }

    private boolean skip(char wanted) {
        boolean isThere = at < text.length() && text.charAt(at) == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }
}
