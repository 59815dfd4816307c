package dev.newswire.cli.reenrich;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what a run would change or has changed. */
public final class ReEnrichReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReEnrichReport() {}

    /** The entities of one article, a line each: {@code +} comes, {@code -} goes, {@code ~} changes. */
    public static void print(EntityDifference difference, PrintWriter out) {
        out.println(difference.articleId() + "  " + difference.title() + "  (" + difference.source() + ")");
        difference.added().forEach(entity -> out.println("  + " + named(entity) + ": " + surfaces(entity)));
        difference.removed().forEach(entity -> out.println("  - " + named(entity) + ": " + surfaces(entity)));
        difference.changed().forEach(change -> out.println("  ~ " + named(change.after()) + ": " + what(change)));
    }

    /** The account of a run. */
    public static void print(ReEnrichTally tally, boolean dryRun, String rulesVersion, PrintWriter out) {
        row(out, "articles looked at", tally.looked());
        row(out, "  not asked for", tally.filtered());
        row(out, "  read by these rules before", tally.upToDate());
        row(out, dryRun ? "  compared" : "  sent to be read anew", tally.taken());
        row(out, dryRun ? "would change" : "changed", tally.changed());
        row(out, dryRun ? "would stay" : "stayed, nothing written", tally.taken() - tally.changed());
        out.println("Rules " + rulesVersion + (dryRun ? ". Nothing was written." : "."));
        out.flush();
    }

    /** One object. */
    public static String json(
            ReEnrichTally tally, boolean dryRun, String rulesVersion, Collection<EntityDifference> differences) {
        ObjectNode root = JSON.createObjectNode();
        root.put("dry_run", dryRun);
        root.put("rules_version", rulesVersion);
        root.put("articles", tally.looked());
        root.put("not_asked_for", tally.filtered());
        root.put("up_to_date", tally.upToDate());
        root.put(dryRun ? "compared" : "sent", tally.taken());
        root.put("changed", tally.changed());
        ArrayNode list = root.putArray("differences");
        differences.forEach(difference -> list.add(object(difference)));
        return root.toString();
    }

    private static ObjectNode object(EntityDifference difference) {
        ObjectNode object = JSON.createObjectNode();
        object.put("article_id", difference.articleId());
        object.put("title", difference.title());
        object.put("source", difference.source());
        entities(object.putArray("added"), difference.added());
        entities(object.putArray("removed"), difference.removed());
        entities(
                object.putArray("changed"),
                difference.changed().stream()
                        .map(EntityDifference.Change::after)
                        .toList());
        return object;
    }

    private static void entities(ArrayNode list, List<Entity> entities) {
        for (Entity entity : entities) {
            ObjectNode object = list.addObject();
            object.put("id", entity.getEntityId());
            object.put("name", entity.getName());
            object.put("type", entity.getType().name().toLowerCase(Locale.ROOT));
            object.put("salience", entity.getSalience());
            object.put("mentions", entity.getMentions().size());
        }
    }

    private static String named(Entity entity) {
        return entity.getEntityId() + " " + entity.getName() + " ("
                + entity.getType().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String surfaces(Entity entity) {
        return entity.getMentions().stream()
                .map(Mention::getSurface)
                .distinct()
                .map(surface -> "\"" + surface + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String what(EntityDifference.Change change) {
        Entity before = change.before();
        Entity after = change.after();
        if (!before.getName().equals(after.getName()) || before.getType() != after.getType()) {
            return "was " + before.getName() + " (" + before.getType().name().toLowerCase(Locale.ROOT) + ")";
        }
        return String.format(
                Locale.ROOT,
                "mentions %d, were %d; salience %.3f, was %.3f; confidence %.2f, was %.2f",
                after.getMentions().size(),
                before.getMentions().size(),
                after.getSalience(),
                before.getSalience(),
                after.getConfidence(),
                before.getConfidence());
    }

    private static void row(PrintWriter out, String name, long count) {
        out.println(String.format(Locale.ROOT, "%-28s %,12d", name, count));
    }
}
