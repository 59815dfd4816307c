package dev.newswire.cli.reenrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Entity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityDifferenceTest {
    private static final Entity LAKEPORT = Shown.entity("nw:lakeport", "Lakeport");
    private static final Entity BRACKWATER = Shown.entity("nw:brackwater", "Brackwater Dynamics");

    @Test
    void equalEntitiesAreNoDifference() {
        assertThat(EntityDifference.between(Shown.article(), List.of(LAKEPORT)).isEmpty())
                .isTrue();
    }

    @Test
    void whatComesAndGoesAndChangesIsTold() {
        Entity weightier = Shown.entity("nw:lakeport", "Lakeport", 0.7f);
        EntityDifference changed = EntityDifference.between(Shown.article(), List.of(BRACKWATER, weightier));
        EntityDifference gone = EntityDifference.between(Shown.article(), List.of());

        assertThat(changed.added()).containsExactly(BRACKWATER);
        assertThat(changed.changed()).containsExactly(new EntityDifference.Change(LAKEPORT, weightier));
        assertThat(changed.removed()).isEmpty();
        assertThat(gone.removed()).containsExactly(LAKEPORT);
        assertThat(printed(changed))
                .contains("A  Shares fall  (example)")
                .contains("  + nw:brackwater Brackwater Dynamics (location)")
                .contains("  ~ nw:lakeport Lakeport (location): mentions 0, were 0; salience 0.700, was 0.500");
        assertThat(printed(gone)).contains("  - nw:lakeport Lakeport (location)");
    }

    @Test
    void jsonCountsAndNamesThem() {
        ReEnrichTally tally = new ReEnrichTally();
        tally.look();
        tally.take();
        tally.change(1);
        String json = ReEnrichReport.json(
                tally, true, "1-a", List.of(EntityDifference.between(Shown.article(), List.of(BRACKWATER))));

        assertThat(json)
                .contains("\"dry_run\":true,\"rules_version\":\"1-a\",\"articles\":1")
                .contains("\"compared\":1,\"changed\":1")
                .contains("\"added\":[{\"id\":\"nw:brackwater\"")
                .contains("\"removed\":[{\"id\":\"nw:lakeport\"");
    }

    private static String printed(EntityDifference difference) {
        StringWriter out = new StringWriter();
        ReEnrichReport.print(difference, new PrintWriter(out, true));
        return out.toString();
    }
}
