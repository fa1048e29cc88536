package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Users in a text: each becomes a whole account, as commands name people, and Dibs itself a sign of its own. */
final class Mentions {
    /** Stands for Dibs in a text; nobody types it, and what has it all the same loses it first. */
    static final String SELF = "\uE0D1";

    private static final Pattern USER = Pattern.compile(
            "@[\\x21-\\x39\\x3B-\\x7E]{1,200}:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?(?::\\d{1,5})?");
    private static final Pattern TYPED = Pattern.compile("(?<![\\w@:/.])@[A-Za-z0-9._=/+-]{1,200}+:[A-Za-z0-9]"
            + "(?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?(?::\\d{1,5})?(?![\\w@])");

    private final UserId self;
    private final Map<UserId, String> named = new LinkedHashMap<>();

    Mentions(UserId self) {
        this.self = self;
    }

    /** The user whom the text names, and nothing else but that; nothing when it names none. */
    static Optional<UserId> user(String text) {
        return USER.matcher(text).matches() ? Optional.of(new UserId(text)) : Optional.empty();
    }

    /** The users who were found, without Dibs, with the words that stood for them. */
    Map<UserId, String> named() {
        return named;
    }

    /** The text of HTML in which users are linked. */
    String inHtml(String html) {
        return HtmlText.of(html.replace(SELF, ""), this::word);
    }

    /** The text with users who are written out. */
    String inPlain(String text) {
        Matcher matcher = TYPED.matcher(text.replace(SELF, ""));
        return matcher.replaceAll(
                it -> Matcher.quoteReplacement(word(new UserId(it.group()), "").strip()));
    }

    private String word(UserId user, String called) {
        if (user.equals(self)) {
            return SELF;
        }
        named.putIfAbsent(user, called);
        return " @matrix:" + user + " ";
    }
}
