package dev.newswire.benchmarks.micro;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Paths that can be run outside the harness too. */
public final class Paths {
    private static volatile Object result = "";

    private Paths() {}

    /** The hot ones by name; each run handles the next article. Making one loads the tables that it needs: about a second. */
    public static Map<String, Supplier<Runnable>> hot() {
        Map<String, Supplier<Runnable>> paths = new LinkedHashMap<>();
        paths.put("intake.lineToEvent", () -> kept(new IntakeBenchmark()::lineToEvent));
        paths.put("names.recogniseAndLink", () -> kept(new NamesBenchmark()::recogniseAndLink));
        paths.put("links.signatureAndKeys", () -> kept(new LinksBenchmark()::signatureAndKeys));
        paths.put("links.searchFullRing", () -> kept(new LinksBenchmark()::searchFullRing));
        paths.put("serdes.writeRaw", () -> kept(new SerdesBenchmark()::writeRaw));
        paths.put("serdes.readRaw", () -> kept(new SerdesBenchmark()::readRaw));
        paths.put("feeds.planEntries", () -> kept(new FeedsBenchmark()::planEntries));
        paths.put("feeds.matchTenThousandDefinitions", () -> kept(new FeedsBenchmark()::matchTenThousandDefinitions));
        paths.put("render.json", () -> kept(new RenderBenchmark()::json));
        return paths;
    }

    /** What the last run came to. */
    static Object last() {
        return result;
    }

    /** Keeps what comes out, so that no compiler leaves the work out. */
    private static Runnable kept(Supplier<Object> path) {
        return () -> result = path.get();
    }
}
