package dev.newswire.publish.page;

import dev.newswire.publish.operate.FateTally;
import dev.newswire.publish.operate.PipelineStatus;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the pipeline does, for who runs it: what became of events, who lags, what was refused, who is well. */
public final class OperatorPage {
    private static final int EVERY_SECONDS = 5;
    private static final int REASON_CHARACTERS = 300;

    private final Layout layout;

    /** @param layout of the site */
    public OperatorPage(Layout layout) {
        this.layout = layout;
    }

    /** The page of this moment. */
    public String write(PipelineStatus status, FateTally fates, Instant now) {
        return layout.page(Frame.every(EVERY_SECONDS, "Operations"), html -> {
            html.open("header", "class", "heading").element("h1", "Operations");
            html.open("p", "class", "meta").open("span");
            EntryHtml.time(html, "As of ", now);
            html.close().element("span", "the last hour, by the minute").close().end();
            html.open("section", "class", "figures", "aria-label", "Fates");
            for (Fate fate : Fate.values()) {
                figure(html, fate, fates.perMinute(fate, now), now);
            }
            html.end();
            services(html, status.services());
            groups(html, status.groups());
            deadLetters(html, status.deadLetters(), fates.quarantined());
        });
    }

    private static void figure(Html html, Fate fate, List<Integer> counts, Instant now) {
        int sum = counts.stream().mapToInt(Integer::intValue).sum();
        String name = fate.name().charAt(0) + fate.name().substring(1).toLowerCase(Locale.ROOT);
        html.open("div").element("h2", name);
        html.element("p", Integer.toString(sum), "class", "value");
        html.element(
                "p",
                String.format(Locale.ROOT, "%.1f a second now", counts.get(counts.size() - 1) / elapsed(now)),
                "class",
                "meta");
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Instant minute = now.minusSeconds(60L * (counts.size() - 1 - i));
            bars.add(new BarChart.Bar(Words.spoken(minute) + ": " + counts.get(i), counts.get(i)));
        }
        new BarChart(name + " by the minute, " + sum + " in all", bars).write(html);
        html.end();
    }

    /** Seconds of the minute that have passed, at least one. */
    private static double elapsed(Instant now) {
        return Math.max(1, now.getEpochSecond() % 60);
    }

    private static void services(Html html, List<PipelineStatus.ServiceHealth> services) {
        if (services.isEmpty()) {
            return;
        }
        table(html, "Services", "Address", "Ready", "Detail");
        for (PipelineStatus.ServiceHealth service : services) {
            html.open("tr").element("td", service.address());
            html.element("td", service.ready() ? "ready" : "not ready", "class", service.ready() ? "good" : "bad");
            html.element("td", service.detail()).end();
        }
        endTable(html);
    }

    private static void groups(Html html, List<PipelineStatus.Group> groups) {
        table(html, "Readers of topics", "Group", "State", "Members", "Records behind");
        for (PipelineStatus.Group group : groups) {
            html.open("tr").element("td", group.name());
            html.element("td", group.state(), "class", group.members() > 0 ? "good" : "bad");
            html.element("td", Integer.toString(group.members()));
            html.element("td", Long.toString(group.lag())).end();
        }
        endTable(html);
    }

    private static void deadLetters(Html html, List<PipelineStatus.DeadLetters> topics, List<ArticleFate> quarantined) {
        table(html, "Dead letters", "Topic", "Records");
        for (PipelineStatus.DeadLetters topic : topics) {
            html.open("tr")
                    .element("td", topic.topic())
                    .element("td", Long.toString(topic.records()))
                    .end();
        }
        endTable(html);
        if (quarantined.isEmpty()) {
            return;
        }
        table(html, "Quarantined last", "When", "Service", "Event", "Reason");
        for (ArticleFate fate : quarantined) {
            String reason = fate.getReason() == null ? "" : fate.getReason();
            html.open("tr").open("td");
            EntryHtml.time(html, "", fate.getDecidedAt());
            html.close().element("td", fate.getService());
            html.element("td", fate.getEventTopic() + " " + fate.getEventPartition() + ":" + fate.getEventOffset());
            html.element("td", reason.substring(0, Math.min(REASON_CHARACTERS, reason.length())), "dir", "auto")
                    .end();
        }
        endTable(html);
    }

    private static void table(Html html, String title, String... columns) {
        html.open("section", "class", "family").element("h2", title);
        html.open("div", "class", "table", "tabindex", "0", "role", "region", "aria-label", title);
        html.open("table").open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col");
        }
        html.close().close().open("tbody");
    }

    private static void endTable(Html html) {
        html.close().close().close().end();
    }
}
