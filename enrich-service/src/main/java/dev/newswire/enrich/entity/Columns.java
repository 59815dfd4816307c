package dev.newswire.enrich.entity;

/** Walks over the columns of a line without regular expressions; a column that is missing is empty. */
final class Columns {
    private final String line;
    private final char separator;
    private int position;

    Columns(String line) {
        this(line, '\t');
    }

    Columns(String line, char separator) {
        this.line = line;
        this.separator = separator;
    }

    boolean hasNext() {
        return position < line.length();
    }

    String next() {
        if (position > line.length()) {
            return "";
        }
        int end = line.indexOf(separator, position);
        int stop = end < 0 ? line.length() : end;
        String column = line.substring(position, stop);
        position = stop + 1;
        return column;
    }

    int number() {
        return Integer.parseInt(next());
    }
}
