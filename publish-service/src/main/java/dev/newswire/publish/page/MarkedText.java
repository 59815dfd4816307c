package dev.newswire.publish.page;

import dev.newswire.publish.render.Links;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text in paragraphs whose mentions lead to the feeds of what they name. */
final class MarkedText {
    private final Links links;
    private final List<Mark> marks = new ArrayList<>();

    MarkedText(Links links, List<Entity> entities) {
        this.links = links;
        for (Entity entity : entities) {
            EntityLink link = new EntityLink(entity.getEntityId(), entity.getName(), entity.getType());
            for (Mention mention : entity.getMentions()) {
                if (mention.getField() == MentionField.BODY) {
                    marks.add(new Mark(mention.getStart(), mention.getEnd(), link));
                }
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()));
    }

    /** Writes a body: its paragraphs are lines, mentions are offsets into the whole. */
    void write(Html html, String body) {
        int start = 0;
        int mark = 0;
        while (start < body.length()) {
            int lineEnd = body.indexOf('\n', start);
            int end = lineEnd < 0 ? body.length() : lineEnd;
            if (end > start) {
                html.open("p", "dir", "auto");
                mark = paragraph(html, body, start, end, mark);
                html.end();
            }
            start = end + 1;
        }
    }

    /** Writes one paragraph; returns the first mark behind it. */
    private int paragraph(Html html, String body, int start, int end, int firstMark) {
        int written = start;
        int next = firstMark;
        for (; next < marks.size() && marks.get(next).start() < end; next++) {
            Mark mark = marks.get(next);
            // Overlaps and offsets that fit no text are left unmarked: the text itself matters more.
            if (mark.start() >= written && mark.end() > mark.start() && mark.end() <= end) {
                html.text(body.substring(written, mark.start()));
                EntityLink entity = mark.entity();
                entity.mark(html, links, body.substring(mark.start(), mark.end()));
                written = mark.end();
            }
        }
        html.text(body.substring(written, end));
        return next;
    }

    private record Mark(int start, int end, EntityLink entity) {}
}
