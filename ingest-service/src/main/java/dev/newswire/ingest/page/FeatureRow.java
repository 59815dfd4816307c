package dev.newswire.ingest.page;

/** Numbers in a fixed order. */
final class FeatureRow {

    private final float[] values;
    private int size;

    FeatureRow(int count) {
        values = new float[count];
    }

    FeatureRow add(float value) {
        values[size++] = value;
        return this;
    }

    /** One number for each flag: 0 unset, 1 set around, 2 set on the element itself. */
    void addFlags(int around, int own, int count) {
        for (int bit = 0; bit < count; bit++) {
            add(((around >> bit) & 1) + ((own >> bit) & 1));
        }
    }

    float[] values() {
        if (size != values.length) {
            throw new IllegalStateException(size + " numbers instead of " + values.length);
        }
        return values;
    }
}
