package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import dibs.bot.command.Answer;
import dibs.bot.command.Inbound;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.form.Origin;
import dibs.bot.platform.slack.home.Homes;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.Voice;
import java.util.Optional;

/**
 * Tells what came of a form, to who filled it in: where it was opened, on the home tab of who looks at that, else in a
 * direct message.
 */
final class Telling {
    private final SlackApi api;
    private final Voice voice;
    private final Homes homes;

    Telling(SlackApi api, Voice voice, Homes homes) {
        this.api = api;
        this.voice = voice;
        this.homes = homes;
    }

    /**
     * The line that a form says, as it is heard.
     *
     * @param line with Slack's escapes
     */
    static Ear.Heard heard(
            ViewSubmissionPayload payload, Origin origin, String line, String self, Optional<Inbound.About> about) {
        Actor actor = Actor.of(payload);
        return new Ear.Heard(
                actor.id(),
                actor.called(),
                origin.channel().orElse(payload.getUser().getId()),
                Optional.ofNullable(payload.getTriggerId())
                        .orElseGet(() -> payload.getView().getId()),
                line,
                self,
                about);
    }

    /** Whether it was told. */
    boolean tell(Answer answer, Origin origin, ViewSubmissionPayload payload) {
        Message message = Ear.shown(answer);
        Actor actor = Actor.of(payload);
        String user = actor.id().user();
        if (origin.channel().isEmpty() && homes.isSeenBy(actor.id())) {
            homes.show(actor.id(), actor.called(), message.blocks());
            return true;
        }
        return origin.channel()
                        .filter(channel -> whisper(channel, user, message))
                        .isPresent()
                || direct(user, message, "form:" + payload.getView().getId());
    }

    /** Shows something else in an open window; whether that was done. */
    boolean show(String window, View view) {
        return api.call(methods -> methods.viewsUpdate(it -> it.viewId(window).view(view))) instanceof Sent.Done<?>;
    }

    private boolean whisper(String channel, String user, Message message) {
        return api.call(methods -> methods.chatPostEphemeral(it ->
                        it.channel(channel).user(user).text(message.text()).blocks(message.blocks())))
                instanceof Sent.Done<?>;
    }

    private boolean direct(String user, Message message, String key) {
        return voice.direct(user) instanceof Sent.Done<String> channel
                && voice.post(channel.result(), Optional.empty(), message, key).join() instanceof Sent.Done<String>;
    }
}
