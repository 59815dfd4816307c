package dev.newswire.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Documents to start from, and ways to damage them. */
final class Samples {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String[] FRAGMENTS = {
        "<",
        ">",
        "</",
        "&",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\n",
        "\r\n\r\n",
        "(",
        ")",
        "<p>",
        "</div>",
        "<![CDATA[",
        "]]>",
        "- ",
        "1 hour ago",
        "\u0000",
        "\uFEFF",
        "\u2028",
        "\\u0000",
        "null",
        "1e99999",
        "-1",
        "https://",
        "%zz",
        "<!--"
    };

    private Samples() {}

    static String of(DocumentType type) {
        String file = switch (type) {
            case JSON -> "array.json";
            case HTML -> "page-opengraph.html";
            case FEED -> "feed-rdf.xml";
            default -> "page-aggregator.txt";
        };
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The document after one to four accidents: bytes changed, parts lost, repeated or put in between. */
    static byte[] mutate(byte[] original, Random random) {
        byte[] bytes = original;
        for (int accidents = 1 + random.nextInt(4); accidents > 0; accidents--) {
            bytes = accident(bytes, random);
        }
        return bytes;
    }

    private static byte[] accident(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = bytes.clone();
                changed[from] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> splice(bytes, from, to, new byte[0]);
            case 2 -> splice(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            default -> splice(bytes, from, from, fragment(random));
        };
    }

    private static byte[] fragment(Random random) {
        return FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
        byte[] spliced = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }
}
