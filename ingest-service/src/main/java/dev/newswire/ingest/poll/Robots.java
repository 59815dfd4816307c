package dev.newswire.ingest.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.Exchange;
import dev.newswire.ingest.fetch.Failure;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.fetch.Fetcher;
import dev.newswire.ingest.fetch.TimeLeft;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets through what the robots.txt of each site allows (RFC 9309). Rules are kept for a day; where the file is not there
 * (4xx) everything is allowed; where the site fails to answer (5xx, no connection) nothing is, or what was last known.
 */
final class Robots implements Exchange {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(30);
    /** As much as RFC 9309 §2.5 asks a crawler to read. */
    private static final int MOST_BYTES = 500 * 1024;

    /** Whose rules are kept; of more, those that were not asked for longest are forgotten. */
    static final int MOST_SITES = 10_000;

    /** What is wrong with all of a site, or with us, and has nothing to do with this one file. */
    private static final Set<Failure> OF_THE_SITE =
            EnumSet.of(Failure.STOPPED, Failure.ADDRESS, Failure.URL, Failure.HOST, Failure.WAITING);

    private static final List<String> NAMES = List.of(FetchSettings.PRODUCT);

    private record Kept(BaseRobotRules rules, String whyUnknown, Instant until) {
        boolean isKnown() {
            return whyUnknown.isEmpty();
        }
    }

    /** One lock a site, so that its file is fetched once. */
    private static final class Site {
        volatile Kept kept = new Kept(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), "not read yet", Instant.MIN);
    }

    private final HostGates gates;
    private final Fetcher fetcher;
    private final Function<String, HostRule> rules;
    private final Timekeeper time;
    private final Map<String, Site> sites = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Site> eldest) {
            return size() > MOST_SITES;
        }
    };

    Robots(HostGates gates, FetchSettings settings, Function<String, HostRule> rules, Timekeeper time) {
        this.gates = gates;
        this.fetcher = new Fetcher(gates, settings);
        this.rules = rules;
        this.time = time;
    }

    @Override
    public Answer send(URI url, Map<String, String> headers, TimeLeft left) throws FetchException {
        if (rules.apply(url.getHost()).obeysRobots()) {
            check(url);
        }
        return gates.send(url, headers, left);
    }

    private void check(URI url) throws FetchException {
        Kept kept = kept(url);
        if (kept.rules().isAllowed(url.toString())) {
            return;
        }
        String reason = kept.isKnown()
                ? "robots.txt of " + url.getHost() + " does not allow " + url.getRawPath()
                : "robots.txt of " + url.getHost() + " cannot be read just now: " + kept.whyUnknown();
        throw new FetchException(kept.isKnown() ? Failure.ROBOTS : Failure.WAITING, reason);
    }

    private Kept kept(URI url) throws FetchException {
        Site site = site(url.getScheme() + "://" + url.getRawAuthority());
        synchronized (site) {
            if (site.kept.until().isBefore(time.now())) {
                site.kept = read(url, site.kept);
                // crawler-commons gives milliseconds, and a negative number where there is no wish.
                gates.crawlDelay(
                        url.getHost(),
                        Duration.ofMillis(Math.max(0, site.kept.rules().getCrawlDelay())));
            }
            return site.kept;
        }
    }

    private Kept read(URI url, Kept before) throws FetchException {
        String address = url.getScheme() + "://" + url.getRawAuthority() + "/robots.txt";
        try {
            return interpret(address, fetcher.fetch(address, Map.of()).answer(), before);
        } catch (FetchException e) {
            if (OF_THE_SITE.contains(e.failure())) {
                throw e;
            }
            // Five redirects and more count as a file that is not there (RFC 9309 §2.3.1.2).
            return e.failure() == Failure.REDIRECTS ? everything() : failed(before, e.reason());
        }
    }

    private Kept interpret(String address, Answer answer, Kept before) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            byte[] content = Arrays.copyOf(answer.body(), Math.min(answer.body().length, MOST_BYTES));
            SimpleRobotRulesParser parser =
                    new SimpleRobotRulesParser(Duration.ofDays(1).toMillis(), 0);
            String type = answer.header("content-type").orElse("text/plain");
            return new Kept(
                    parser.parseContent(address, content, type, NAMES),
                    "",
                    time.now().plus(KEPT));
        }
        return status >= 400 && status < 500 && status != 429 ? everything() : failed(before, "status " + status);
    }

    private Kept everything() {
        return new Kept(
                new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), "", time.now().plus(KEPT));
    }

    private Kept failed(Kept before, String reason) {
        return new Kept(
                before.rules(), before.isKnown() ? "" : reason, time.now().plus(KEPT_AFTER_FAILURE));
    }

    private Site site(String origin) {
        synchronized (sites) {
            return sites.computeIfAbsent(origin, ignored -> new Site());
        }
    }
}
