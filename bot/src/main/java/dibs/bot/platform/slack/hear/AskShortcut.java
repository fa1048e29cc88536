package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.send.Voice;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * "Ask Dibs" on a message: its words are asked as a question, whatever they say, since who presses did not write them; the
 * answer stands in the message's thread, and says what may be read there.
 */
public final class AskShortcut implements MessageShortcutHandler {
    /** What the shortcut is called between Slack and Dibs; the manifest says so too. */
    public static final String ID = "ask_dibs";

    private static final Logger LOG = LoggerFactory.getLogger(AskShortcut.class);

    private final Ear ear;
    private final Promptly promptly;
    private final Voice voice;
    private final Channels channels;

    AskShortcut(Ear ear, Promptly promptly, Voice voice, Channels channels) {
        this.ear = ear;
        this.promptly = promptly;
        this.voice = voice;
        this.channels = channels;
    }

    @Override
    public Response apply(MessageShortcutRequest request, MessageShortcutContext context) {
        MessageShortcutPayload payload = request.getPayload();
        String text = Optional.ofNullable(payload.getMessage().getText()).orElse("");
        String thread = Optional.ofNullable(payload.getMessage().getThreadTs()).orElse(payload.getMessageTs());
        Actor actor = Actor.of(payload);
        Ear.Heard heard = new Ear.Heard(
                actor.id(),
                actor.called(),
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
                                ear.message(heard, channels.readers(channel)),
                                "ask:" + payload.getTriggerId())
                        .join(),
                late -> LOG.debug("an answer went out late: {}", late));
        return context.ack();
    }
}
