package dev.newswire.ingest.normalise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Query parameters that say where a reader came from, or name a reader's session, and never what the page is. */
final class TrackingParameters {

    private static final List<String> PREFIXES = List.of(
            "utm_",
            "mtm_",
            "pk_",
            "piwik_",
            "matomo_",
            "hsa_",
            "ns_",
            "at_",
            "guce_",
            "vero_",
            "oly_",
            "__cf_",
            "sfmc_",
            "elqtrack",
            "gad_");

    private static final Set<String> NAMES = Set.of(
            "fbclid",
            "fb_action_ids",
            "fb_action_types",
            "fb_ref",
            "fb_source",
            "gclid",
            "gclsrc",
            "dclid",
            "_openstat",
            "_branch_match_id",
            "_kx",
            "cm_mmc",
            "cm_re",
            "cm_sp",
            "dicbo",
            "ef_id",
            "s_kwcid",
            "tblci",
            "wickedid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "__hssc",
            "__hstc",
            "__hsfp",
            "hsctatracking",
            "mkt_tok",
            "wt_mc",
            "wt_zmc",
            "cmpid",
            "cmp",
            "xtor",
            "ref_src",
            "ref_url",
            "referrer",
            "spm",
            "smid",
            "smtyp",
            "icid",
            "ito",
            "ocid",
            "soc_src",
            "soc_trk",
            "sr_share",
            "s_cid",
            "wprov",
            "mbid",
            "ncid",
            "guccounter",
            "__twitter_impression",
            "traffic_source",
            "sh_kit",
            "share_id",
            "rb_clickid",
            "srsltid",
            "epik",
            "sc_cid",
            "sc_channel",
            "rss_id",
            "jsessionid",
            "phpsessid");

    /** Pages escape their links for HTML once too often. */
    private static final String ESCAPED_SEPARATOR = "&amp;";

    private TrackingParameters() {}

    /** The query with its question mark, without tracking parameters, sorted by name; empty where nothing is left. */
    static String withoutThem(String query) {
        List<String> kept = Arrays.stream(query.replace(ESCAPED_SEPARATOR, "&").split("&"))
                .map(UrlEscapes::normalise)
                .filter(parameter -> !parameter.isEmpty() && !isTracking(name(parameter)))
                .sorted(Comparator.comparing(TrackingParameters::name))
                .toList();
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static boolean isTracking(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
