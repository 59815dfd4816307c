package dev.newswire.ingest.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.netpreserve.jwarc.WarcDigest;

/** Holds a block against the digest that its header gives. */
final class BlockDigest {

    private BlockDigest() {}

    /**
     * Whether the block is what was recorded, as far as its header tells.
     *
     * @param stated such as {@code sha1:...}, or empty
     */
    static boolean fits(String stated, byte[] block) {
        if (stated.isEmpty()) {
            return true;
        }
        try {
            WarcDigest digest = new WarcDigest(stated);
            MessageDigest digester = digest.getDigester();
            return digest.bytes().length != digester.getDigestLength()
                    || Arrays.equals(digest.bytes(), digester.digest(block));
        } catch (NoSuchAlgorithmException | RuntimeException unreadable) {
            // A digest that nobody can check proves nothing.
            return true;
        }
    }
}
