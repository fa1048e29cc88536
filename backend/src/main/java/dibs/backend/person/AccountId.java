package dibs.backend.person;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One platform's user: {@code platform:workspace:id}, such as {@code console:ann} or {@code slack:T1:U2}.
 *
 * @param value at most 320 characters, without white space or control characters
 */
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]{1,16}:[^\\s\\p{Cntrl}]{1,300}");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account: " + value);
        }
    }

    /** The account of that platform and name. */
    public static AccountId of(String platform, String name) {
        return new AccountId(platform + ":" + name);
    }

    /** The account that the text names in full; nothing when it names none. */
    public static Optional<AccountId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    /** The platform, such as {@code console}. */
    public String platform() {
        return value.substring(0, value.indexOf(':'));
    }

    /** What follows the platform. */
    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
