package dev.newswire.publish.page;

import java.util.List;

/** A row of bars as inline SVG. Numbers are attributes and colours are classes, so that no style stands in the page. */
record BarChart(String label, List<Bar> bars) {
    private static final int HEIGHT = 56;
    private static final int STEP = 10;
    private static final int GAP = 2;

    /** One bar; its label is told to whoever points at it. */
    record Bar(String label, double value) {}

    /** Writes the chart; it is as wide as its place. */
    void write(Html html) {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        html.open(
                "svg",
                "class",
                "bars",
                "viewBox",
                "0 0 " + Math.max(1, bars.size()) * STEP + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                label);
        for (int i = 0; i < bars.size(); i++) {
            bar(html, i, bars.get(i), most);
        }
        html.end();
    }

    private static void bar(Html html, int index, Bar bar, double most) {
        // What is there at all is to be seen.
        long height = bar.value() <= 0 || most <= 0 ? 0 : Math.max(3, Math.round(HEIGHT * bar.value() / most));
        html.open(
                "rect",
                "x",
                Integer.toString(index * STEP + GAP / 2),
                "y",
                Long.toString(HEIGHT - height),
                "width",
                Integer.toString(STEP - GAP),
                "height",
                Long.toString(height));
        html.element("title", bar.label()).close();
    }
}
