package dev.newswire.benchmarks.tagger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Writes weights as bytes. */
final class Quantiser {
    private static final int MOST = 127;
    /** Weights so many times the mean size and above are cut. */
    private static final double RANGE = 8;

    private Quantiser() {}

    /** The gzipped file: bits, scale, offset, transitions, rows of sixteen bytes, the label 0 last in each eight. */
    static byte[] pack(int bits, float outside, float[] weights, float[] transitions) throws IOException {
        float scale = scale(weights);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BestGzip(bytes))) {
            out.writeInt(bits);
            out.writeFloat(scale);
            out.writeFloat(outside);
            for (float transition : transitions) {
                out.writeFloat(transition);
            }
            for (int at = 0; at < weights.length; at += Long.BYTES) {
                long packed = 0;
                for (int k = Long.BYTES - 1; k >= 0; k--) {
                    packed = packed << Byte.SIZE | quantised(weights[at + k], scale) & 0xFF;
                }
                out.writeLong(packed);
            }
        }
        return bytes.toByteArray();
    }

    private static int quantised(float weight, float scale) {
        return Math.max(-MOST, Math.min(MOST, Math.round(weight / scale)));
    }

    private static float scale(float[] weights) {
        double sum = 0;
        long used = 0;
        for (float weight : weights) {
            if (weight != 0) {
                sum += (double) weight * weight;
                used++;
            }
        }
        return (float) (Math.sqrt(sum / Math.max(1, used)) * RANGE / MOST);
    }
}
