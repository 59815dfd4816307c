package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final String SAMPLE =
            "plain text of many letters é “q” 日本 \ud83d\ude00 \u07ff\u0800\uffff\udbff\udfff end";

    @Test
    void brokenTextIsToldAtTheOffsetWhereTheDecoderStops() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) random.nextInt();
            byte[] cut = Arrays.copyOf(bytes, bytes.length - random.nextInt(5));
            int valid = decodable(cut);
            if (valid == cut.length) {
                assertThatCode(() -> Utf8.check(cut)).as("seed %d", seed).doesNotThrowAnyException();
                continue;
            }
            assertThatThrownBy(() -> Utf8.check(cut))
                    .as("seed %d", seed)
                    .hasMessageContaining("the byte at offset " + valid + " does");
        }
    }

    private static int decodable(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        return in.position();
    }
}
