package dibs.bot.platform.matrix.say;

import dibs.bot.platform.matrix.client.UserId;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages as the contents of events. */
final class Contents {
    /** What is never answered by another bot, and notifies nobody. */
    static final String NOTICE = "m.notice";

    /** What notifies whom it mentions. */
    static final String TEXT = "m.text";

    private static final String HTML = "org.matrix.custom.html";
    private static final String MENTIONS = "m.mentions";

    private Contents() {}

    /**
     * A message.
     *
     * @param mentioned whom it tells that it is there, and nobody else, whatever its words are
     */
    static ObjectNode of(String type, Page page, Collection<UserId> mentioned, Optional<Relation> to) {
        ObjectNode content = words(type, page.plain(), page.html());
        mentions(content, mentioned);
        to.ifPresent(relation -> content.set("m.relates_to", relation.json()));
        return content;
    }

    /** What takes the place of another message's content, with nobody told. */
    static ObjectNode instead(Page page, String event) {
        // What clients show that know no edits begins with an asterisk, by custom.
        ObjectNode content = words(NOTICE, "* " + page.plain(), "* " + page.html());
        ObjectNode after = content.putObject("m.new_content");
        after.setAll(words(NOTICE, page.plain(), page.html()));
        after.putObject(MENTIONS);
        content.putObject(MENTIONS);
        content.putObject("m.relates_to").put("rel_type", "m.replace").put("event_id", event);
        return content;
    }

    private static ObjectNode words(String type, String plain, String html) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("msgtype", type)
                .put("body", plain)
                .put("format", HTML)
                .put("formatted_body", html);
    }

    private static void mentions(ObjectNode content, Collection<UserId> mentioned) {
        ObjectNode mentions = content.putObject(MENTIONS);
        if (!mentioned.isEmpty()) {
            var users = mentions.putArray("user_ids");
            mentioned.stream().map(UserId::value).distinct().forEach(users::add);
        }
    }
}
