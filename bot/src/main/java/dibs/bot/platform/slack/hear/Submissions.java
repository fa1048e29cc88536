package dibs.bot.platform.slack.hear;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.form.ActionForm;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.Voice;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submitted forms: what comes of them is told where the form was opened, to who filled it in. */
final class Submissions implements ViewSubmissionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    private final Ear ear;
    private final Promptly promptly;
    private final SlackApi api;
    private final Voice voice;

    Submissions(Ear ear, Promptly promptly, SlackApi api, Voice voice) {
        this.ear = ear;
        this.promptly = promptly;
        this.api = api;
        this.voice = voice;
    }

    @Override
    public Response apply(ViewSubmissionRequest request, ViewSubmissionContext context) {
        ViewSubmissionPayload payload = request.getPayload();
        ActionForm.read(payload.getView())
                .ifPresentOrElse(
                        said -> promptly.within(
                                () -> tell(said, payload, context.getBotUserId()),
                                late -> LOG.debug("a form was answered late")),
                        () -> LOG.info("a form came back that is none of this version's"));
        return context.ack();
    }

    private boolean tell(ActionForm.Said said, ViewSubmissionPayload payload, String self) {
        String user = payload.getUser().getId();
        Ear.Heard heard = new Ear.Heard(
                Ear.id(
                        Optional.ofNullable(payload.getUser().getTeamId())
                                .orElseGet(() -> payload.getTeam().getId()),
                        user),
                Optional.ofNullable(payload.getUser().getUsername()).orElse(""),
                said.origin().channel().orElse(user),
                Optional.ofNullable(payload.getTriggerId())
                        .orElseGet(() -> payload.getView().getId()),
                said.line(),
                self,
                Presses.about(said.press()));
        Message message = ear.message(heard);
        return said.origin()
                        .channel()
                        .filter(channel -> whisper(channel, user, message))
                        .isPresent()
                || direct(user, message, "form:" + payload.getView().getId());
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
