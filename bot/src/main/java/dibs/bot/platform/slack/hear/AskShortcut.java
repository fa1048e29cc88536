package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.reply.View;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * "Ask Dibs" on a message: its words are asked as a question, whatever they say, since who presses did not write them; the
 * answer stands in the message's thread.
 */
public final class AskShortcut implements MessageShortcutHandler {
    /** What the shortcut is called between Slack and Dibs; the manifest says so too. */
    public static final String ID = "ask_dibs";

    private static final Logger LOG = LoggerFactory.getLogger(AskShortcut.class);

    private final Ear ear;
    private final Promptly promptly;
    private final Voice voice;

    AskShortcut(Ear ear, Promptly promptly, Voice voice) {
        this.ear = ear;
        this.promptly = promptly;
        this.voice = voice;
    }

    @Override
    public Response apply(MessageShortcutRequest request, MessageShortcutContext context) {
        MessageShortcutPayload payload = request.getPayload();
        String text = Optional.ofNullable(payload.getMessage().getText()).orElse("");
        String thread = Optional.ofNullable(payload.getMessage().getThreadTs()).orElse(payload.getMessageTs());
        Ear.Heard heard = new Ear.Heard(
                Ear.id(payload.getTeam().getId(), payload.getUser().getId()),
                Optional.ofNullable(payload.getUser().getName()).orElse(""),
                payload.getChannel().getId(),
                payload.getTriggerId(),
                Verb.ASK.word() + " " + text,
                context.getBotUserId(),
                Optional.empty());
        String channel = payload.getChannel().getId();
        promptly.within(
                () -> voice.post(
                                channel,
                                Optional.of(thread),
                                ear.message(heard, View.MEMBERS),
                                "ask:" + payload.getTriggerId())
                        .join(),
                late -> LOG.debug("an answer went out late: {}", late));
        return context.ack();
    }
}
