package dibs.bot.platform.slack.hear;

import dibs.bot.platform.slack.people.SlackId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed, out of Slack's escapes: users become whole accounts, channels and links their words; see <a
 * href="https://docs.slack.dev/messaging/formatting-message-text">Slack on formatting</a>.
 *
 * @param text a line as people type it everywhere
 * @param mentioned the users in it, without Dibs itself
 */
record Spoken(String text, List<Mention> mentioned) {
    private static final Pattern ESCAPED = Pattern.compile("<([^<>|]{1,3000})(?:\\|([^<>]{0,3000}))?>");
    private static final Pattern USER = Pattern.compile("@([UW][A-Z0-9]{1,40})");

    Spoken {
        mentioned = List.copyOf(mentioned);
    }

    /** A user in a text, with the name that stood there, if any. */
    record Mention(SlackId id, String called) {}

    /**
     * Reads a text.
     *
     * @param team whose users are meant
     * @param self the user that Dibs is: its mention calls Dibs and names nobody
     */
    static Spoken of(String escaped, String team, String self) {
        List<Mention> mentioned = new ArrayList<>();
        Matcher matcher = ESCAPED.matcher(escaped);
        String text = matcher.replaceAll(it -> Matcher.quoteReplacement(word(it, team, self, mentioned)));
        String plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return new Spoken(plain.strip(), mentioned);
    }

    private static String word(MatchResult it, String team, String self, List<Mention> mentioned) {
        String inner = it.group(1);
        String label = it.group(2) == null ? "" : it.group(2);
        Matcher user = USER.matcher(inner);
        if (user.matches()) {
            if (user.group(1).equals(self)) {
                return " "; // however it is spelled, it only says whom the line is for
            }
            SlackId id = new SlackId(team, user.group(1));
            mentioned.add(new Mention(id, label));
            return "@" + id.account();
        }
        if (inner.startsWith("#")) {
            return "#" + (label.isEmpty() ? inner.substring(1) : label);
        }
        if (inner.startsWith("!")) {
            return label.isEmpty() ? "@" + inner.substring(1) : label;
        }
        return label.isEmpty() ? inner : label;
    }
}
