package dev.newswire.cli.operate;

/**
 * Something that was looked at.
 *
 * @param level how it stands
 * @param subject what it is about
 * @param detail what was found
 * @param remedy what to do about it; empty where nothing needs to be done
 */
public record Finding(Level level, String subject, String detail, String remedy) {
    /** How something stands. */
    public enum Level {
        /** As it should. */
        OK("ok"),
        /** Worth knowing; nothing is wrong. */
        NOTE("note"),
        /** It works, but not as it should. */
        WARNING("WARN"),
        /** It does not work. */
        FAILURE("FAIL");

        private final String sign;

        Level(String sign) {
            this.sign = sign;
        }

        /** As it is shown. */
        public String sign() {
            return sign;
        }
    }

    static Finding ok(String subject, String detail) {
        return new Finding(Level.OK, subject, detail, "");
    }

    static Finding note(String subject, String detail, String remedy) {
        return new Finding(Level.NOTE, subject, detail, remedy);
    }

    static Finding warning(String subject, String detail, String remedy) {
        return new Finding(Level.WARNING, subject, detail, remedy);
    }

    static Finding failure(String subject, String detail, String remedy) {
        return new Finding(Level.FAILURE, subject, detail, remedy);
    }
}
