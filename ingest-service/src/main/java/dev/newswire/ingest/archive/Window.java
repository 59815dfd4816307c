package dev.newswire.ingest.archive;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A look ahead into the bytes of an archive, as far as anybody asks. Indexes count from where the window begins. */
final class Window {

    private static final int STEP_BYTES = 64 * 1024;

    private final ByteSource source;

    /** The source, where it is one that can be read from anywhere. */
    private final @Nullable SeekableSource seekable;

    private byte[] buffer = new byte[2 * STEP_BYTES];
    private int start;
    private int end;

    /** Where the window begins in the decompressed bytes. */
    private long position;

    private boolean isEnded;

    /** The member in which the window begins. */
    private Mark member;

    Window(ByteSource source, long position) {
        this.source = source;
        this.seekable = source instanceof SeekableSource anywhere ? anywhere : null;
        this.position = position;
        this.member = new Mark(position, position, null, 0);
    }

    /** Reads on until so many bytes are in view; false if the archive ends before. */
    boolean ensure(int count) throws IOException {
        while (end - start < count && !isEnded) {
            makeRoom(Math.max(count, STEP_BYTES));
            int read = source.read(buffer, end, buffer.length - end);
            isEnded = read < 0;
            end += Math.max(0, read);
        }
        return end - start >= count;
    }

    /** How many bytes are in view. */
    int length() {
        return end - start;
    }

    byte at(int index) {
        return buffer[start + index];
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(buffer, start + from, start + to);
    }

    boolean isWarcAt(int index) {
        return RecordStart.isWarc(buffer, start + index, end);
    }

    /** Moves on by bytes that are in view. */
    void pass(int count) {
        start += count;
        position += count;
    }

    /** Moves on by any number of bytes, or to the end. */
    void passAll(long count) throws IOException {
        if (seekable != null && count > end - start) {
            jump(seekable, Math.min(seekable.length(), position + count));
            return;
        }
        long left = count;
        while (left > 0 && ensure(1)) {
            int step = (int) Math.min(left, end - start);
            pass(step);
            left -= step;
        }
    }

    /** Moves to a position that may lie behind; false where that cannot be done. */
    boolean jump(long to) throws IOException {
        if (seekable == null) {
            return false;
        }
        jump(seekable, to);
        return true;
    }

    private void jump(SeekableSource anywhere, long to) throws IOException {
        anywhere.seek(to);
        position = to;
        start = 0;
        end = 0;
        isEnded = false;
    }

    boolean isSeekable() {
        return seekable != null;
    }

    /** Where the window begins. */
    long position() {
        return position;
    }

    /** Where in the file the window begins: exactly, or the member that it begins in. */
    long offset() {
        passMarks();
        return isSeekable() ? position : member.offset();
    }

    /** What had been inflated before the member that the window begins in. */
    long work() {
        return member.work();
    }

    /** Whether the window begins where a member does. */
    boolean isMemberBegin() {
        return member.position() == position;
    }

    /** The damage that stands at or before the beginning of the window, and is told once; null for none. */
    @Nullable
    Mark takeDamage() {
        return takeDamage(Long.MAX_VALUE);
    }

    /**
     * The damage that stands at or before the beginning of the window, in a member that began before a position: that of
     * what ends there. Null for none.
     */
    @Nullable
    Mark takeDamage(long end) {
        while (!source.marks.isEmpty() && source.marks.element().position() <= position) {
            Mark mark = source.marks.element();
            if (mark.damage() == null && mark.position() >= end) {
                return null;
            }
            source.marks.remove();
            if (mark.damage() != null) {
                return mark;
            }
            member = mark;
        }
        return null;
    }

    /**
     * How many bytes from here, behind an index and up to another, belong to what begins here: fewer if something is lost
     * in between, or if a member between begins with a record of its own.
     */
    int unbroken(int from, int to) {
        for (Mark mark : source.marks) {
            long index = mark.position() - position;
            if (index > to || (index == to && mark.damage() == null)) {
                return to;
            }
            if (index >= from && (mark.damage() != null || isWarcAt((int) index))) {
                return (int) index;
            }
        }
        return to;
    }

    /** Whether a member begins at this index. */
    boolean isMemberAt(int index) {
        return source.marks.stream().anyMatch(mark -> mark.damage() == null && mark.position() == position + index);
    }

    private void passMarks() {
        while (!source.marks.isEmpty()
                && source.marks.element().damage() == null
                && source.marks.element().position() <= position) {
            member = source.marks.remove();
        }
    }

    private void makeRoom(int count) {
        int length = end - start;
        if (buffer.length - start >= count && end < buffer.length) {
            return;
        }
        byte[] larger = buffer.length >= Math.max(count, length + STEP_BYTES)
                ? buffer
                : new byte[Math.max(count, length) + STEP_BYTES];
        System.arraycopy(buffer, start, larger, 0, length);
        buffer = larger;
        start = 0;
        end = length;
    }
}
