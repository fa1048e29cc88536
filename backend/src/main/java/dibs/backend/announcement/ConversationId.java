package dibs.backend.announcement;

import java.util.regex.Pattern;

/**
 * One conversation of a platform: {@code platform:workspace:channel}, such as {@code slack:T1:C123}.
 *
 * @param value at most 320 characters, without white space or control characters
 */
public record ConversationId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]{1,16}:[^\\s\\p{Cntrl}]{1,300}");

    public ConversationId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a conversation: " + value);
        }
    }

    /** Whether it is written as conversations are. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    /** The platform, such as {@code slack}. */
    public String platform() {
        return value.substring(0, value.indexOf(':'));
    }

    /** What follows the platform: workspace and channel, as the platform names them. */
    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
