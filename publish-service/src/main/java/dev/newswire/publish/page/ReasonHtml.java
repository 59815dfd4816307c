package dev.newswire.publish.page;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.ReasonKind;
import java.util.List;

/** Why two articles are linked, in words. */
final class ReasonHtml {
    private final Links links;

    ReasonHtml(Links links) {
        this.links = links;
    }

    /** How they belong together, and how sure that is. */
    static String kind(Link link) {
        String percent = " · " + Math.round(100 * link.getScore()) + " % sure";
        return switch (link.getKind()) {
            case DUPLICATE -> "Copy" + percent;
            case SAME_STORY -> "Same story" + percent;
            case RELATED -> "Related" + percent;
            case DECLARED -> "Named by the source";
        };
    }

    /** A sentence for each kind of reason; nothing where there is none. */
    void write(Html html, List<LinkReason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        html.open("p", "class", "reasons", "dir", "auto");
        if (of(ReasonKind.DECLARED, reasons).size() > 0) {
            html.text("The source itself names it. ");
        }
        for (LinkReason reason : of(ReasonKind.TEXT, reasons)) {
            html.text(share(reason) + " of the text is the same. ");
        }
        sentence(html, "Both name ", of(ReasonKind.ENTITY, reasons));
        sentence(html, "Both use the words ", of(ReasonKind.TERM, reasons));
        html.end();
    }

    private static List<LinkReason> of(ReasonKind kind, List<LinkReason> reasons) {
        return reasons.stream().filter(reason -> reason.getKind() == kind).toList();
    }

    private void sentence(Html html, String beginning, List<LinkReason> reasons) {
        for (int i = 0; i < reasons.size(); i++) {
            html.text(i == 0 ? beginning : i == reasons.size() - 1 ? " and " : ", ");
            reason(html, reasons.get(i));
        }
        if (!reasons.isEmpty()) {
            html.text(". ");
        }
    }

    private void reason(Html html, LinkReason reason) {
        if (reason.getKind() == ReasonKind.ENTITY) {
            html.element("a", reason.getLabel(), "href", links.feedPath(FeedIds.entity(reason.getValue())));
            return;
        }
        html.element("q", reason.getLabel());
    }

    /** A share of text as it is told: {@code 0.42} is {@code 42 %}; what is no number is told as it is labelled. */
    private static String share(LinkReason reason) {
        try {
            return Math.round(100 * Double.parseDouble(reason.getValue())) + " %";
        } catch (NumberFormatException e) {
            return reason.getLabel();
        }
    }
}
