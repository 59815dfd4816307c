package dev.newswire.platform.provision;

/**
 * A difference between what is there and what the catalogue says.
 *
 * @param kind what happens about it
 * @param subject topic or schema subject
 * @param detail what differs, for the operator
 */
public record Change(Kind kind, String subject, String detail) {
    /** What happens about a difference. */
    public enum Kind {
        /** It is made. */
        CREATE("+"),
        /** It is altered in place. */
        ALTER("~"),
        /** It cannot be changed without moving data: the operator decides. */
        MANUAL("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    @Override
    public String toString() {
        return kind.sign + " " + subject + ": " + detail;
    }
}
